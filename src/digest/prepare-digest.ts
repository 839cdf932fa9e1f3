import { viewArticles } from '../index/article-view.ts';
import type { RecordStore } from '../store/record-store.ts';
import { buildDigest, traceDigest } from './build-digest.ts';
import type { DigestRequest } from './digest-request.ts';
import { limitToUsual } from './guild/limit-to-usual.ts';
import type { Digest } from './digest.ts';
import type { Edition } from './edition.ts';
import type { News } from './news.ts';
import { firstWindow, planWindow } from './plan-window.ts';
import type { Subscription } from './subscription.ts';
import { collectTold, NOTHING_TOLD } from './told.ts';
import type { DigestTrace } from './why/digest-trace.ts';

/** What a preview is of; with `id`, a stored subscription. Absent languages are the server's. */
export type PreviewOf = Pick<
  Subscription,
  'channelId' | 'topics' | 'sources' | 'languages' | 'countries' | 'storyCount'
> &
  Partial<Pick<Subscription, 'id' | 'guildId'>>;

/**
 * Builds the digest that a subscription gets for a slot. `editions` are its channel's. The first digest
 * is never empty if there are any stories, so that the manager who set it up sees what it looks like.
 */
export async function prepareDigest(
  subscription: Subscription,
  slot: Date,
  editions: readonly Edition[],
  news: News,
): Promise<Digest> {
  const request = await limitToUsual(planSlot(subscription, slot, editions), news);
  return buildDigest(request, seenBy(subscription.guildId, news));
}

/** Builds the digest of a slot as `prepareDigest` does, and says what became of every story. */
export async function traceSlot(
  subscription: Subscription,
  slot: Date,
  editions: readonly Edition[],
  news: News,
): Promise<DigestTrace> {
  const request = await limitToUsual(planSlot(subscription, slot, editions), news);
  return traceDigest(request, seenBy(subscription.guildId, news));
}

function planSlot(
  subscription: Subscription,
  slot: Date,
  editions: readonly Edition[],
): DigestRequest {
  const window = planWindow(editions, subscription.id, slot);
  const told = collectTold(editions, slot);
  const whenEmpty = isFirstEdition(editions, subscription.id, slot) ? 'show-latest' : 'stay-empty';
  return { ...subscription, ...window, told, whenEmpty };
}

/** Tells whether a subscription had no edition before a slot. Alerts do not count, nor do missed and failed editions, as nobody saw them. */
export function isFirstEdition(
  editions: Iterable<Edition>,
  subscriptionId: string,
  slot: Date,
): boolean {
  return [...editions].every(
    (edition) =>
      edition.subscriptionId !== subscriptionId ||
      edition.alert !== undefined ||
      Date.parse(edition.slot) >= slot.getTime() ||
      edition.state.kind === 'missed' ||
      edition.state.kind === 'failed',
  );
}

/**
 * Builds the digest that a stored subscription would get for a slot at `now`; without an id, that of
 * the last 24 hours, whatever the channel was told. The store's latest stories replace an empty window.
 */
export async function previewDigest(
  preview: PreviewOf,
  now: Date,
  editions: RecordStore<Edition>,
  all: News,
): Promise<Digest> {
  const request = await limitToUsual(await planPreview(preview, now, editions), all);
  return await buildDigest(request, seenBy(preview.guildId, all));
}

/** Builds a preview as `previewDigest` does, and says what became of every story. */
export async function tracePreview(
  preview: PreviewOf,
  now: Date,
  editions: RecordStore<Edition>,
  all: News,
): Promise<DigestTrace> {
  const request = await limitToUsual(await planPreview(preview, now, editions), all);
  return await traceDigest(request, seenBy(preview.guildId, all));
}

async function planPreview(
  preview: PreviewOf,
  now: Date,
  editions: RecordStore<Edition>,
): Promise<DigestRequest> {
  const request = {
    ...preview,
    ...firstWindow(now),
    told: NOTHING_TOLD,
    whenEmpty: 'show-latest',
  } as const;
  if (preview.id === undefined) return request;
  const past = await listEditions(editions, preview.channelId);
  const window = planWindow(past, preview.id, now);
  return { ...request, ...window, told: collectTold(past, now) };
}

/**
 * A digest tells what its server may see; without a server, what is for everyone. All servers without articles of their
 * own see the same, so their digests share what is found for one of them.
 */
export function seenBy(guildId: string | undefined, news: News): News {
  const { viewer: _, ...all } = news;
  const isOwn = (onlyFor: string | undefined): boolean => onlyFor === guildId;
  if (guildId === undefined || news.index.languages(isOwn).length === 0)
    return { ...all, index: viewArticles(news.index, undefined) };
  return { ...all, index: viewArticles(news.index, guildId), viewer: guildId };
}

/** Reads a channel's editions. */
export async function listEditions(
  editions: RecordStore<Edition>,
  channelId: string,
): Promise<Edition[]> {
  const found: Edition[] = [];
  for await (const [, edition] of editions.list(`${channelId}:`)) found.push(edition);
  return found;
}
