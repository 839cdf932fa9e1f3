import { Temporal } from 'temporal-polyfill';
import type { Edition } from '../../src/digest/edition.ts';
import { listEditions } from '../../src/digest/prepare-digest.ts';
import { subscriptionKey, type Subscription } from '../../src/digest/subscription.ts';
import type { Services } from '../../src/command/services.ts';

/** Lists a channel's editions, whatever their state; the newest slot first. */
export async function listNewestEditions(
  { editions }: Services,
  channelId: string,
): Promise<Edition[]> {
  const found = await listEditions(editions, channelId);
  return found.toSorted((a, b) => (a.slot < b.slot ? 1 : a.slot > b.slot ? -1 : 0));
}

/**
 * Finds the day of an edition's slot, such as "2024-06-15", in the zone of its schedule; in UTC if the schedule has
 * been removed.
 */
export async function findEditionDay(services: Services, edition: Edition): Promise<string> {
  const subscription = await readSubscription(services, edition);
  const instant = Temporal.Instant.from(edition.slot);
  return instant
    .toZonedDateTimeISO(subscription?.schedule.zone ?? 'UTC')
    .toPlainDate()
    .toString();
}

/** Tells whether an edition has pictures: as its schedule says, and always if the schedule has been removed. */
export async function hasPictures(services: Services, edition: Edition): Promise<boolean> {
  const subscription = await readSubscription(services, edition);
  return subscription?.pictures !== false;
}

function readSubscription(
  { subscriptions }: Services,
  { guildId, subscriptionId: id }: Edition,
): Promise<Subscription | undefined> {
  return subscriptions.get(subscriptionKey({ guildId, id }));
}
