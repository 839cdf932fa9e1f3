import { isFollow } from '../digest/follow.ts';
import { editionKey, editionMark, type Edition, type EditionState } from '../digest/edition.ts';
import type { Subscription } from '../digest/subscription.ts';
import { NO_OBSERVER, type EditionKind, type Observer } from '../observer.ts';
import { KEEP, type RecordStore } from '../store/record-store.ts';
import {
  buildAttempt,
  buildFailed,
  buildGivenUp,
  buildPosted,
  isPending,
  type PendingEdition,
} from './edition-states.ts';
import type { GuildKnowledge } from './guild-knowledge.ts';
import { judgeFailure, type FailedOutcome, type Refusal } from './judge-failure.ts';
import type { FindOutcome, MessagePort, PortFailure } from './message-port.ts';
import { openThread } from './open-thread.ts';
import { postStories } from './post-stories.ts';
import { hasStories, postEdition, type EditionPostingParts } from './post-edition.ts';

/** The dependencies of a deliverer. */
export interface DelivererParts extends EditionPostingParts {
  readonly port: MessagePort;
  readonly guilds: Pick<GuildKnowledge, 'isInGuild' | 'mayAttachFiles'>;
  readonly editions: RecordStore<Edition>;
  readonly clock: () => Date;
  /** Called after Discord refused an edition for good and that was recorded. */
  readonly onRefused: (subscription: Subscription, refusal: Refusal) => Promise<void>;
  readonly observer?: Observer;
}

/** Posts editions, each at most once, even if the process dies in between. */
export interface Deliverer {
  /** Claims the edition and posts it. Does nothing if its slot is already claimed. */
  deliver(subscription: Subscription, edition: Omit<Edition, 'state'>): Promise<void>;
  /** Resumes a pending edition: looks for its message and posts it if it is not there. */
  resume(subscription: Subscription, edition: PendingEdition, late: boolean): Promise<void>;
  /** Settles a pending edition without posting it: as posted if its message is there, else as failed. */
  giveUp(edition: PendingEdition): Promise<void>;
}

/** Discord certainly remembers a nonce for this long; its documentation says "the past few minutes". */
const NONCE_MS = 2 * 60_000;

/** The result of looking for an edition's message. */
type Looked = Exclude<FindOutcome, PortFailure> | FailedOutcome;

/** Creates a deliverer. Each step is recorded before and after, so that any process can continue. */
export function createDeliverer(parts: DelivererParts): Deliverer {
  const { port, guilds, editions, clock, log, observer = NO_OBSERVER } = parts;

  return {
    async deliver(subscription, unclaimed) {
      const now = clock();
      const edition = { ...unclaimed, state: buildAttempt(now.toISOString(), 1, now) };
      if (await editions.claim(editionKey(edition), edition)) await attempt(subscription, edition);
    },
    async resume(subscription, pending, late) {
      const { attempts, since } = pending.state;
      const edition = { ...pending, late, state: buildAttempt(since, attempts + 1, clock()) };
      const taken = await editions.change(editionKey(edition), (present) =>
        isSameAttempt(present, pending) ? edition : KEEP,
      );
      // Another process resumed it after it was read.
      if (taken.kind !== 'stored') return;
      const found = await look(edition);
      // The files may be why it failed, and the text matters more than a map.
      const again =
        pending.state.detail === undefined ? subscription : withoutPictures(subscription);
      switch (found.kind) {
        case 'found':
          return finish(subscription, edition, found.messageId, { mayHaveStories: true });
        case 'absent':
          return attempt(again, edition);
        case 'unknown':
          // While Discord remembers the nonce, posting again is safe. After that, never is better than twice.
          if (clock().getTime() - Date.parse(since) < NONCE_MS) return attempt(again, edition);
          return settle(edition, buildGivenUp(explainDoubt(found), clock()));
        case 'refused':
        case 'retry':
          return fail(subscription, edition, found);
      }
    },
    async giveUp(edition) {
      const found = await look(edition);
      if (found.kind === 'found')
        return settle(edition, buildPosted(found.messageId, undefined, clock()));
      const known = edition.state.detail ?? 'The bot stopped while it was posting.';
      const detail = found.kind === 'absent' ? known : explainDoubt(found);
      log.warn({ edition: edition.id, detail }, 'gave up an edition');
      return settle(edition, buildGivenUp(detail, clock()));
    },
  };

  async function attempt(subscription: Subscription, edition: PendingEdition): Promise<void> {
    // If this process was suspended since it recorded the attempt, another one may have continued.
    if (clock().getTime() >= Date.parse(edition.state.retryAt)) return;
    const posted = await postEdition(subscription, edition, parts);
    if (posted.kind === 'posted') {
      return finish(subscription, edition, posted.messageId, { mayHaveStories: false });
    }
    return fail(subscription, edition, await judge(posted, edition));
  }

  async function look(edition: PendingEdition): Promise<Looked> {
    const { channelId, id, state } = edition;
    const since = new Date(state.since);
    const wanted = { channelId, mark: editionMark(id), since, isDirect: isFollow(edition) };
    const found = await port.find(wanted, AbortSignal.timeout(parts.attemptMs));
    const hasFailed = found.kind === 'refused' || found.kind === 'unreachable';
    return hasFailed ? judge(found, edition) : found;
  }

  async function judge(failure: PortFailure, edition: PendingEdition): Promise<FailedOutcome> {
    const { state, guildId } = edition;
    const isDirect = isFollow(edition);
    const inGuild =
      isDirect || failure.kind !== 'refused' || (await guilds.isInGuild(guildId)) !== false;
    const outcome = judgeFailure(failure, { attempts: state.attempts, inGuild, isDirect });
    log.warn({ err: failure.cause, edition: edition.id, outcome }, 'an edition was not delivered');
    return outcome;
  }

  /** Opens and fills the thread before it records the message, so that after a crash the next process does. */
  async function finish(
    subscription: Subscription,
    edition: PendingEdition,
    messageId: string,
    { mayHaveStories }: { readonly mayHaveStories: boolean },
  ): Promise<void> {
    const { thread, schedule } = subscription;
    const threadId =
      thread !== 'none' && hasStories(edition)
        ? await openThread(edition, messageId, schedule.zone, { port, log })
        : undefined;
    if (threadId !== undefined && thread === 'stories') {
      const since = new Date(edition.state.since);
      const failure = await postStories({ edition, threadId, since, mayHaveStories }, port);
      if (failure?.kind === 'unreachable')
        return fail(subscription, edition, await judge(failure, edition));
      // As without its thread, an edition without all of its stories there counts as delivered.
      if (failure)
        log.warn({ edition: edition.id, failure }, 'the stories of an edition could not be posted');
    }
    await settle(edition, buildPosted(messageId, threadId, clock()));
    log.info({ edition: edition.id, channel: edition.channelId, messageId }, 'posted an edition');
  }

  async function fail(
    subscription: Subscription,
    edition: PendingEdition,
    outcome: FailedOutcome,
  ): Promise<void> {
    const state = buildFailed(edition.state, outcome, clock());
    await settle(edition, state);
    if (outcome.kind === 'refused' && state.kind === 'failed')
      await parts.onRefused(subscription, outcome);
  }

  /** If this process was slow, another one may have resumed the edition. Then only a posted message counts. */
  async function settle(edition: PendingEdition, state: EditionState): Promise<void> {
    const { kind } = await editions.change(editionKey(edition), (present) => {
      const isOurs = present === undefined || isSameAttempt(present, edition);
      const isNews = isPending(present) && state.kind === 'posted';
      return isOurs || isNews ? { ...edition, state } : KEEP;
    });
    if (kind === 'stored') tell(edition, state);
  }

  function tell({ alert, slot }: PendingEdition, state: EditionState): void {
    const kind: EditionKind = alert ? 'alert' : 'digest';
    if (state.kind === 'posted')
      observer.posted(kind, Math.max(0, Date.parse(state.at) - Date.parse(slot)));
    if (state.kind === 'failed') observer.failed(kind);
  }
}

function isSameAttempt(present: Edition | undefined, { state }: PendingEdition): boolean {
  return (
    isPending(present) &&
    present.state.attempts === state.attempts &&
    present.state.retryAt === state.retryAt
  );
}

function withoutPictures(subscription: Subscription): Subscription {
  return { ...subscription, pictures: false };
}

/** Explains that the message may be there, because it could not be looked for. */
function explainDoubt(found: FailedOutcome | (FindOutcome & { kind: 'unknown' })): string {
  return `It may have been posted: ${found.kind === 'unknown' ? `${found.why}.` : found.detail}`;
}
