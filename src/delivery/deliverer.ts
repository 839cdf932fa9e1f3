import { createHash } from 'node:crypto';
import { editionKey, editionMark, type Edition, type EditionState } from '../digest/edition.ts';
import type { Subscription } from '../digest/subscription.ts';
import type { Log } from '../log.ts';
import type { renderDigest } from '../render/render-digest.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { AttachPictures } from '../discord/pictures/attach-pictures.ts';
import { backoffMs, classifyDelivery, type FailedOutcome, type Refusal } from './judge-failure.ts';
import type { DiscordPort } from '../discord/rest/create-message-port.ts';
import { postIllustrated } from './post-illustrated.ts';
import { openThread } from './open-thread.ts';
import type { FoundMessage } from '../discord/rest/find-message.ts';

/** What deliveries are made with. */
export interface DelivererParts {
  readonly port: DiscordPort;
  readonly editions: RecordStore<Edition>;
  readonly render: typeof renderDigest;
  readonly attachPictures: AttachPictures;
  readonly clock: () => Date;
  readonly log: Log;
  /** An attempt is broken off after this: discord.js alone would wait for a rate limit for ever. */
  readonly attemptMs: number;
  /** Called when Discord refused an edition for good, which has been recorded by then. */
  readonly onRefused: (subscription: Subscription, refusal: Refusal) => Promise<void>;
}

/** Posts editions, each at most once, whatever dies on the way. */
export interface Deliverer {
  /** Claims the edition and posts it; does nothing where anyone has claimed its slot before. */
  deliver(subscription: Subscription, edition: Omit<Edition, 'state'>): Promise<void>;
  /** Takes a pending edition up again: looks whether its message is there, and posts it if not. */
  resume(subscription: Subscription, edition: PendingEdition, late: boolean): Promise<void>;
  /** Settles a pending edition without posting it: it may be there already, else it has failed. */
  giveUp(edition: PendingEdition): Promise<void>;
}

/** An edition that was claimed and not settled. */
export type PendingEdition = Edition & { readonly state: EditionState & { kind: 'pending' } };

/** Tells whether an edition was claimed and not settled. */
export function isPending(edition: Edition | undefined): edition is PendingEdition {
  return edition?.state.kind === 'pending';
}

/** Nobody else touches an edition for this long: more than a look-up, a post and a thread take. */
const LEASE_MS = 2 * 60_000;

/** So long after the first attempt Discord surely still knows its nonce ("the past few minutes"). */
const NONCE_MS = 2 * 60_000;

/** Creates a deliverer. Each step is recorded before and after, so that any process can go on. */
export function createDeliverer(parts: DelivererParts): Deliverer {
  const { port, editions, clock, log } = parts;

  return {
    async deliver(subscription, unclaimed) {
      const since = clock().toISOString();
      const edition = { ...unclaimed, state: buildAttempt(since, 1) };
      if (await editions.claim(editionKey(edition), edition)) await attempt(subscription, edition);
    },
    async resume(subscription, pending, late) {
      const { attempts, since } = pending.state;
      const edition = { ...pending, late, state: buildAttempt(since, attempts + 1) };
      await editions.put(editionKey(edition), edition);
      const found = await look(edition);
      // What failed may have been the files, and words are wanted more than a map.
      const again =
        pending.state.detail === undefined ? subscription : withoutPictures(subscription);
      switch (found.kind) {
        case 'found':
          return finish(subscription, edition, found.messageId);
        case 'absent':
          return attempt(again, edition);
        case 'unknown':
          // The nonce still guards a message that cannot be looked for; later, twice is worse than never.
          if (clock().getTime() - Date.parse(since) < NONCE_MS) return attempt(again, edition);
          return settle(edition, buildFailure(explainDoubt(found)));
        case 'refused':
        case 'retry':
          return fail(subscription, edition, found);
      }
    },
    async giveUp(edition) {
      const found = await look(edition);
      if (found.kind === 'found') return settle(edition, buildPosted(found.messageId));
      const known = edition.state.detail ?? 'The bot stopped while it was posting.';
      const detail = found.kind === 'absent' ? known : explainDoubt(found);
      log.warn({ edition: edition.id, detail }, 'gave up an edition');
      return settle(edition, buildFailure(detail));
    },
  };

  async function attempt(subscription: Subscription, edition: PendingEdition): Promise<void> {
    const { id: editionId, late, digest, channelId, state } = edition;
    // The process stood still since it recorded the attempt; someone else may have gone on.
    if (clock().getTime() >= Date.parse(state.retryAt)) return;
    // Nobody is called for the news that there is none.
    const roleId =
      hasStories(edition) && digest.noNewsSince === undefined ? subscription.roleId : undefined;
    const rendered = parts.render(digest, {
      editionId,
      late,
      ...(roleId !== undefined && { roleId }),
      ...(subscription.pictures === false && { pictures: false }),
    });
    const posted = await postIllustrated(
      rendered,
      { channelId, nonce: buildNonce(edition) },
      parts,
    ).catch((error: unknown) => judge(error, edition));
    if ('kind' in posted) await fail(subscription, edition, posted);
    else await finish(subscription, edition, posted.id);
  }

  async function look(edition: PendingEdition): Promise<FoundMessage | FailedOutcome> {
    const { channelId, id, state } = edition;
    const signal = AbortSignal.timeout(parts.attemptMs);
    return port
      .findMessage(channelId, editionMark(id), new Date(state.since), signal)
      .catch((error: unknown) => judge(error, edition));
  }

  function judge(error: unknown, { state, guildId, id }: PendingEdition): FailedOutcome {
    const { attempts } = state;
    const outcome = classifyDelivery(error, { attempts, inGuild: port.isInGuild(guildId) });
    log.warn({ err: error, edition: id, outcome }, 'an edition was not delivered');
    return outcome;
  }

  /** The thread comes before the record: after a crash in between, the message is found and it is opened then. */
  async function finish(
    subscription: Subscription,
    edition: PendingEdition,
    messageId: string,
  ): Promise<void> {
    const threadId =
      subscription.thread && hasStories(edition)
        ? await openThread(port, edition, messageId, subscription.schedule.zone, log)
        : undefined;
    await settle(edition, {
      ...buildPosted(messageId),
      ...(threadId !== undefined && { threadId }),
    });
    log.info({ edition: edition.id, channel: edition.channelId, messageId }, 'posted an edition');
  }

  async function fail(
    subscription: Subscription,
    edition: PendingEdition,
    outcome: FailedOutcome,
  ): Promise<void> {
    const { since, attempts } = edition.state;
    if (outcome.kind === 'refused' && outcome.reason !== 'token-invalid') {
      await settle(edition, { kind: 'failed', at: clock().toISOString(), outcome });
      return parts.onRefused(subscription, outcome);
    }
    // A refused token ends the process; with a new one, the edition can still go out.
    const afterMs = outcome.kind === 'retry' ? outcome.afterMs : backoffMs(attempts);
    const retryAt = new Date(clock().getTime() + afterMs).toISOString();
    return settle(edition, { kind: 'pending', since, attempts, retryAt, detail: outcome.detail });
  }

  function settle(edition: Edition, state: EditionState): Promise<void> {
    return editions.put(editionKey(edition), { ...edition, state });
  }

  function buildAttempt(since: string, attempts: number): PendingEdition['state'] {
    const retryAt = new Date(clock().getTime() + LEASE_MS).toISOString();
    return { kind: 'pending', since, attempts, retryAt };
  }

  function buildPosted(messageId: string): EditionState & { kind: 'posted' } {
    return { kind: 'posted', at: clock().toISOString(), messageId };
  }

  function buildFailure(detail: string): EditionState {
    const outcome = { kind: 'given-up', detail } as const;
    return { kind: 'failed', at: clock().toISOString(), outcome };
  }
}

function hasStories({ digest }: Edition): boolean {
  return digest.stories.length > 0;
}

function withoutPictures(subscription: Subscription): Subscription {
  return { ...subscription, pictures: false };
}

/** Words that nobody could see whether the message is there. */
function explainDoubt(found: FailedOutcome | (FoundMessage & { kind: 'unknown' })): string {
  return `It may have been posted: ${found.kind === 'unknown' ? `${found.why}.` : found.detail}`;
}

/** The same for every attempt at one slot of one channel; at most 25 characters. */
function buildNonce(edition: Edition): string {
  return createHash('sha256').update(editionKey(edition)).digest('base64url').slice(0, 25);
}
