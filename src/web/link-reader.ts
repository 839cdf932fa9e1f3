import { LRUCache } from 'lru-cache';
import type { Article } from '../article/article.ts';
import { buildPageArticle } from '../article/page/build-page-article.ts';
import { canonicalUrl } from '../article/canonical-url.ts';
import { loadLanguageDetector } from '../text/detect-language.ts';
import type { Fetcher } from './fetch-document.ts';
import { explainToTypist } from './request/fetch-failure.ts';
import type { PageReader } from './pages/page-reader.ts';

/** The article behind a pasted link, or a sentence that says why there is none. */
type LinkReading =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'refused'; readonly message: string };

/** Reads the articles behind pasted links. They are stored nowhere, because a link may be private. */
export interface LinkReader {
  /** Fetches the page and reads its article; never rejects. A recently read link is not fetched again. */
  read(url: string): Promise<LinkReading>;
  /** A recently read article by its id, for the buttons below it. */
  recent(id: string): Article | undefined;
}

/** The limits of the memory of recently read links. */
const RECENT = {
  articles: 200,
  /** The limit of all texts together. */
  maxChars: 4_000_000,
  /** After this time a page is fetched again, because it may have changed. */
  freshMs: 10 * 60_000,
} as const;

/** The dependencies of a link reader. */
export interface LinkReaderParts {
  readonly fetcher: Pick<Fetcher, 'fetch'>;
  readonly pages: Pick<PageReader, 'read'>;
  readonly now: () => Date;
}

interface Recent {
  readonly article: Article;
  readonly readAtMs: number;
}

interface Refused {
  readonly message: string;
  readonly readAtMs: number;
}

export function createLinkReader({ fetcher, pages, now }: LinkReaderParts): LinkReader {
  const byId = new LRUCache<string, Recent>({
    max: RECENT.articles,
    maxSize: RECENT.maxChars,
    sizeCalculation: ({ article }) => article.text.length || 1,
  });
  const idsByUrl = new LRUCache<string, string>({ max: RECENT.articles });
  /** Reading a hostile page again would cost as much again. */
  const refusedByUrl = new LRUCache<string, Refused>({ max: RECENT.articles });
  const underWay = new Map<string, Promise<LinkReading>>();

  async function readNow(url: string): Promise<LinkReading> {
    const fetched = await fetcher.fetch(url, { accept: 'page', isUrgent: true });
    if (fetched.kind === 'failed') return { kind: 'refused', message: explainToTypist(fetched) };
    if (fetched.kind !== 'document') return { kind: 'refused', message: GONE };
    const page = canonicalUrl(url) ?? url;
    const result = await pages.read(fetched.bytes, fetched.url, fetched.contentType, {
      isUrgent: true,
      link: page,
    });
    if (result.kind === 'fault') {
      const { message } = result;
      refusedByUrl.set(page, { message, readAtMs: now().getTime() });
      return { kind: 'refused', message };
    }
    const article = buildPageArticle(result.article, { detector: await loadLanguageDetector() });
    const recent = { article, readAtMs: now().getTime() };
    byId.set(article.id, recent);
    idsByUrl.set(page, article.id);
    return { kind: 'article', article };
  }

  return {
    read(url) {
      const page = canonicalUrl(url) ?? url;
      const recent = byId.get(idsByUrl.get(page) ?? '');
      if (recent && isFresh(recent, now())) {
        return Promise.resolve({ kind: 'article', article: recent.article });
      }
      const refused = refusedByUrl.get(page);
      if (refused && isFresh(refused, now())) {
        return Promise.resolve({ kind: 'refused', message: refused.message });
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

function isFresh({ readAtMs }: { readonly readAtMs: number }, now: Date): boolean {
  return now.getTime() - readAtMs < RECENT.freshMs;
}

const GONE = 'The publisher has removed this page.';
