import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { ALERT_LIMITS, type RaisedAlert } from '../digest/alerts/alert.ts';
import { isAlerting } from '../digest/alerts/is-alerting.ts';
import type { AlertingSubscription } from '../digest/alerts/find-alert-stories.ts';
import { claimAlert, type AlertClaims } from '../digest/alerts/claim-alert.ts';
import { planAlerts } from '../digest/alerts/plan-alerts.ts';
import { buildEdition } from '../digest/build-edition.ts';
import type { CoveredStory } from '../digest/why/digest-trace.ts';
import type { Digest } from '../digest/digest.ts';
import { editionKey, type Edition } from '../digest/edition.ts';
import { listEditions } from '../digest/prepare-digest.ts';
import { dayOfSlot } from '../digest/slots.ts';
import type { Subscription } from '../digest/subscription.ts';
import { takeTurn } from '../slices.ts';
import { KEEP, type RecordStore } from '../store/record-store.ts';
import type { Deliverer } from './deliverer.ts';
import { keepShown } from './keep-shown.ts';

/** The dependencies of alerts. */
export interface AlertParts {
  readonly subscriptions: RecordStore<Subscription>;
  readonly editions: RecordStore<Edition>;
  /** By channel. */
  readonly alertClaims: RecordStore<AlertClaims>;
  readonly deliverer: Pick<Deliverer, 'deliver'>;
  readonly clock: () => Date;
  readonly alerts: {
    /** Changes whenever an article does, or its date comes. */
    newsAt(now: Date): string;
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
  /** Whether anything changed since it was found that no alert of a subscription is due. */
  mayBeDue(key: string, subscription: AlertingSubscription): boolean;
  /** Raises all alerts of a subscription that are due. */
  raiseDue(key: string): Promise<void>;
}

const MOST_SEEN = 10_000;

/** Creates the alerts. What they remember only saves work; the truth is in the stores. */
export function createAlerts(parts: AlertParts): Alerts {
  const { subscriptions, editions, deliverer, clock, alerts } = parts;
  /** By subscription: at what it was looked the last time that nothing was due. */
  const seen = new LRUCache<string, Look>({ max: MOST_SEEN });

  function describeState(subscription: AlertingSubscription, now: Date): string {
    return JSON.stringify([hashState(subscription, now), alerts.newsAt(now)]);
  }

  function mayBeDue(key: string, subscription: AlertingSubscription): boolean {
    return seen.get(key)?.state !== describeState(subscription, clock());
  }

  /** Raises the best alert that is due, if there is one. */
  async function raiseNext(key: string, subscription: AlertingSubscription): Promise<boolean> {
    if (!mayBeDue(key, subscription)) return false;
    const now = clock();
    const last = seen.get(key);
    const state = describeState(subscription, now);
    // Looking for stories takes milliseconds; in between, others can be answered.
    await takeTurn('following');
    const stories = await alerts.find(subscription, now);
    const look = { state, stories: hashStories(subscription, stories, now) };
    if (stories.length > 0 && last?.stories !== look.stories) {
      const past = await listEditions(editions, subscription.channelId);
      const raised = await raiseFirst(subscription, stories, past, now);
      if (raised !== 'none-due') return raised === 'raised';
    }
    seen.set(key, look);
    return false;
  }

  async function raiseFirst(
    subscription: AlertingSubscription,
    stories: readonly CoveredStory[],
    past: readonly Edition[],
    now: Date,
  ): Promise<'raised' | 'not-now' | 'none-due'> {
    let outcome: 'not-now' | 'none-due' = 'none-due';
    for (const planned of planAlerts(subscription, stories, past, now)) {
      const digest = await alerts.prepare(subscription, planned, now, past);
      const articleIds = digest.stories.flatMap((story) => story.articleIds);
      if (articleIds.length === 0) continue;
      const storyId = await claim(subscription, { storyId: planned.storyId, articleIds }, now);
      const alert = storyId !== undefined && { ...planned, storyId };
      const state = { kind: 'quiet', at: now.toISOString() } as const;
      const ofNow = { subscription, slot: now, late: false, digest, state };
      const edition = alert && buildEdition({ ...ofNow, alert });
      if (!edition || (await editions.get(editionKey(edition)))) {
        outcome = 'not-now';
        continue;
      }
      await deliverer.deliver(subscription, keepShown(edition, subscription));
      return 'raised';
    }
    return outcome;
  }

  /** Resolves to the id under which a subscription may post a story; undefined if it may not now. */
  async function claim(
    subscription: AlertingSubscription,
    story: { readonly storyId: string; readonly articleIds: readonly string[] },
    now: Date,
  ): Promise<string | undefined> {
    let storyId: string | undefined;
    await parts.alertClaims.change(subscription.channelId, (present) => {
      const outcome = claimAlert(present, subscription, story, now);
      storyId = outcome.kind === 'claimed' ? outcome.storyId : undefined;
      return outcome.kind === 'claimed' ? outcome.claims : KEEP;
    });
    return storyId;
  }

  return {
    mayBeDue,
    async raiseDue(key) {
      for (let count = 0; count < ALERT_LIMITS.perDay.most; count += 1) {
        // Read again, because Discord may have refused the last one.
        const present = await subscriptions.get(key);
        if (!present || !isAlerting(present) || !(await raiseNext(key, present))) break;
      }
    },
  };
}

/** At what it was looked: the same gives no other alerts than before. */
interface Look {
  /** Of the subscription, the day and the articles. */
  readonly state: string;
  /** The stories that passed. Most articles that come belong to none of them. */
  readonly stories: string;
}

function hashState(subscription: AlertingSubscription, now: Date): string {
  // That its slots were served changes nothing for alerts.
  return hash([
    { ...subscription, servedAt: undefined },
    dayOfSlot(now, subscription.schedule.zone),
  ]);
}

function hashStories(
  subscription: AlertingSubscription,
  stories: readonly CoveredStory[],
  now: Date,
): string {
  const articles = stories.map(({ current }) => current.map(({ id }) => id));
  return hash([hashState(subscription, now), articles]);
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
