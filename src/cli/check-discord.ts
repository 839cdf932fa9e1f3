import { buildInvitation, listLacking } from '../command/needed-permissions.ts';
import type { Config } from '../config.ts';
import { sanitizeLine } from '../render/sanitize-text.ts';
import type { Finding } from './finding.ts';

const ANSWER_MS = 10_000;

/**
 * Checks the token, how many connections the bot needs, and what it may do in each of its servers. Says how to invite
 * it with all that it needs.
 */
export async function checkDiscord(config: Config): Promise<Finding[]> {
  const { token, discordApiUrl = 'https://discord.com/api' } = config;
  const check = 'Discord';
  if (!token) {
    return [{ check, ok: true, detail: 'no token: the bot runs in a Discord on this machine' }];
  }
  const get = (path: string): Promise<Response> =>
    fetch(`${discordApiUrl}/v10${path}`, {
      headers: { authorization: `Bot ${token}` },
      signal: AbortSignal.timeout(ANSWER_MS),
    });
  try {
    const response = await get('/applications/@me');
    if (!response.ok) return [{ check, ok: false, detail: explainStatus(response.status) }];
    const { id } = (await response.json()) as { readonly id: string };
    return [
      { check, ok: true, detail: 'the token is valid' },
      { check: 'invitation', ok: true, detail: buildInvitation(id) },
      ...(await checkShards(await get('/gateway/bot'))),
      ...(await checkServers(await get('/users/@me/guilds'))),
    ];
  } catch {
    return [{ check, ok: false, detail: `${new URL(discordApiUrl).host} cannot be reached` }];
  }
}

function explainStatus(status: number): string {
  return status === 401
    ? 'Discord rejects the token; reset it on the Bot page and set DISCORD_TOKEN'
    : `answers ${status}; try again later`;
}

/** What Discord says of connecting: https://discord.com/developers/docs/events/gateway#get-gateway-bot. */
interface Gateway {
  readonly shards: number;
  readonly session_start_limit: { readonly total: number; readonly remaining: number };
}

/** How many connections the bot needs, and how often it may still begin one today. */
async function checkShards(response: Response): Promise<Finding[]> {
  if (!response.ok) return [];
  const { shards, session_start_limit: limit } = (await response.json()) as Gateway;
  const needed =
    shards === 1
      ? 'one process is enough'
      : `Discord advises ${shards}: start processes with --role gateway --shards FIRST-LAST/${shards}`;
  const starts = `${limit.remaining} of ${limit.total} starts are left today`;
  return [{ check: 'shards', ok: limit.remaining > 0, detail: `${needed}; ${starts}` }];
}

/** A server as Discord lists it, with the permissions of the bot's roles there. */
interface ListedServer {
  readonly name: string;
  readonly permissions: string;
}

/** Permissions of roles; a channel may grant or deny more. So what is lacking is named, and is no fault. */
async function checkServers(response: Response): Promise<Finding[]> {
  if (!response.ok) return [];
  const servers = (await response.json()) as readonly ListedServer[];
  return servers.map(({ name, permissions }) => {
    const lacking = listLacking(BigInt(permissions)).map((one) => `${one.name} (${one.reason})`);
    return {
      check: `server ${sanitizeLine(name)}`,
      ok: true,
      detail:
        lacking.length === 0
          ? 'has given every permission'
          : `lacks, unless a channel gives it: ${lacking.join('; ')}`,
    };
  });
}
