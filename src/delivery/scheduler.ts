import { isAlerting } from '../digest/alerts/is-alerting.ts';
import type { Subscription } from '../digest/subscription.ts';
import { whenBetweenSlots } from './when-idle.ts';
import type { Log } from '../log.ts';
import { NO_OBSERVER } from '../observer.ts';
import type { Locks } from '../store/locks.ts';
import { isIdleAt } from '../store/idle.ts';
import { KEEP, type RecordStore } from '../store/record-store.ts';
import { UnwritableStoreError } from '../store/store-fault.ts';
import { createAlerts, type AlertParts } from './raise-alerts.ts';
import { serveSubscription, type ServingParts } from './serve-subscription.ts';
import { settlePending } from './settle-pending.ts';
import { startTicker, type Ticker } from './ticker.ts';

/** The dependencies of the scheduler. */
export interface SchedulerParts extends ServingParts, Pick<AlertParts, 'alerts' | 'alertClaims'> {
  readonly subscriptions: RecordStore<Subscription>;
  readonly locks: Locks;
  /** Tells the managers of a pause that they do not know of yet. */
  readonly tellPaused: (subscription: Subscription) => Promise<void>;
  /** Whether anything can be recorded. While nothing can, nothing is posted. */
  readonly isWritable?: () => boolean;
  readonly log: Log;
}

/** Issues the editions that are due. */
export interface Scheduler {
  /** Does everything that is due now; never rejects. A call during another one joins it. */
  tick(): Promise<void>;
  /** Ticks at once and then at every full minute. */
  start(): void;
  /** Resolves when the work in progress has ended; nothing starts after that. */
  stop(): Promise<void>;
}

/** How many channels are served at a time: enough for 50 requests a second if Discord answers within 300 ms. */
const CHANNELS_AT_ONCE = 16;

/** What is due in one channel. */
interface Due {
  /** Keys of subscriptions. */
  readonly subscriptions: Set<string>;
  /** Keys of pending editions. */
  readonly editions: Set<string>;
}

/** Creates the scheduler. It remembers nothing between two ticks; the truth is in the stores. */
export function createScheduler(parts: SchedulerParts): Scheduler {
  const { subscriptions, editions, locks, clock, log } = parts;
  const { isWritable = () => true, observer = NO_OBSERVER } = parts;
  const alerts = createAlerts(parts);
  let running: Promise<void> | undefined;
  let ticker: Ticker | undefined;
  const stopping = new AbortController();

  return {
    tick,
    start() {
      if (stopping.signal.aborted) return;
      ticker ??= startTicker(tick, log);
      void tick();
    },
    async stop() {
      stopping.abort();
      await ticker?.stop();
      await running;
    },
  };

  function tick(): Promise<void> {
    if (!stopping.signal.aborted) {
      observer.schedulingGoesOn();
      running ??= serveAll()
        .catch((error: unknown) =>
          logUnlessUnwritable(error, {}, 'the schedules could not be read'),
        )
        .finally(() => {
          running = undefined;
          observer.schedulingGoesOn();
        });
    }
    return running ?? Promise.resolve();
  }

  function mayServe(): boolean {
    return !stopping.signal.aborted && isWritable();
  }

  /** The store's own watch says once for all that nothing can be stored. */
  function logUnlessUnwritable(err: unknown, about: object, text: string): void {
    if (!(err instanceof UnwritableStoreError)) log.error({ err, ...about }, text);
  }

  async function serveAll(): Promise<void> {
    if (!mayServe()) return;
    const channels = (await collectDue()).entries();
    const serveNext = async (): Promise<void> => {
      for (const [channelId, due] of channels) if (mayServe()) await serveChannel(channelId, due);
    };
    await Promise.all(Array.from({ length: CHANNELS_AT_ONCE }, serveNext));
  }

  /**
   * The subscriptions of one channel take turns, in this process and between several, so that none tells a story that
   * another is just telling. If another process serves the channel now, what it leaves is due at the next tick.
   */
  async function serveChannel(channelId: string, due: Due): Promise<void> {
    try {
      await locks.hold(`channel:${channelId}`, async (lost) => {
        const mayGoOn = (): boolean => mayServe() && !lost.aborted;
        const owners = new Set<string>();
        for (const key of due.editions) {
          if (!mayGoOn()) return;
          const owner = await settle(key);
          if (owner !== undefined) owners.add(owner);
        }
        for (const key of new Set([...due.subscriptions, ...owners]))
          if (mayGoOn()) await serve(key, owners.has(key));
      });
    } catch (error) {
      logUnlessUnwritable(error, { channel: channelId }, 'a channel could not be served');
    }
  }

  /** Collects what is due, by channel: nothing else is read. */
  async function collectDue(): Promise<ReadonlyMap<string, Due>> {
    const now = clock();
    const channels = new Map<string, Due>();
    const dueIn = (channelId: string): Due => {
      const due = channels.get(channelId) ?? { subscriptions: new Set(), editions: new Set() };
      channels.set(channelId, due);
      return due;
    };
    for await (const [key, subscription] of subscriptions.due(now)) {
      const isDue = !isIdleAt(whenBetweenSlots(subscription), now);
      if (isDue || (isAlerting(subscription) && alerts.mayBeDue(key, subscription)))
        dueIn(subscription.channelId).subscriptions.add(key);
    }
    for await (const [key, { channelId }] of editions.due(now)) dueIn(channelId).editions.add(key);
    return channels;
  }

  /** Resolves to the key of the subscription that has to be served because of a pending edition. */
  async function settle(edition: string): Promise<string | undefined> {
    try {
      return await settlePending(edition, parts);
    } catch (error) {
      logUnlessUnwritable(error, { edition }, 'an edition could not be settled');
      return undefined;
    }
  }

  async function serve(key: string, hasPending: boolean): Promise<void> {
    try {
      // Read again, because it may have been changed or removed while others were served.
      const subscription = await subscriptions.get(key);
      if (!subscription) return;
      const isDue = !isIdleAt(whenBetweenSlots(subscription), clock());
      if (isDue || hasPending) await serveSlots(key, subscription);
      // After the digest, which may tell the story.
      if (isAlerting(subscription)) await alerts.raiseDue(key);
    } catch (error) {
      logUnlessUnwritable(error, { subscription: key }, 'a subscription could not be served');
    }
    observer.schedulingGoesOn();
  }

  async function serveSlots(key: string, subscription: Subscription): Promise<void> {
    const from = clock();
    const isServed = await serveSubscription(subscription, parts);
    const { state } = subscription;
    if (state.kind === 'active' && isServed) await noteServed(key, subscription, from);
    if (state.kind === 'paused' && state.untold) await parts.tellPaused(subscription);
  }

  /** Last: a process that is killed before it serves again, and finds that nothing is left to do. */
  async function noteServed(key: string, served: Subscription, at: Date): Promise<void> {
    const text = JSON.stringify(served);
    await subscriptions.change(key, (present) =>
      // One that was changed meanwhile is still to be served.
      present && JSON.stringify(present) === text
        ? { ...present, servedAt: at.toISOString() }
        : KEEP,
    );
  }
}
