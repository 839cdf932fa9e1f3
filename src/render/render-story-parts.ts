import { renderMaskedLink } from './masked-link.ts';
import { parseLink } from './parse-link.ts';
import { renderLine } from './render-text.ts';
import { sanitizeLine } from './sanitize-text.ts';
import { renderTimeStamp } from './time-stamp.ts';

/** An article, by its publisher. */
export interface Attribution {
  readonly source?: string | undefined;
  readonly url?: string | undefined;
}

/** A sentence of a story's article, and whose it is. */
export interface AttributedSentence extends Attribution {
  readonly text: string;
  /** Other articles that say the same. */
  readonly alsoIn?: readonly Attribution[];
  /** No other article says anything like it. */
  readonly isOnly?: boolean;
}

/** When an article was published. */
export interface StoryMoment {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Only the day is known. */
  readonly dayOnly?: boolean | undefined;
}

/** How large a story is, and when it was reported. */
export interface StoryExtent {
  /** Its distinct publishers. */
  readonly sources: readonly string[];
  readonly articleCount: number;
  /** The number of different texts; copies of one text count once. */
  readonly textCount: number;
  /** Some copies say more than the text that they have. */
  readonly hasGrown?: boolean | undefined;
  readonly first: StoryMoment;
  readonly last: StoryMoment;
}

const SIZES = { headline: 250, sentence: 600, source: 60 } as const;
/** How many of the publishers that say the same are named. */
const MOST_NAMED = 2;
const DAY_MS = 24 * 3_600_000;

/** The name of an article's publisher, or what stands for it, as plain text. */
export function nameSource(source: string | undefined): string {
  return sanitizeLine(source ?? '') || 'unknown publisher';
}

/** Renders a sentence, its publisher, and who else says it. */
export function renderAttributed(sentence: AttributedSentence): string {
  const { text, alsoIn = [], isOnly = false } = sentence;
  const others = alsoIn.slice(0, MOST_NAMED).map(renderPublisher).join(', ');
  const more = alsoIn.length > MOST_NAMED ? ` and ${alsoIn.length - MOST_NAMED} more` : '';
  const confirmed = others === '' ? '' : ` · also ${others}${more}`;
  const only = isOnly ? ' · found in no other report' : '';
  return `${renderLine(text, SIZES.sentence)} ${renderPublisher(sentence)}${confirmed}${only}`;
}

/** Renders an article's publisher as a link to the article; in italics if there is no link. */
export function renderPublisher({ source, url }: Attribution): string {
  const publisher = renderMaskedLink(nameSource(source), url, SIZES.source);
  return parseLink(url) ? publisher : `*${publisher}*`;
}

/** What stands above a story. */
interface StoryHead {
  readonly headline: string;
  /** The article that has the headline. */
  readonly url?: string | undefined;
  readonly extent: StoryExtent;
  /** What is not shown of it, in trusted Markdown. */
  readonly note?: string | undefined;
}

/** Renders the headline of a story, how large it is, and what is not shown of it. */
export function renderStoryHead({ headline, url, extent, note }: StoryHead, now: Date): string {
  const lines = [renderStoryLine(extent, now), ...(note === undefined ? [] : [`-# ${note}`])];
  return `## ${renderMaskedLink(headline, url, SIZES.headline)}\n${lines.join('\n')}`;
}

/** Renders the small line of a story: "5 publishers · 9 articles · 3 texts · first 06:12 · last 09:40". */
export function renderStoryLine(
  { sources, articleCount, textCount, hasGrown = false, first, last }: StoryExtent,
  now: Date,
): string {
  const [only] = sources;
  const times =
    articleCount === 1
      ? [renderMoment(first, now)]
      : [`first ${renderMoment(first, now)}`, `last ${renderMoment(last, now)}`];
  const parts = [
    sources.length > 1 && `${sources.length} publishers`,
    sources.length === 1 && only && renderLine(only, SIZES.source),
    articleCount > 1 && `${articleCount} articles`,
    articleCount > 1 &&
      textCount === 1 &&
      (hasGrown ? 'versions of one text' : 'all the same text'),
    textCount > 1 && textCount < articleCount && `${textCount} different texts`,
    ...times,
  ].filter(Boolean);
  return `-# ${parts.join(' · ')}`;
}

/** The hour if that says enough, else the date as well, in the reader's own zone. */
export function renderMoment({ at, dayOnly = false }: StoryMoment, now: Date): string {
  const ageMs = now.getTime() - at;
  const style = ageMs >= 0 && ageMs < DAY_MS ? 't' : 'f';
  return renderTimeStamp(new Date(at).toISOString(), style, { dayOnly }) ?? '';
}
