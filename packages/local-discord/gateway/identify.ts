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

/** The intents and shard of an accepted bot, or the code with which its socket must be closed. */
export type IdentifyResult =
  | { readonly intents: number; readonly shard: readonly [number, number] }
  | { readonly closeCode: GatewayCloseCodes; readonly reason: string };

/** Checks an Identify as Discord does. */
export function checkIdentify(world: World, data: unknown): IdentifyResult {
  const parsed = identifySchema.safeParse(data);
  if (!parsed.success) {
    return { closeCode: GatewayCloseCodes.DecodeError, reason: 'Error while decoding payload.' };
  }
  const { token, intents, shard = [0, 1] } = parsed.data;
  if (bareToken(token) !== world.application.token) {
    return { closeCode: GatewayCloseCodes.AuthenticationFailed, reason: 'Authentication failed.' };
  }
  const [id, count] = shard;
  if (id < 0 || count < 1 || id >= count) {
    return { closeCode: GatewayCloseCodes.InvalidShard, reason: 'Invalid shard.' };
  }
  if (intents < 0 || (intents & ~knownIntents) !== 0) {
    return { closeCode: GatewayCloseCodes.InvalidIntents, reason: 'Invalid intent(s).' };
  }
  if (intents & privileged & ~world.application.privilegedIntents) {
    return { closeCode: GatewayCloseCodes.DisallowedIntents, reason: 'Disallowed intent(s).' };
  }
  return { intents, shard };
}

/** Removes the prefix `Bot ` from a token. */
export function bareToken(token: string): string {
  return token.replace(/^Bot /, '');
}
