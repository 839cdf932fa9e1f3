import { createDeliverer } from '../delivery/deliverer.ts';
import type { GuildKnowledge } from '../delivery/guild-knowledge.ts';
import type { MessagePort } from '../delivery/message-port.ts';
import { pauseRefused, tellPaused } from '../delivery/pause-refused.ts';
import { createScheduler, type Scheduler } from '../delivery/scheduler.ts';
import type { AlertClaims } from '../digest/alerts/claim-alert.ts';
import { alertUntil, findAlertStories } from '../digest/alerts/find-alert-stories.ts';
import { prepareAlert } from '../digest/alerts/prepare-alert.ts';
import type { Edition } from '../digest/edition.ts';
import type { News } from '../digest/news.ts';
import { RUN_LIMITS } from '../digest/plan-run.ts';
import { prepareDigest } from '../digest/prepare-digest.ts';
import type { Subscription } from '../digest/subscription.ts';
import {
  EDITION_PICTURE_WAIT_MS,
  type AttachPictures,
} from '../discord/pictures/attach-pictures.ts';
import type { Log } from '../log.ts';
import type { Observer } from '../observer.ts';
import { renderDigest } from '../render/render-digest.ts';
import type { Locks } from '../store/locks.ts';
import type { RecordStore } from '../store/record-store.ts';

/** The dependencies of scheduled digests. */
export interface ScheduledDigestsParts {
  readonly port: MessagePort;
  readonly guilds: GuildKnowledge;
  readonly locks: Locks;
  readonly subscriptions: RecordStore<Subscription>;
  readonly editions: RecordStore<Edition>;
  readonly alertClaims: RecordStore<AlertClaims>;
  /** Its index must be loaded: a digest lacks the articles that the index does not have yet. */
  readonly news: News;
  readonly attachPictures: AttachPictures;
  readonly clock: () => Date;
  /** How long after its slot an edition is still posted. */
  readonly graceMs: number;
  /** Reports from before do not count for alerts; by default all do. */
  readonly alertsFrom?: Date;
  /** How long one attempt may take; 30 seconds by default. */
  readonly attemptMs?: number;
  /** Whether anything can be recorded; nothing is posted while it cannot. */
  readonly isWritable?: () => boolean;
  readonly observer?: Observer;
  readonly log: Log;
}

const ATTEMPT_MS = 30_000;

/** Creates the scheduler of digests with its parts. It does nothing until it is started. */
export function scheduleDigests(parts: ScheduledDigestsParts): Scheduler {
  const { news, graceMs, attachPictures, alertsFrom } = parts;
  const deliverer = createDeliverer({
    ...parts,
    attemptMs: parts.attemptMs ?? ATTEMPT_MS,
    render: renderDigest,
    attachPictures: (message) => attachPictures(message, EDITION_PICTURE_WAIT_MS),
    onRefused: (subscription, refusal) => pauseRefused(subscription, refusal, parts),
  });
  return createScheduler({
    ...parts,
    deliverer,
    tellPaused: (subscription) => tellPaused(subscription, parts),
    prepare: (subscription, slot, past) => prepareDigest(subscription, slot, past, news),
    alerts: {
      find: (subscription, now) => findAlertStories(subscription, now, news, alertsFrom),
      newsAt: (now) => news.cache.versionAt(alertUntil(now)),
      prepare: (subscription, alert, now, past) =>
        prepareAlert(subscription, alert, now, past, news),
    },
    limits: { ...RUN_LIMITS, graceMs },
  });
}
