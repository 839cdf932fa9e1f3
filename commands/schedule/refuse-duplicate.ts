import { describeSchedule } from '../../src/digest/describe-schedule.ts';
import { nameSubscription } from '../../src/digest/subscription-name.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import { UserError } from '../../src/errors.ts';
import type { CommandContext } from '../../src/command/command.ts';
import { listSubscriptions } from './guild-subscriptions.ts';

/** A subscription that may not be stored yet. */
type Planned = Omit<Subscription, 'id'> & Partial<Pick<Subscription, 'id'>>;

/**
 * Throws a UserError if the channel already has the same digest, which most people add by mistake. People who want
 * both say so by giving them different names.
 */
export async function refuseDuplicate(planned: Planned, context: CommandContext): Promise<void> {
  const wanted = describeDigest(planned);
  const duplicate = (await listSubscriptions(context)).find(
    (one) => one.id !== planned.id && describeDigest(one) === wanted,
  );
  if (!duplicate) return;
  const when = describeSchedule(duplicate.schedule);
  throw new UserError(
    'bad-option',
    `This channel has this digest already: \`${duplicate.id}\`, ${when}. Change that one with \`/schedule edit\`. If you want both, give this one a \`name\` of its own.`,
  );
}

/** Finds the other subscriptions of its channel that have a subscription's name. */
export async function findNamesakes(
  subscription: Subscription,
  context: CommandContext,
): Promise<Subscription[]> {
  return (await listSubscriptions(context)).filter(
    (one) =>
      one.id !== subscription.id &&
      one.channelId === subscription.channelId &&
      nameSubscription(one) === nameSubscription(subscription),
  );
}

/** What makes two digests the same for those who read them. */
function describeDigest(one: Planned): string {
  const { channelId, schedule, topics, sources, languages = [], countries = [] } = one;
  const lists = [topics, sources, languages, countries].map((list) => list.toSorted());
  return JSON.stringify([channelId, describeSchedule(schedule), nameSubscription(one), lists]);
}
