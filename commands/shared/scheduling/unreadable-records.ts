import type { CommandContext } from '../../../src/command/command.ts';
import { subscriptionKey } from '../../../src/digest/subscription.ts';

/** More are not named: a line has to fit beside everything else. */
const MOST_NAMED = 25;

/** Lists the ids of a server's or person's subscriptions that this version cannot read. */
export async function listUnreadable(
  guildId: string,
  { services }: Pick<CommandContext, 'services'>,
): Promise<string[]> {
  const prefix = subscriptionKey({ guildId, id: '' });
  const ids: string[] = [];
  const note = (key: string): void => void ids.push(key.slice(prefix.length));
  for await (const _ of services.subscriptions.list(prefix, note));
  return ids;
}

/** Names records that cannot be read, and the command that takes them away: a line of markdown, or none. */
export function describeUnreadable(ids: readonly string[], command: string): string[] {
  if (ids.length === 0) return [];
  const list = ids.slice(0, MOST_NAMED).map((id) => `\`${id}\``);
  return [`I cannot read ${list.join(', ')}. \`${command}\` takes it away.`];
}
