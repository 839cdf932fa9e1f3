import type { LanguageDetector } from '../../text/detect-language.ts';
import type { Article, DateBasis } from '../article.ts';
import { buildArticle } from '../build-article.ts';
import { buildFeedArticleId } from './feed-article-id.ts';
import type { Feed, FeedEntry } from './feed.ts';

/** Facts about an entry that its feed doesn't contain. */
export interface FeedArticleFacts {
  /** The publisher's name. Default: the feed's title. */
  readonly source?: string;
  /**
   * When the entry was first seen. Without it, dates are taken as they are, and a missing one stays
   * missing.
   */
  readonly now?: Date;
  /**
   * The date basis of an entry without a date: 'file' if `now` is a file's time. Default:
   * 'first-seen'.
   */
  readonly undated?: Extract<DateBasis, 'first-seen' | 'file'>;
  /** The article's id, if `planEntries` has determined it. */
  readonly id?: string;
  /** Detects the language of a text. Without it, the declared language is used. */
  readonly detector?: LanguageDetector;
  /** The only server that may see the article. */
  readonly onlyFor?: string;
}

/**
 * A date further in the future is a mistake: clocks differ by minutes, zones are confused by hours.
 */
const MAX_AHEAD_MS = 3_600_000;

/**
 * Builds an article from an entry. An entry without a date, or with one more than an hour in the
 * future, gets the time of first sight, and `dateBasis` says so. The text may be empty; then only
 * the entry's page has it.
 */
export function buildFeedArticle(entry: FeedEntry, feed: Feed, facts: FeedArticleFacts): Article {
  const source = facts.source ?? feed.title;
  const lang = entry.lang ?? feed.lang;
  const date = chooseDate(entry, facts);
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

function chooseDate(
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
