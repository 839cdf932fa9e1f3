import { buildInvitation, listLacking } from '../command/needed-permissions.ts';
import type { Config } from '../config.ts';
import { sanitizeLine } from '../render/sanitize-text.ts';
import type { Finding } from './finding.ts';

const ANSWER_MS = 10_000;

/** Checks the token, and what the bot may do in each of its servers. Says how to invite it with all that it needs. */
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
