import { viewArticles, type ArticleReader } from '../../index/article-view.ts';
import type { ArticleEntry } from '../../index/article-entry.ts';
import type { RecordStore } from '../../store/record-store.ts';
import type { RaisedAlert } from '../alerts/alert.ts';
import { traceAlert } from '../alerts/prepare-alert.ts';
import type { DigestCache } from '../digest-cache.ts';
import type { Edition } from '../edition.ts';
import type { News } from '../news.ts';
import { listEditions, tracePreview, traceSlot } from '../prepare-digest.ts';
import type { Subscription } from '../subscription.ts';
import type { DigestTrace } from './digest-trace.ts';

/** Which digest is asked about. */
export interface TracedSlot {
  /** The schedule that it is of. If absent: what `/digest now` makes. */
  readonly subscription?: Subscription;
  /** The server whose own articles a digest without a schedule includes. */
  readonly guildId?: string;
  /** The languages of a digest without a schedule; those of the server if absent, else every one. */
  readonly languages?: readonly string[];
  readonly slot: Date;
  /** Why it was posted at once, if it is an alert. */
  readonly alert?: RaisedAlert;
  /** When it was made, if that is past: what was stored later was not known then. */
  readonly madeAt?: Date;
}

/** As many stories as `/digest now` has. */
const PREVIEW_STORIES = 5;

/**
 * Builds the digest of a slot again, from what is stored now, and says what became of every story. Stores and posts
 * nothing. An article that has changed or was removed since is as it is now.
 */
export async function traceAsked(
  { subscription, guildId, languages, slot, alert, madeAt }: TracedSlot,
  editions: RecordStore<Edition>,
  all: News,
): Promise<DigestTrace> {
  const owner = subscription?.guildId ?? guildId;
  const news = madeAt
    ? { ...all, index: asOf(viewArticles(all.index, owner), madeAt), cache: NO_CACHE }
    : all;
  if (!subscription) {
    const preview = { channelId: '', topics: [], sources: [], storyCount: PREVIEW_STORIES };
    const whose = {
      ...(guildId !== undefined && { guildId }),
      ...(languages !== undefined && { languages }),
    };
    return await tracePreview({ ...preview, ...whose }, slot, editions, news);
  }
  const past = await listEditions(editions, subscription.channelId);
  const before = past.filter((edition) => Date.parse(edition.slot) < slot.getTime());
  return alert
    ? await traceAlert(subscription, alert, slot, before, news)
    : await traceSlot(subscription, slot, before, news);
}

/** What the articles of a moment have in common differs from what those of now have. */
const NO_CACHE: DigestCache = { versionAt: () => '', keep: (_, compute) => compute() };

/** The index without articles that were stored after an instant. */
function asOf(index: ArticleReader, instant: Date): ArticleReader {
  const isKnown = ({ seenAt }: ArticleEntry): boolean => seenAt <= instant.getTime();
  const find = (id: string): ArticleEntry | undefined => {
    const entry = index.entry(id);
    return entry && isKnown(entry) ? entry : undefined;
  };
  return {
    ...index,
    entry: find,
    has: (id) => find(id) !== undefined,
    fits: (id, filter) => find(id) !== undefined && index.fits(id, filter),
    newest(filter, page) {
      const every = { ...page, offset: 0, limit: Number.POSITIVE_INFINITY };
      const entries = index.newest(filter, every).entries.filter(isKnown);
      const from = page.offset ?? 0;
      return { total: entries.length, entries: entries.slice(from, from + page.limit) };
    },
  };
}
