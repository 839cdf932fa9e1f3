import { createHash } from 'node:crypto';
import { describeSchedule } from '../../src/digest/describe-schedule.ts';
import { nameSubscription } from '../../src/digest/subscription-name.ts';
import { subscriptionKey, type Subscription } from '../../src/digest/subscription.ts';
import { UserError } from '../../src/errors.ts';
import { KEEP } from '../../src/store/record-store.ts';
import { sanitizeLine } from '../../src/render/sanitize-text.ts';
import type { Choice, CommandContext, Suggest } from '../../src/command/command.ts';

/** Discord's menus and suggestions have at most 25 entries. */
export const MOST_SUBSCRIPTIONS = 25;

/** The server where the command was used. Throws a UserError in direct messages. */
export function requireGuild({ guildId }: CommandContext): string {
  if (guildId) return guildId;
  throw new UserError('not-available', 'Schedules belong to a server. Use this command in one.');
}

/** Lists a server's subscriptions, the oldest first. Keys begin with the server's id, so that no others are found. */
export async function listSubscriptions(context: CommandContext): Promise<Subscription[]> {
  const found: Subscription[] = [];
  const guildId = requireGuild(context);
  for await (const [, one] of context.services.subscriptions.list(`${guildId}:`)) found.push(one);
  return found.toSorted((a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id));
}

/** Finds the server's subscription with this id. Throws a UserError if there is none. */
export async function findSubscription(id: string, context: CommandContext): Promise<Subscription> {
  const found = await context.services.subscriptions.get(parseKey(id, context));
  if (!found) throw notFound();
  return found;
}

/**
 * Changes the server's subscription with this id in one step, so that managers who change it at once do not
 * lose each other's change. Resolves to what is stored now. Throws a UserError if there is none.
 */
export async function changeSubscription(
  id: string,
  decide: (present: Subscription) => Subscription | typeof KEEP,
  context: CommandContext,
): Promise<{ readonly kind: 'stored' | 'kept'; readonly subscription: Subscription }> {
  const { kind, after } = await context.services.subscriptions.change(
    parseKey(id, context),
    (present) => (present ? decide(present) : KEEP),
  );
  if (!after) throw notFound();
  return { kind, subscription: after };
}

/** The key of a subscription from what a user gave as its id. Throws a UserError if that is not an id. */
export function parseKey(id: string, context: CommandContext): string {
  if (!/^[0-9a-z]{1,32}$/u.test(id)) throw notFound();
  return subscriptionKey({ guildId: requireGuild(context), id });
}

function notFound(): UserError {
  return new UserError(
    'not-found',
    'This server has no such schedule. Choose one of the suggestions, or see `/schedule list`.',
  );
}

/** Stores a new subscription under an id that is derived from who planned it, where and when. */
export async function addSubscription(
  given: Omit<Subscription, 'id'>,
  { services, userId }: CommandContext,
): Promise<Subscription> {
  for (let attempt = 0; ; attempt++) {
    const name = JSON.stringify([given.guildId, given.channelId, userId, given.createdAt, attempt]);
    const id = createHash('sha256').update(name).digest('hex').slice(0, 8);
    const subscription = { ...given, id };
    if (await services.subscriptions.claim(subscriptionKey(subscription), subscription)) {
      return subscription;
    }
  }
}

/** Suggests the server's subscriptions by any part of their description; the value is the id. */
export const suggestSubscription: Suggest = async (typed, context): Promise<Choice[]> => {
  if (!context.guildId) return [];
  const wanted = typed.trim().toLowerCase();
  return (await listSubscriptions(context))
    .map((one) => ({ name: labelSubscription(one, context.channelId), value: one.id }))
    .filter(({ name }) => name.toLowerCase().includes(wanted));
};

function labelSubscription(subscription: Subscription, channelId: string): string {
  const { id, schedule, state } = subscription;
  const parts = [
    id,
    sanitizeLine(nameSubscription(subscription)),
    describeSchedule(schedule),
    subscription.channelId === channelId ? 'here' : 'another channel',
    ...(state.kind === 'paused' ? ['paused'] : []),
  ];
  return parts.join(' · ');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
