import type { Digest } from '../digest/digest.ts';
import { buildEdition, buildEmptyDigest } from '../digest/build-edition.ts';
import { editionKey, type Edition } from '../digest/edition.ts';
import { planRun, type LastSlot, type RunLimits, type RunPlan } from '../digest/plan-run.ts';
import { listEditions } from '../digest/prepare-digest.ts';
import { selectExpired } from '../digest/select-expired.ts';
import type { Subscription } from '../digest/subscription.ts';
import { NO_OBSERVER, type Observer } from '../observer.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { Deliverer } from './deliverer.ts';
import { isPending } from './edition-states.ts';
import { keepShown } from './keep-shown.ts';
import { settleAlerts } from './settle-alerts.ts';

/** The dependencies of serving a subscription. */
export interface ServingParts {
  readonly editions: RecordStore<Edition>;
  readonly deliverer: Deliverer;
  /** Builds the digest of a slot. `editions` are the channel's. */
  readonly prepare: (
    subscription: Subscription,
    slot: Date,
    editions: readonly Edition[],
  ) => Promise<Digest>;
  readonly clock: () => Date;
  readonly limits: RunLimits;
  readonly observer?: Observer;
}

/** Enough for all that can be due: settle pending alerts and a pending edition, then issue a newer slot. */
const MOST_STEPS = 5;

/**
 * Does everything that is due for one subscription. Resolves to whether nothing is left to do for its slots up to now,
 * except for a pending edition, which says itself when it is to be taken up again.
 */
export async function serveSubscription(
  subscription: Subscription,
  parts: ServingParts,
): Promise<boolean> {
  const { editions, deliverer, clock } = parts;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const past = await listEditions(editions, subscription.channelId);
    if (await settleAlerts(subscription, past, parts)) continue;
    const last = findLast(past, subscription.id, clock());
    const plan = planRun(subscription, last && describeLast(last), clock(), parts.limits);
    switch (plan.kind) {
      case 'wait':
        await recordMissed(subscription, plan.missed, parts);
        return !plan.isBlocked;
      case 'run':
        await recordMissed(subscription, plan.missed, parts);
        await issue(subscription, plan, past, parts);
        break;
      case 'resume':
        if (isPending(last)) await deliverer.resume(subscription, last, plan.late);
        break;
      case 'give-up':
        if (isPending(last)) await deliverer.giveUp(last);
        break;
    }
  }
  return false;
}

async function issue(
  subscription: Subscription,
  { slot, late }: RunPlan & { kind: 'run' },
  past: readonly Edition[],
  { prepare, editions, deliverer, clock }: ServingParts,
): Promise<void> {
  const digest = await prepare(subscription, slot, past);
  const at = clock().toISOString();
  const state = { kind: 'quiet', at } as const;
  const edition = buildEdition({ subscription, slot, late, digest, state });
  const quiet = digest.stories.length === 0 && subscription.onQuiet === 'post-nothing';
  if (quiet) await editions.claim(editionKey(edition), edition);
  else await deliverer.deliver(subscription, keepShown(edition, subscription));
  for (const expired of selectExpired(past, clock())) await editions.remove(editionKey(expired));
}

async function recordMissed(
  subscription: Subscription,
  slots: readonly Date[],
  { editions, clock, observer = NO_OBSERVER }: ServingParts,
): Promise<void> {
  for (const slot of slots) {
    const state = { kind: 'missed', at: clock().toISOString() } as const;
    const digest = buildEmptyDigest(slot);
    const edition = buildEdition({ subscription, slot, late: true, digest, state });
    if (await editions.claim(editionKey(edition), edition)) observer.missedSlot();
  }
}

/**
 * Ignores slots after `now`: the clock was ahead when they were issued. They count when they come. An alert has no
 * slot of the schedule.
 */
function findLast(past: readonly Edition[], id: string, now: Date): Edition | undefined {
  return past
    .filter(
      ({ subscriptionId, slot, alert }) =>
        subscriptionId === id && alert === undefined && Date.parse(slot) <= now.getTime(),
    )
    .toSorted((a, b) => Date.parse(a.slot) - Date.parse(b.slot))
    .at(-1);
}

function describeLast({ slot, state }: Edition): LastSlot {
  const pending = state.kind === 'pending' && { pendingUntil: new Date(state.retryAt) };
  return { slot: new Date(slot), ...pending };
}
