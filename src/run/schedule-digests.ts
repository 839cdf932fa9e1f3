import type { Client } from 'discord.js';
import type { DigestSources } from '../digest/build-digest.ts';
import type { Edition } from '../digest/edition.ts';
import { RUN_LIMITS } from '../digest/plan-run.ts';
import { prepareDigest } from '../digest/prepare-digest.ts';
import type { Subscription } from '../digest/subscription.ts';
import type { Log } from '../log.ts';
import { renderDigest } from '../render/render-digest.ts';
import type { RecordStore } from '../store/record-store.ts';
import { createAttachPictures } from '../discord/pictures/attach-pictures.ts';
import { createDeliverer } from '../delivery/deliverer.ts';
import { createDiscordPort } from '../discord/rest/create-message-port.ts';
import { pauseRefused, tellPaused } from '../delivery/pause-refused.ts';
import { renderPng, type RenderPng } from '../discord/pictures/render-png.ts';
import { createScheduler, type Scheduler } from '../delivery/scheduler.ts';

/** What scheduled digests need. */
export interface ScheduledDigestsParts {
  /** Logged in; the index of `sources` is loaded, or digests would miss what it does not hold yet. */
  readonly client: Client<true>;
  readonly subscriptions: RecordStore<Subscription>;
  readonly editions: RecordStore<Edition>;
  readonly sources: DigestSources;
  readonly clock: () => Date;
  /** How long after its slot an edition is still posted. */
  readonly graceMs: number;
  /** How long one attempt may take; 30 seconds by default. */
  readonly attemptMs?: number;
  /** Draws pictures; with resvg by default. */
  readonly renderPng?: RenderPng;
  readonly log: Log;
}

const ATTEMPT_MS = 30_000;

/** Puts the scheduler of digests together for a logged-in client. It does nothing until it is started. */
export function scheduleDigests(parts: ScheduledDigestsParts): Scheduler {
  const { client, sources, graceMs } = parts;
  const port = createDiscordPort(client);
  const deliverer = createDeliverer({
    ...parts,
    attemptMs: parts.attemptMs ?? ATTEMPT_MS,
    port,
    render: renderDigest,
    attachPictures: createAttachPictures(parts.renderPng ?? renderPng, parts.log),
    onRefused: (subscription, refusal) => pauseRefused(subscription, refusal, { ...parts, port }),
  });
  return createScheduler({
    ...parts,
    deliverer,
    tellPaused: (subscription) => tellPaused(subscription, { ...parts, port }),
    prepare: (subscription, slot, past) => prepareDigest(subscription, slot, past, sources),
    limits: { ...RUN_LIMITS, graceMs },
  });
}
