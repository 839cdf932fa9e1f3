import { DiscordjsError, DiscordjsErrorCodes } from 'discord.js';
import { GatewayCloseCodes } from 'discord-api-types/v10';
import { UserError } from '../../errors.ts';

const MUST_SHARD =
  'the bot is in too many servers for one connection and has to be started with shards.';
const MUST_UPDATE =
  'it no longer supports the API version that this Dateline uses. Update Dateline.';

const AUTHENTICATION_FAILED: number = GatewayCloseCodes.AuthenticationFailed;
/** The other close codes after which discord.js does not reconnect. */
const FINAL_CLOSES: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.DisallowedIntents]:
    'disallowed intents, although Dateline asks for no privileged one. Look for a restriction on the ' +
    'Bot page of the application in the Developer Portal, lift it and start again.',
  [GatewayCloseCodes.InvalidShard]: MUST_SHARD,
  [GatewayCloseCodes.ShardingRequired]: MUST_SHARD,
  [GatewayCloseCodes.InvalidAPIVersion]: MUST_UPDATE,
  [GatewayCloseCodes.InvalidIntents]: MUST_UPDATE,
};

/** Explains a close code after which discord.js does not reconnect; undefined for any other code. */
export function explainClose(code: number): UserError | undefined {
  if (code === AUTHENTICATION_FAILED) return explainToken();
  const reason = FINAL_CLOSES[code];
  if (reason === undefined) return undefined;
  return new UserError('bad-config', `Discord closed the connection with code ${code}: ${reason}`);
}

/** Explains a refused token. discord.js forgets a token after one 401, so only a restart helps. */
export function explainToken(cause?: unknown): UserError {
  return new UserError(
    'bad-config',
    'Discord refuses the bot token. Copy it again from the Bot page of the application in the ' +
      'Developer Portal into DISCORD_TOKEN and start again.',
    { cause },
  );
}

/** Tells whether discord.js gave up on the token before it opened a connection. */
export function isTokenRefused(error: unknown): boolean {
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}
