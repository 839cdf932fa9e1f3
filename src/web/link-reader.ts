import { LRUCache } from 'lru-cache';
import type { Article } from '../article/article.ts';
import { buildPageArticle } from '../article/page/build-page-article.ts';
import { canonicalUrl } from '../article/canonical-url.ts';
import { loadLanguageDetector } from '../text/detect-language.ts';
import type { Fetcher } from './fetch-document.ts';
import type { PageReader } from './pages/page-reader.ts';

/** What became of a link that somebody pasted: its article, or why there is none, in a sentence for them. */
type LinkReading =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'refused'; readonly message: string };

/** Reads the articles behind links that people paste. They are stored nowhere: who pasted one may be its only reader. */
export interface LinkReader {
  /** Fetches the page and reads its article; never rejects. A link read a moment ago is not fetched again. */
  read(url: string): Promise<LinkReading>;
  /** An article read lately, by its id: for the buttons below it. */
  recent(id: string): Article | undefined;
}

/** What is kept of links read lately. */
const RECENT = {
  articles: 200,
  /** Of their texts, all together. */
  maxChars: 4_000_000,
  /** After this time a page may have changed, and is fetched again. */
  freshMs: 10 * 60_000,
} as const;

/** What a link reader works with. */
export interface LinkReaderParts {
  readonly fetcher: Pick<Fetcher, 'fetch'>;
  readonly pages: Pick<PageReader, 'read'>;
  readonly now: () => Date;
}

interface Recent {
  readonly article: Article;
  readonly readAtMs: number;
}

export function createLinkReader({ fetcher, pages, now }: LinkReaderParts): LinkReader {
  const byId = new LRUCache<string, Recent>({
    max: RECENT.articles,
    maxSize: RECENT.maxChars,
    sizeCalculation: ({ article }) => article.text.length || 1,
  });
  const idsByUrl = new LRUCache<string, string>({ max: RECENT.articles });
  const underWay = new Map<string, Promise<LinkReading>>();

  async function readNow(url: string): Promise<LinkReading> {
    const fetched = await fetcher.fetch(url, { accept: 'page', isUrgent: true });
    if (fetched.kind === 'failed') return { kind: 'refused', message: fetched.message };
    if (fetched.kind !== 'document') return { kind: 'refused', message: GONE };
    const result = await pages.read(fetched.bytes, fetched.url, fetched.contentType);
    if (result.kind === 'fault') return { kind: 'refused', message: result.message };
    const article = buildPageArticle(result.article, { detector: await loadLanguageDetector() });
    const recent = { article, readAtMs: now().getTime() };
    byId.set(article.id, recent);
    idsByUrl.set(canonicalUrl(url) ?? url, article.id);
    return { kind: 'article', article };
  }

  return {
    read(url) {
      const page = canonicalUrl(url) ?? url;
      const recent = byId.get(idsByUrl.get(page) ?? '');
      if (recent && now().getTime() - recent.readAtMs < RECENT.freshMs) {
        return Promise.resolve({ kind: 'article', article: recent.article });
      }
      const reading =
        underWay.get(page) ??
        readNow(url).finally(() => {
          underWay.delete(page);
        });
      underWay.set(page, reading);
      return reading;
    },
    recent: (id) => byId.get(id)?.article,
  };
}

const GONE = 'The publisher has taken this page away.';
