import { z } from 'zod';
import { FOREVER, type Idle } from '../../store/idle.ts';

/** What the bot remembers of a server that it is in, by the server's id. */
export type KnownGuild = z.infer<typeof knownGuildSchema>;

export const knownGuildSchema = z
  .strictObject({
    /** Discord's locale of the server: "de". Servers that are no community have "en-US". */
    locale: z.string(),
    /** When the bot joined it. If it is removed and joins again, that is later. Absent if no gateway has told it. */
    joinedAt: z.iso.datetime().optional(),
    /**
     * What became of the greeting. `due`: not posted yet. `posting`: it may have been posted in this channel, since
     * then. `none`: there was no channel to write in, or the bot had joined long before.
     */
    greeting: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('due') }),
      z.strictObject({
        kind: z.literal('posting'),
        channelId: z.string().min(1),
        since: z.iso.datetime(),
      }),
      z.strictObject({ kind: z.literal('posted') }),
      z.strictObject({ kind: z.literal('none') }),
    ]),
  })
  .readonly();

/** When nobody has to look at a server: once it is greeted, or is not to be. */
export function whenGuildIsIdle({ greeting }: KnownGuild): Idle | undefined {
  return greeting.kind === 'due' || greeting.kind === 'posting' ? undefined : FOREVER;
}
