import type { Edition } from '../../src/digest/edition.ts';
import { dayOfSlot } from '../../src/digest/slots.ts';
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

/** The day of an edition's slot, and the present day, such as "2024-06-15". */
export interface EditionDay {
  readonly day: string;
  readonly today: string;
}

/** Finds the day of an edition in the zone of its schedule; in UTC if the schedule has been removed. */
export async function findEditionDay(
  services: Services,
  edition: Edition,
  now: Date,
): Promise<EditionDay> {
  const zone = (await readSubscription(services, edition))?.schedule.zone ?? 'UTC';
  return { day: dayOfSlot(new Date(edition.slot), zone), today: dayOfSlot(now, zone) };
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
