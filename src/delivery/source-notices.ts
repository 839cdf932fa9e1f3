import { findDependents } from '../digest/find-dependents.ts';
import type { Subscription } from '../digest/subscription.ts';
import type { Log } from '../log.ts';
import { renderSourceNotice } from '../render/render-source-notice.ts';
import { markTold } from '../ingest/sources/plan-poll.ts';
import { sourceKey, type Source } from '../ingest/sources/source.ts';
import type { RecordStore } from '../store/record-store.ts';
import { storePoll } from '../ingest/sources/store-poll.ts';
import { buildNonce } from './build-nonce.ts';
import type { MessagePort } from './message-port.ts';

/** The dependencies of the notices. */
export interface SourceNoticeParts {
  readonly sources: RecordStore<Source>;
  readonly subscriptions: RecordStore<Subscription>;
  /** The channels that have been told of a pause; kept until all have been. */
  readonly told: RecordStore<string>;
  readonly port: Pick<MessagePort, 'post'>;
  readonly now: () => Date;
  readonly log: Log;
}

/** Tells channels that the bot no longer reads a source that their digests name. */
export interface SourceNotices {
  /** Tells each channel once of every pause that it does not know of yet. */
  tellDue(): Promise<void>;
}

const NOTICE_MS = 15_000;

/**
 * Creates the notices. If Discord refuses a notice, the channel is skipped, since `/status` shows the
 * pause too. If Discord cannot be reached, the channel is tried again at the next call.
 */
export function createSourceNotices(parts: SourceNoticeParts): SourceNotices {
  const { sources, subscriptions, told, port, now, log } = parts;

  /** Resolves to true if nothing is left to do for the channel. */
  async function tellChannel(source: Source, { channelId }: Subscription): Promise<boolean> {
    const notice = noticeKey(source, channelId);
    // Claimed before it is posted: if the process dies in between, the channel is told never, not twice.
    if (!(await told.claim(notice, now().toISOString()))) return true;
    const nonce = buildNonce(notice);
    const message = renderSourceNotice(source, now());
    const outcome = await port.post(channelId, message, nonce, AbortSignal.timeout(NOTICE_MS));
    if (outcome.kind === 'posted') return true;
    const { cause: err } = outcome;
    log.warn({ err, channel: channelId, source: source.name }, 'a channel could not be told');
    if (outcome.kind === 'refused') return true;
    await told.remove(notice);
    return false;
  }

  async function tell(source: Source, running: readonly Subscription[]): Promise<void> {
    const byChannel = new Map(
      findDependents(source, running).map((each) => [each.channelId, each]),
    );
    let isDone = true;
    for (const subscription of byChannel.values()) {
      if (!(await tellChannel(source, subscription))) isDone = false;
    }
    if (!isDone) return;
    const { at } = source.paused ?? {};
    // If the source was resumed and paused again meanwhile, the channels do not know of the new pause.
    await storePoll(
      sourceKey(source),
      (present) => (present.paused?.at === at ? markTold(present) : present),
      sources,
    );
    for (const channelId of byChannel.keys()) await told.remove(noticeKey(source, channelId));
  }

  return {
    async tellDue() {
      const untold: Source[] = [];
      for await (const [, source] of sources.due(now()))
        if (source.paused?.untold) untold.push(source);
      if (untold.length === 0) return;
      const running: Subscription[] = [];
      for await (const [, subscription] of subscriptions.list()) running.push(subscription);
      for (const source of untold) await tell(source, running);
    },
  };
}

function noticeKey(source: Source, channelId: string): string {
  return `${sourceKey(source)}@${source.paused?.at ?? ''}@${channelId}`;
}
