import type { Article } from '../../article/article.ts';
import { buildFeedArticle } from '../../article/feed/build-feed-article.ts';
import { buildPageArticle } from '../../article/page/build-page-article.ts';
import { countWords } from '../../article/clean-text.ts';
import { PAGE_LIMITS, type PageFaultReason } from '../../article/page/explain-page.ts';
import { entryPage } from '../../article/feed/feed-article-id.ts';
import { buildArticleId } from '../../article/article-id.ts';
import type { Feed } from '../../article/feed/feed.ts';
import type { PageArticle } from '../../article/page/parse-page.ts';
import type { LanguageDetector } from '../../text/detect-language.ts';
import type { FetchFailure } from '../../web/request/fetch-failure.ts';
import type { Fetcher } from '../../web/fetch-document.ts';
import type { PageReader } from '../../web/pages/page-reader.ts';
import type { EntryTask } from './entry-task.ts';
import { isOtherPage } from './judge-page.ts';

/** The facts that all entries of a source share. */
export interface EntryFacts {
  readonly feed: Pick<Feed, 'lang'>;
  /** The publisher's name. */
  readonly source: string;
  readonly onlyFor?: string;
  readonly detector?: LanguageDetector;
  readonly now: Date;
}

/** The result of reading an entry. `later` may succeed at another poll; `stopped` was interrupted. */
export type EntryReading =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'later' | 'dropped'; readonly reason: string }
  | { readonly kind: 'stopped' };

/** The dependencies of reading entries. */
export interface EntryReaderParts {
  readonly fetcher: Pick<Fetcher, 'fetch'>;
  readonly pages: Pick<PageReader, 'read'>;
  readonly signal: AbortSignal;
}

/**
 * Reads the article of an entry: from the feed if that has all of it, else from its page. If the
 * page gives none, the feed's own text is used if it is long enough for an article. Never rejects.
 */
export async function readEntry(
  { entry, articleId, isSettled, isShared }: EntryTask,
  { feed, ...facts }: EntryFacts,
  parts: EntryReaderParts,
): Promise<EntryReading> {
  const own = buildFeedArticle(entry, { ...feed, entries: [] }, { ...facts, id: articleId });
  const isTitled = own.title !== '';
  if (entry.url === undefined || !entry.isTeaser || (isShared && own.text !== '')) {
    if (!isTitled) return { kind: 'dropped', reason: 'it has no headline' };
    if (own.text === '')
      return { kind: 'dropped', reason: 'it has neither a text nor a page of its own' };
    return { kind: 'article', article: own };
  }
  const page = await readPage(entry.url, parts);
  const isOther = page.kind === 'article' && isTitled && isOtherPage(own, page.article);
  if (page.kind === 'article' && !isOther) {
    const lang = entry.lang ?? feed.lang;
    const declared = lang === undefined ? {} : { lang };
    const article = join(own, page.article, page.url, { ...facts, ...declared });
    return {
      kind: 'article',
      article: isSettled || isShared ? { ...article, id: own.id } : article,
    };
  }
  if (page.kind === 'stopped') return page;
  if (isTitled && countWords(own.text) >= PAGE_LIMITS.minWords)
    return { kind: 'article', article: own };
  return page.kind === 'article'
    ? { kind: 'later', reason: 'The page behind its link is about something else.' }
    : page;
}

async function readPage(
  link: string,
  { fetcher, pages, signal }: EntryReaderParts,
): Promise<
  | { readonly kind: 'article'; readonly article: PageArticle; readonly url: string }
  | Exclude<EntryReading, { kind: 'article' }>
> {
  const answer = await fetcher.fetch(link, { accept: 'page', signal });
  if (signal.aborted) return { kind: 'stopped' };
  if (answer.kind === 'gone')
    return { kind: 'dropped', reason: 'the publisher has removed its page' };
  if (answer.kind === 'unchanged') return { kind: 'later', reason: 'its page was not sent' };
  if (answer.kind === 'failed') {
    if (STOPPED.has(answer.reason)) return { kind: 'stopped' };
    const kind = FINAL.has(answer.reason) ? 'dropped' : 'later';
    return { kind, reason: answer.message };
  }
  const result = await pages.read(answer.bytes, answer.url, answer.contentType, { link });
  if (signal.aborted) return { kind: 'stopped' };
  if (result.kind === 'article') return { ...result, url: answer.url };
  return { kind: FINAL.has(result.reason) ? 'dropped' : 'later', reason: result.message };
}

/** The page's article as the source's, with what the feed knows better. */
function join(
  own: Article,
  page: PageArticle,
  url: string,
  facts: Omit<EntryFacts, 'feed'> & { readonly lang?: string },
): Article {
  const { onlyFor, now, ...about } = facts;
  const whose = onlyFor === undefined ? {} : { onlyFor };
  const built = buildPageArticle({ ...page, url }, about);
  const named = built.url === undefined ? undefined : entryPage({ url: built.url });
  // A link that leads to a site's front page is not an article's address.
  const address = named === undefined ? own.url : built.url;
  const id =
    named === undefined ? own.id : buildArticleId({ url: named, title: built.title, ...whose });
  const { publishedAt, dayOnly, dateBasis, author, section } = own;
  const isDoubtful =
    built.publishedAt === undefined ||
    // A page's other dates may be of a change, or of another article.
    (page.isDateUncertain === true && dateBasis === 'header' && dayOnly !== true) ||
    Date.parse(built.publishedAt) > now.getTime() ||
    (built.dayOnly === true &&
      dateBasis === 'header' &&
      publishedAt?.startsWith(built.publishedAt.slice(0, 10)));
  const { dayOnly: _day, ...rest } = built;
  return {
    ...(isDoubtful ? rest : built),
    id,
    ...whose,
    ...(address !== undefined && { url: address }),
    ...(author !== undefined && built.author === undefined && { author }),
    ...(section !== undefined && built.section === undefined && { section }),
    ...(isDoubtful && {
      dateBasis,
      ...(publishedAt && { publishedAt }),
      ...(dayOnly && { dayOnly }),
    }),
  };
}

/** Failures of ours, of which the publisher knows nothing. */
const STOPPED: ReadonlySet<FetchFailure> = new Set(['aborted', 'closed', 'busy']);

/** Failures that would be the same at the next poll. */
const FINAL: ReadonlySet<FetchFailure | PageFaultReason> = new Set([
  'bad-link',
  'link-too-long',
  'refused-scheme',
  'refused-credentials',
  'refused-port',
  'refused-address',
  'wrong-type',
  'robots-disallowed',
  'not-a-page',
  'not-an-article',
  'paywall',
  'too-large',
  'fatal',
]);
