import type { KnownGuild } from '../../digest/guild/known-guild.ts';
import type { Log } from '../../log.ts';
import { KEEP, type RecordStore } from '../../store/record-store.ts';
import { planGreeting, type SeenGuild } from './plan-greeting.ts';

/** Remembers the servers that Discord describes. */
export interface GuildNotes {
  /** Notes a server; never throws. */
  see(guild: SeenGuild): void;
  /** Resolves when all that was seen is stored, or could not be; never rejects. */
  settled(): Promise<void>;
  /** Calls `work` after each server that was noted from now on. */
  onNoted(work: () => void): void;
}

/** Creates the notes. Servers are noted one after the other, in the order in which they are seen. */
export function createGuildNotes(
  guilds: RecordStore<KnownGuild>,
  { now, log }: { readonly now: () => Date; readonly log: Log },
): GuildNotes {
  let noting = Promise.resolve();
  const listeners: (() => void)[] = [];
  const note = async (guild: SeenGuild): Promise<void> => {
    await guilds.change(guild.id, (known) => {
      const planned = planGreeting(known, guild, now());
      return planned === undefined || isSame(planned, known) ? KEEP : planned;
    });
    for (const listen of listeners) listen();
  };
  return {
    see(guild) {
      noting = noting
        .then(() => note(guild))
        .catch((err: unknown) => log.error({ err, guild: guild.id }, 'a server was not noted'));
    },
    settled: () => noting,
    onNoted: (work) => void listeners.push(work),
  };
}

function isSame(one: KnownGuild, other: KnownGuild | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
