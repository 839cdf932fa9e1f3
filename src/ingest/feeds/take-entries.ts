import type { Article } from '../../article/article.ts';
import type { Feed } from '../../article/feed/feed.ts';
import type { KnownEntry } from '../../article/feed/entries/known-entry.ts';
import { renameKnown } from '../../article/feed/entries/plan-entries.ts';
import { createBreather } from '../../slices.ts';
import { POLL_TUNING } from '../sources/poll-tuning.ts';
import { findNotices, type HeadAndText } from './judge-page.ts';
import { readEntry, type EntryFacts, type EntryReaderParts } from './read-entry.ts';
import { HOST, type DroppedEntry, type Source } from '../sources/source.ts';
import { loadLanguageDetector } from '../../text/detect-language.ts';
import type { ArticleStore } from '../../store/article-store.ts';
import { nameEntry, type PendingEntry } from './feed-memory.ts';
import { keepEarlierDates } from '../keep-earlier-dates.ts';

/** The dependencies of taking entries. */
export interface TakeParts extends EntryReaderParts {
  readonly articles: ArticleStore;
  readonly now: () => Date;
}

/** The result for all entries. Their articles are stored already. */
export interface TakenEntries {
  readonly known: readonly KnownEntry[];
  readonly pending: readonly PendingEntry[];
  readonly dropped: readonly DroppedEntry[];
  /** Articles that are new in the store or changed there. */
  readonly changed: number;
}

/** Articles stored at once. */
const BATCH_SIZE = 64;

/**
 * Reads entries, a few at once, and stores their articles. Undefined if it was stopped before all were
 * read; nothing is stored then, and the next poll begins again.
 */
export async function takeEntries(
  source: Source,
  feed: Pick<Feed, 'lang'>,
  tasks: readonly PendingEntry[],
  known: readonly KnownEntry[],
  parts: TakeParts,
): Promise<TakenEntries | undefined> {
  const now = parts.now();
  const lang = feed.lang ?? source.lang;
  const facts: EntryFacts = {
    feed: lang === undefined ? {} : { lang },
    source: source.name,
    detector: await loadLanguageDetector(),
    now,
    ...(source.owner !== HOST && { onlyFor: source.owner }),
  };
  const pending: PendingEntry[] = [];
  const dropped: DroppedEntry[] = [];
  const articles = new Map<string, Article>();
  const taken: (HeadAndText & { id: string; entry: PendingEntry['entry'] })[] = [];
  const knownIds = new Set(known.map(({ articleId }) => articleId));
  let names = known;
  const breathe = createBreather('importing');
  for (let from = 0; from < tasks.length; from += POLL_TUNING.pagesAtOnce) {
    const pause = breathe();
    if (pause) await pause;
    const some = tasks.slice(from, from + POLL_TUNING.pagesAtOnce);
    const readings = await Promise.all(some.map((task) => readEntry(task, facts, parts)));
    for (const [at, task] of some.entries()) {
      const reading = readings[at]!;
      if (reading.kind === 'stopped') return undefined;
      if (reading.kind === 'article') {
        const { article } = reading;
        // The page of another entry: this one stays an article of its own.
        const isTaken = article.id !== task.articleId && knownIds.has(article.id);
        const id = isTaken ? task.articleId : article.id;
        if (id !== task.articleId) names = renameKnown(names, task.articleId, id);
        knownIds.add(id);
        articles.set(id, { ...article, id });
        taken.push({ id, title: task.entry.title, text: article.text, entry: task.entry });
      } else if (reading.kind === 'later' && task.attempts + 1 < POLL_TUNING.pageAttempts) {
        pending.push({ ...task, attempts: task.attempts + 1 });
      } else {
        const { reason } = reading;
        dropped.push({ ...describeEntry(task.entry), reason, at: now.toISOString() });
      }
    }
  }
  for (const { id, entry } of findNotices(taken)) {
    articles.delete(id);
    const reason = 'Its page has the same text as those of other entries.';
    dropped.push({ ...describeEntry(entry), reason, at: now.toISOString() });
  }
  const changed = await storeArticles([...articles.values()], parts.articles, now);
  return { known: names, pending, dropped, changed };
}

async function storeArticles(
  articles: readonly Article[],
  store: ArticleStore,
  now: Date,
): Promise<number> {
  let changed = 0;
  for (let from = 0; from < articles.length; from += BATCH_SIZE) {
    const batch = await keepEarlierDates(articles.slice(from, from + BATCH_SIZE), store);
    const outcomes = await store.putMany(batch, now);
    changed += outcomes.filter((outcome) => outcome !== 'unchanged').length;
  }
  return changed;
}

/** Describes a dropped entry, for its source to remember. */
export function describeEntry(entry: PendingEntry['entry']): Pick<DroppedEntry, 'title' | 'url'> {
  return { title: nameEntry(entry), ...(entry.url !== undefined && { url: entry.url }) };
}
