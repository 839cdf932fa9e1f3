import type { Choice, CommandContext, Suggest } from '../../src/command/command.ts';
import type { Message } from '../../src/render/message.ts';
import { renderLines } from '../../src/render/render-lines.ts';
import { listUnreadable } from '../shared/scheduling/unreadable-records.ts';
import { parseKey, requireGuild, suggestSubscription } from './guild-subscriptions.ts';

/** Removes the server's record with this id if it cannot be read, which is all that can be done with it. */
export async function removeUnreadable(
  id: string,
  context: CommandContext,
): Promise<Message | undefined> {
  if (!(await listUnreadable(requireGuild(context), context)).includes(id)) return undefined;
  await context.services.subscriptions.remove(parseKey(id, context));
  const blocks = [[`I could not read \`${id}\`, and posted nothing for it.`]];
  return renderLines({ heading: 'Schedule removed', blocks });
}

/** Suggests the server's subscriptions, and after them its records that cannot be read. */
export const suggestRemovable: Suggest = async (typed, context, values): Promise<Choice[]> => {
  const readable = await suggestSubscription(typed, context, values);
  if (!context.guildId) return readable;
  const unreadable = (await listUnreadable(requireGuild(context), context)).filter((id) =>
    id.includes(typed.trim()),
  );
  return [...readable, ...unreadable.map((id) => ({ name: `${id} · unreadable`, value: id }))];
};
