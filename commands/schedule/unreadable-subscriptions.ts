import type { Choice, CommandContext, Suggest } from '../../src/command/command.ts';
import type { Message } from '../../src/render/message.ts';
import { renderLines } from '../../src/render/render-lines.ts';
import {
  MOST_SUBSCRIPTIONS,
  parseKey,
  requireGuild,
  suggestSubscription,
} from './guild-subscriptions.ts';

/** Names the server's records that this version cannot read: a line of markdown, or none. */
export async function describeUnreadable(context: CommandContext): Promise<string[]> {
  const ids = await listUnreadable(context);
  if (ids.length === 0) return [];
  const list = ids.slice(0, MOST_SUBSCRIPTIONS).map((id) => `\`${id}\``);
  return [`I cannot read ${list.join(', ')}. \`/schedule remove\` takes it away.`];
}

/** Removes the server's record with this id if it cannot be read, which is all that can be done with it. */
export async function removeUnreadable(
  id: string,
  context: CommandContext,
): Promise<Message | undefined> {
  if (!(await listUnreadable(context)).includes(id)) return undefined;
  await context.services.subscriptions.remove(parseKey(id, context));
  const blocks = [[`I could not read \`${id}\`, and posted nothing for it.`]];
  return renderLines({ heading: 'Schedule removed', blocks });
}

/** Suggests the server's subscriptions, and after them its records that cannot be read. */
export const suggestRemovable: Suggest = async (typed, context, values): Promise<Choice[]> => {
  const readable = await suggestSubscription(typed, context, values);
  if (!context.guildId) return readable;
  const unreadable = (await listUnreadable(context)).filter((id) => id.includes(typed.trim()));
  return [...readable, ...unreadable.map((id) => ({ name: `${id} · unreadable`, value: id }))];
};

async function listUnreadable(context: CommandContext): Promise<string[]> {
  const prefix = `${requireGuild(context)}:`;
  const ids: string[] = [];
  const note = (key: string): void => void ids.push(key.slice(prefix.length));
  for await (const _ of context.services.subscriptions.list(prefix, note));
  return ids;
}
