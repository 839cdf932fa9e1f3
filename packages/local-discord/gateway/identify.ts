import { GatewayCloseCodes, GatewayIntentBits } from 'discord-api-types/v10';
import { z } from 'zod';
import type { World } from '../state/world.ts';

const privileged =
  GatewayIntentBits.GuildMembers |
  GatewayIntentBits.GuildPresences |
  GatewayIntentBits.MessageContent;

const knownIntents = Object.values(GatewayIntentBits)
  .filter((bit) => typeof bit === 'number')
  .reduce((all, bit) => all | bit, 0);

const identifySchema = z.object({
  token: z.string(),
  intents: z.number().int(),
  properties: z.object({ os: z.string(), browser: z.string(), device: z.string() }).partial(),
  shard: z.tuple([z.number().int(), z.number().int()]).optional(),
  compress: z.boolean().optional(),
  large_threshold: z.number().int().min(50).max(250).optional(),
});

/** What a bot asked for that may come in, or the code its socket is closed with. */
export type IdentifyVerdict =
  | { readonly intents: number; readonly shard: readonly [number, number] }
  | { readonly close: GatewayCloseCodes; readonly reason: string };

/** Judges an Identify as Discord does. */
export function judgeIdentify(world: World, data: unknown): IdentifyVerdict {
  const parsed = identifySchema.safeParse(data);
  if (!parsed.success) {
    return { close: GatewayCloseCodes.DecodeError, reason: 'Error while decoding payload.' };
  }
  const { token, intents, shard = [0, 1] } = parsed.data;
  if (bareToken(token) !== world.application.token) {
    return { close: GatewayCloseCodes.AuthenticationFailed, reason: 'Authentication failed.' };
  }
  const [id, count] = shard;
  if (id < 0 || count < 1 || id >= count) {
    return { close: GatewayCloseCodes.InvalidShard, reason: 'Invalid shard.' };
  }
  if (intents < 0 || (intents & ~knownIntents) !== 0) {
    return { close: GatewayCloseCodes.InvalidIntents, reason: 'Invalid intent(s).' };
  }
  if (intents & privileged & ~world.application.privilegedIntents) {
    return { close: GatewayCloseCodes.DisallowedIntents, reason: 'Disallowed intent(s).' };
  }
  return { intents, shard };
}

/** Takes a `Bot ` in front of a token away. */
export function bareToken(token: string): string {
  return token.replace(/^Bot /, '');
}
