import { dirname } from 'node:path';
import { UserError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { ArticleIndex } from '../index/article-index.ts';
import type { Follower } from '../index/follow-articles.ts';
import { indexPath } from '../index/saved/index-path.ts';
import { createSavedIndex } from '../index/saved/saved-index.ts';
import { repeat, type Repeating } from '../repeat.ts';
import type { Store } from '../store/create-store.ts';
import type { Records } from './records.ts';

/** How often the index is saved, if enough has changed. */
const SAVE_INTERVAL_MS = 2 * 60_000;

/** A save of 100,000 articles takes a second or two. One that takes longer than this is given up. */
const MOST_SAVE_MS = 60_000;

/** The whole end of the bot must not take longer than 10 s. */
const MOST_LAST_SAVE_MS = 6_000;

/** Keeps the index in a file beside the store, so that a start need not read all articles. */
export interface KeptIndex {
  /** Fills the index, from the file if there is one that can be used, else from the store. */
  load(): Promise<void>;
  /** Begins to save it now and then. */
  start(): void;
  /** Saves it a last time. */
  close(): Promise<void>;
}

/** The dependencies of keeping an index. */
interface KeepIndexParts {
  readonly storeUrl: string;
  readonly store: Store<Records>;
  readonly index: ArticleIndex;
  readonly follower: Follower;
  /** The index has the articles of so many days; 0 stands for all. */
  readonly days: number;
  readonly log: Log;
}

/** Creates what keeps the index. Nothing of it can fail but reading the store: what goes wrong with the file is logged. */
export function keepIndex({
  storeUrl,
  store,
  index,
  follower,
  days,
  log,
}: KeepIndexParts): KeptIndex {
  const path = indexPath(storeUrl, store.identity);
  const { articles } = store;
  const saves = store.records('index-saves');
  const file =
    path === undefined
      ? undefined
      : createSavedIndex({ path, index, articles, follower, saves, days });
  let saving: Repeating | undefined;
  let warned = '';

  return {
    async load() {
      const outcome = (await file?.load()) ?? { kind: 'absent' };
      if (outcome.kind === 'loaded') {
        const { articles: count, caughtUp } = outcome;
        log.info({ articles: count, caughtUp }, 'the search index was loaded from its file');
        return;
      }
      if (outcome.kind === 'refused') {
        const { reason } = outcome;
        log.info({ path, reason }, 'the saved search index is not used: all articles are read');
      }
      await follower.load();
    },
    start() {
      saving = repeat(
        () => save(MOST_SAVE_MS),
        SAVE_INTERVAL_MS,
        () => undefined,
      );
    },
    async close() {
      // Without a start, this is a command that only reads.
      if (!saving) return;
      await saving.stop();
      await save(MOST_LAST_SAVE_MS);
    },
  };

  async function save(mostMs: number): Promise<void> {
    try {
      if (await file?.save(AbortSignal.timeout(mostMs))) {
        warned = '';
        log.debug({ path }, 'the search index was saved');
      }
    } catch (error) {
      const reason = explainFailure(error, path ?? '');
      // Not again for as long as it lasts.
      if (reason !== warned) {
        log.warn(
          { path, reason },
          'the search index could not be saved: the next start takes longer',
        );
      }
      warned = reason;
    }
  }
}

/** Codes of errors of the file system. */
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);
const FORBIDDEN: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT']);

function explainFailure(error: unknown, path: string): string {
  if (error instanceof UserError) return error.message;
  const { code = '', message, name } = error as NodeJS.ErrnoException;
  if (FULL.has(code)) return `The disk of ${dirname(path)} is full. Free some of it.`;
  if (FORBIDDEN.has(code))
    return `Files cannot be created in ${dirname(path)}. Let the bot's user write to that folder.`;
  return name === 'TimeoutError' ? 'Writing it took too long.' : message;
}
