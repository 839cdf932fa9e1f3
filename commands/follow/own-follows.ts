import type { Choice, CommandContext, Suggest } from '../../src/command/command.ts';
import { followerId } from '../../src/digest/follow.ts';
import { nameSubscription } from '../../src/digest/subscription-name.ts';
import { subscriptionKey, type Subscription } from '../../src/digest/subscription.ts';
import { UserError } from '../../src/errors.ts';
import { listUnreadable } from '../shared/scheduling/unreadable-records.ts';
import { sanitizeLine } from '../../src/render/sanitize-text.ts';

/** The most follows of one person. All of them are in one answer of `/follow list`. */
export const FOLLOWS_A_PERSON = 10;

/** Lists what the requester follows, the oldest first. */
export async function listFollows({ services, userId }: CommandContext): Promise<Subscription[]> {
  const found: Subscription[] = [];
  const prefix = `${followerId(userId)}:`;
  for await (const [, one] of services.subscriptions.list(prefix)) found.push(one);
  return found.toSorted((a, b) =>
    a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1,
  );
}

/** Lists the ids of what the requester follows that this version cannot read. */
export function listUnreadableFollows(context: CommandContext): Promise<string[]> {
  return listUnreadable(followerId(context.userId), context);
}

/** Removes the requester's follow with this id, whether it can be read or not. Resolves to it if it can. */
export async function removeFollow(
  id: string,
  context: CommandContext,
): Promise<Subscription | undefined> {
  const isUnreadable = (await listUnreadableFollows(context)).includes(id);
  const found = isUnreadable ? undefined : await findFollow(id, context);
  const key = subscriptionKey({ guildId: followerId(context.userId), id });
  await context.services.subscriptions.remove(key);
  return found;
}

/** Finds the requester's follow with this id. Throws a UserError if there is none. */
async function findFollow(id: string, context: CommandContext): Promise<Subscription> {
  const guildId = followerId(context.userId);
  const found = /^[0-9a-f]{1,32}$/u.test(id)
    ? await context.services.subscriptions.get(subscriptionKey({ guildId, id }))
    : undefined;
  if (found) return found;
  throw new UserError(
    'not-found',
    'You follow no such thing. Choose one of the suggestions, or see `/follow list`.',
  );
}

/** Suggests what the requester follows by any part of its name; the value is the id. */
export const suggestFollow: Suggest = async (typed, context): Promise<Choice[]> => {
  const wanted = typed.trim().toLowerCase();
  const readable = (await listFollows(context)).map((one) => ({
    name: `${sanitizeLine(nameSubscription(one))} · ${one.id}`,
    value: one.id,
  }));
  const others = await listUnreadableFollows(context);
  return [...readable, ...others.map((id) => ({ name: `${id} · unreadable`, value: id }))].filter(
    ({ name }) => name.toLowerCase().includes(wanted),
  );
};
