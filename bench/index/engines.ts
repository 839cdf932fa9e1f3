import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { ArticleIndex } from '../../src/index/article-index.ts';
import { compileNarrowing } from '../../src/index/narrowing/compile-narrowing.ts';
import { parseQuery } from '../../src/index/query/parse-query.ts';

/** An index of articles: ours, or a library's with its defaults. */
export interface Engine {
  put(article: Article): void;
  /** Replaces the article with the same id. */
  replace(article: Article): void;
  /** The ids of the ten best articles for some words. */
  find(words: string): readonly unknown[];
}

const LIMIT = 10;
const NOW = new Date('2024-12-01T00:00:00Z');
const require = createRequire(join(import.meta.dirname, '../package.json'));

/** Our index behind the interface through which the libraries are measured. */
export function wrapIndex(index: ArticleIndex): Engine {
  return {
    put: (article) => index.put(article),
    replace: (article) => index.put(article),
    find: (words) => index.search(compileNarrowing(parseQuery(words, NOW)), { limit: LIMIT }).hits,
  };
}

/** Creates each engine, empty. The libraries come from `bench/package.json`. */
export const engines = {
  dateline: () => wrapIndex(new ArticleIndex()),
  MiniSearch: () => {
    interface Library {
      add(document: object): void;
      replace(document: object): void;
      search(words: string): { id: unknown }[];
    }
    const MiniSearch = require('minisearch') as new (options: object) => Library;
    const library = new MiniSearch({ fields: ['title', 'text'] });
    return {
      put: ({ id, title, text }) => library.add({ id, title, text }),
      replace: ({ id, title, text }) => library.replace({ id, title, text }),
      find: (words) => library.search(words).slice(0, LIMIT),
    };
  },
  FlexSearch: () => {
    interface Library {
      add(id: string, text: string): void;
      update(id: string, text: string): void;
      search(words: string, limit: number): unknown[];
    }
    const { Index } = require('flexsearch') as { Index: new () => Library };
    const library = new Index();
    return {
      put: ({ id, title, text }) => library.add(id, `${title}\n${text}`),
      replace: ({ id, title, text }) => library.update(id, `${title}\n${text}`),
      find: (words) => library.search(words, LIMIT),
    };
  },
} as const satisfies Record<string, () => Engine>;

export type EngineName = keyof typeof engines;
