import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { ALERT_LIMITS, type RaisedAlert } from '../digest/alerts/alert.ts';
import type { AlertingSubscription } from '../digest/alerts/find-alert-stories.ts';
import { planAlerts } from '../digest/alerts/plan-alerts.ts';
import { buildEdition } from '../digest/build-edition.ts';
import type { CoveredStory } from '../digest/why/digest-trace.ts';
import type { Digest } from '../digest/digest.ts';
import type { Edition } from '../digest/edition.ts';
import { listEditions } from '../digest/prepare-digest.ts';
import { dayOfSlot } from '../digest/slots.ts';
import type { Subscription } from '../digest/subscription.ts';
import { takeTurn } from '../slices.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { Deliverer } from './deliverer.ts';
import { keepShown } from './keep-shown.ts';

/** The dependencies of alerts. */
export interface AlertParts {
  readonly subscriptions: RecordStore<Subscription>;
  readonly editions: RecordStore<Edition>;
  readonly deliverer: Pick<Deliverer, 'deliver'>;
  readonly clock: () => Date;
  readonly alerts: {
    /** Finds the stories that enough voices report, whatever the channel was told; waits until all articles are in stories. */
    find(subscription: AlertingSubscription, now: Date): Promise<readonly CoveredStory[]>;
    /** Builds the digest of one of them. `editions` are the channel's. */
    prepare(
      subscription: AlertingSubscription,
      alert: RaisedAlert,
      now: Date,
      editions: readonly Edition[],
    ): Promise<Digest>;
  };
}

/** Posts stories at once, each by an edition of its own. */
export interface Alerts {
  /** Raises all alerts of a subscription that are due. Resolves to whether there were any. */
  raiseDue(key: string): Promise<boolean>;
}

const MOST_SEEN = 10_000;

/** Creates the alerts. What they remember only saves work; the truth is in the stores. */
export function createAlerts(parts: AlertParts): Alerts {
  const { subscriptions, editions, deliverer, clock, alerts } = parts;
  /** By subscription: the stories that were looked at when none of them was due. */
  const seen = new LRUCache<string, string>({ max: MOST_SEEN });

  /** Raises the best alert that is due, if there is one. */
  async function raiseNext(key: string, subscription: AlertingSubscription): Promise<boolean> {
    // Looking for stories takes milliseconds; in between, others can be answered.
    await takeTurn('following');
    const now = clock();
    const stories = await alerts.find(subscription, now);
    if (stories.length === 0) return false;
    const look = hashLook(subscription, stories, now);
    if (seen.get(key) === look) return false;
    const past = await listEditions(editions, subscription.channelId);
    for (const alert of planAlerts(subscription, stories, past, now)) {
      const digest = await alerts.prepare(subscription, alert, now, past);
      if (digest.stories.length === 0) continue;
      const state = { kind: 'quiet', at: now.toISOString() } as const;
      const edition = buildEdition({ subscription, slot: now, late: false, digest, state, alert });
      await deliverer.deliver(subscription, keepShown(edition, subscription));
      return true;
    }
    seen.set(key, look);
    return false;
  }

  return {
    async raiseDue(key) {
      let count = 0;
      while (count < ALERT_LIMITS.perDay.most) {
        // Read again, because Discord may have refused the last one.
        const present = await subscriptions.get(key);
        if (!present || !isAlerting(present) || !(await raiseNext(key, present))) break;
        count += 1;
      }
      return count > 0;
    },
  };
}

/** Tells whether a subscription posts stories at once. */
export function isAlerting(subscription: Subscription): subscription is AlertingSubscription {
  return subscription.alert !== undefined && subscription.state.kind === 'active';
}

/** What alerts depend on, besides the editions that they lead to: the same gives no other alerts than before. */
function hashLook(
  subscription: AlertingSubscription,
  stories: readonly CoveredStory[],
  now: Date,
): string {
  const day = dayOfSlot(now, subscription.schedule.zone);
  const articles = stories.map(({ current }) => current.map(({ id }) => id));
  const look = JSON.stringify([subscription, day, articles]);
  return createHash('sha256').update(look).digest('base64url');
}
