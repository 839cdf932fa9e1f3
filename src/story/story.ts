import type { ArticleEntry } from '../index/article-entry.ts';

/** Articles about one event, as one reader may see them. */
export interface Story {
  /** The id of its first article. It leads to the story, whatever joins it later. */
  readonly id: string;
  /** The earliest first. */
  readonly articles: readonly StoryArticle[];
  /** The languages that it is limited to; absent if to none. */
  readonly languages?: readonly string[];
  /** Its articles in languages that the reader did not ask for, the earliest first. They are not shown. */
  readonly leftOut?: readonly StoryArticle[];
}

/** An article of a story. */
export interface StoryArticle extends ArticleEntry {
  /** The id of the first article with the same text: copies of an agency's report have one voice. */
  readonly voice: string;
  /** It has words that the first article with its text has not, as when an agency adds to its report. */
  readonly saysMore?: boolean;
}

/** All articles of a story, also those that are not shown; the earliest first. */
export function listEvery({ articles, leftOut = [] }: Story): StoryArticle[] {
  return [...articles, ...leftOut].toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** The distinct publishers of some articles, in the order of their first report. */
export function listSources(articles: readonly StoryArticle[]): string[] {
  const sources = articles.map(({ source }) => source).filter((source) => source !== undefined);
  return [...new Set(sources)];
}

/** How many report independently of each other: neither ten copies of one text nor ten reports of one publisher are ten voices. */
export function countVoices(articles: readonly StoryArticle[]): number {
  if (articles.length < 2) return articles.length;
  const texts = new Set(articles.map(({ voice }) => voice)).size;
  // Those whose publisher is unknown count as one publisher.
  const publishers = new Set(articles.map(({ source }) => source)).size;
  return Math.min(texts, publishers);
}

/**
 * Selects what to read of texts that other articles have as well: what is read anyway, by default the first article with
 * each text, and the last one that says more. Agencies add to their reports, and outlets take other versions.
 */
export function selectVersions(
  articles: readonly StoryArticle[],
  anyway: readonly StoryArticle[] = articles.filter(({ id, voice }) => id === voice),
): StoryArticle[] {
  const read = new Set(anyway);
  const grown = new Map(articles.filter((one) => one.saysMore).map((one) => [one.voice, one]));
  return articles.filter((one) => read.has(one) || grown.get(one.voice) === one);
}

/** Creates a function that gives the voice of each article of a story; any other article is its own. */
export function createVoiceOf(articles: readonly StoryArticle[]): (articleId: string) => string {
  const voices = new Map(articles.map(({ id, voice }) => [id, voice]));
  return (articleId) => voices.get(articleId) ?? articleId;
}
