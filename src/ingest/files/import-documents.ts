import type { Article } from '../../article/article.ts';
import type { FileItem } from './read-articles.ts';
import type { ArticleStore } from '../../store/article-store.ts';
import { keepEarlierDates } from '../keep-earlier-dates.ts';

/** Counts of an import. An article counts once the store has it, never before. */
export interface ImportCounts {
  readonly articles: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly dropped: number;
  readonly faults: number;
}

/** Callbacks of a running import. */
export interface ImportReport {
  readonly onFault?: (fault: FileItem & { kind: 'fault' }) => void;
  /** Called after each batch is stored. */
  readonly onStored?: (counts: ImportCounts) => void;
}

/** Articles stored at once: enough to make one transaction worth its cost, few enough to be quick. */
const BATCH_SIZE = 64;

/**
 * Stores the articles of parsed items in batches and returns what that did. The same article again
 * changes nothing. When `items` ends early, all that was read before is stored.
 */
export async function importDocuments(
  items: AsyncIterable<FileItem>,
  store: ArticleStore,
  now: () => Date,
  report: ImportReport = {},
): Promise<ImportCounts> {
  const counts = { articles: 0, added: 0, updated: 0, unchanged: 0, dropped: 0, faults: 0 };
  let batch = new Map<string, Article>();
  const storeBatch = async (): Promise<void> => {
    const articles = [...batch.values()];
    batch = new Map();
    const outcomes = await store.putMany(await keepEarlierDates(articles, store), now());
    for (const outcome of outcomes) counts[outcome] += 1;
    counts.articles += outcomes.length;
    report.onStored?.({ ...counts });
  };
  for await (const item of items) {
    if (item.kind === 'dropped') counts.dropped += 1;
    else if (item.kind === 'fault') {
      counts.faults += 1;
      report.onFault?.(item);
    } else {
      // Two prints of one article in a batch are put one after the other, as they would be apart.
      if (batch.has(item.article.id)) await storeBatch();
      batch.set(item.article.id, item.article);
      if (batch.size >= BATCH_SIZE) await storeBatch();
    }
  }
  if (batch.size > 0) await storeBatch();
  return { ...counts };
}
