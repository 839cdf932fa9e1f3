import type { LanguageDetector } from '../../text/detect-language.ts';
import type { Article, DateBasis } from '../article.ts';
import { buildArticle } from '../build-article.ts';
import { buildFeedArticleId } from './feed-article-id.ts';
import type { Feed, FeedEntry } from './feed.ts';

/** What is known of an entry beside the feed. */
export interface FeedArticleFacts {
  /** The publisher's name; by default the feed's title. */
  readonly source?: string;
  /** When the entry was first seen; without it no date is doubted, and one that is missing stays so. */
  readonly now?: Date;
  /** How an entry without a date is marked: 'file' where `now` is a file's time; 'first-seen' by default. */
  readonly undated?: Extract<DateBasis, 'first-seen' | 'file'>;
  /** The article's id, where `planEntries` has settled it. */
  readonly id?: string;
  /** Tells the language of a text; without it, what is declared stands. */
  readonly detector?: LanguageDetector;
  /** The server that alone may see it. */
  readonly onlyFor?: string;
}

/** Times further ahead than this are mistakes: clocks differ by minutes, and zones are mistaken by hours. */
const MAX_AHEAD_MS = 3_600_000;

/**
 * Puts an entry together as an article. One without a date, or with one more than an hour ahead, has
 * the time of first sight and says so in `dateBasis`. Its text may be empty; then only its page has it.
 */
export function buildFeedArticle(entry: FeedEntry, feed: Feed, facts: FeedArticleFacts): Article {
  const source = facts.source ?? feed.title;
  const lang = entry.lang ?? feed.lang;
  const date = settleDate(entry, facts);
  const built = buildArticle(
    {
      title: entry.title,
      text: entry.text ?? entry.summary ?? '',
      url: entry.url,
      author: entry.author,
      section: entry.section,
      lang,
      captions: entry.captions,
      subheads: entry.subheads,
      header: date && { iso: date.publishedAt, dayOnly: date.dayOnly },
    },
    {
      ...(source !== undefined && { source }),
      ...(facts.detector && { detector: facts.detector }),
    },
  );
  const whose = facts.onlyFor === undefined ? {} : { onlyFor: facts.onlyFor };
  const id = facts.id ?? buildFeedArticleId(entry, source, whose);
  return { ...built, id, ...whose, ...(date && { dateBasis: date.dateBasis }) };
}

function settleDate(
  entry: FeedEntry,
  { now, undated = 'first-seen' }: FeedArticleFacts,
): { publishedAt: string; dayOnly: boolean; dateBasis: DateBasis } | undefined {
  const given = entry.publishedAt ?? entry.updatedAt;
  if (given === undefined) {
    return now && { publishedAt: now.toISOString(), dayOnly: false, dateBasis: undated };
  }
  if (now && Date.parse(given) > now.getTime() + MAX_AHEAD_MS) {
    return { publishedAt: now.toISOString(), dayOnly: false, dateBasis: 'clamped' };
  }
  const dayOnly = entry.publishedAt !== undefined && entry.dayOnly === true;
  return { publishedAt: given, dayOnly, dateBasis: 'header' };
}
