import type { BriefOptions, BriefSentence } from './brief.ts';
import { findOutdated } from './find-outdated.ts';
import { findHeadlineFault, HEADLINE_FAULTS } from './headline-faults.ts';
import { findHeadlineTerms, MIN_HEADLINE_TERMS } from './says-headline.ts';
import { chooseStoryLanguage, languageOf } from './story-language.ts';

/** An article of a story, as its headline is chosen. */
export interface HeadlineArticle {
  readonly id: string;
  readonly title: string;
  /** Primary language subtag. */
  readonly lang: string;
  /** When it was published, in ms since the epoch. */
  readonly at?: number;
}

/** A headline, word for word, and whose it is. */
export interface Headline {
  readonly articleId: string;
  readonly text: string;
}

/** What else is known of a story whose headline is chosen. */
export interface HeadlineOptions extends Pick<BriefOptions, 'lang' | 'voiceOf'> {
  /** The sentence with which it is told. */
  readonly opening?: Pick<BriefSentence, 'articleId' | 'text'>;
}

/**
 * How many times as much as another the headline above the opening sentence counts. It was written for that sentence, and
 * may have words of its own.
 */
const OWN_OPENING = 2;

/**
 * Chooses the headline that says most of what the others and the opening sentence say, in the reader's language if any
 * is. A headline with a toll that a later one gives higher is not chosen. One that labels a live blog, asks or teases is
 * chosen only if all do. The order of the articles doesn't matter. Undefined if no article has a title.
 */
export function chooseHeadline(
  articles: readonly HeadlineArticle[],
  { lang, voiceOf = (id) => id, opening }: HeadlineOptions = {},
): Headline | undefined {
  const titled = articles.filter(({ title }) => /[\p{L}\p{N}]/u.test(title));
  const told = chooseStoryLanguage(titled, lang, voiceOf);
  const voices = countVoices(titled, voiceOf);
  const said = findHeadlineTerms(opening?.text ?? '', told ?? '');
  const outdated = findOutdated(titled.map(({ title, ...rest }) => ({ ...rest, text: title })));
  const [best] = titled
    .map((article, i) => ({
      article,
      fault: rankFault(article),
      foreign: languageOf(article) === told ? 0 : 1,
      outdated: Number(outdated[i]),
      worth:
        measureWorth(article, voices, said) * (article.id === opening?.articleId ? OWN_OPENING : 1),
    }))
    .toSorted(
      (a, b) =>
        a.fault - b.fault ||
        a.foreign - b.foreign ||
        a.outdated - b.outdated ||
        b.worth - a.worth ||
        (a.article.id < b.article.id ? -1 : 1),
    );
  return best && { articleId: best.article.id, text: best.article.title };
}

function rankFault({ title, lang }: HeadlineArticle): number {
  const fault = findHeadlineFault(title, lang);
  return fault === undefined ? 0 : 1 + HEADLINE_FAULTS.indexOf(fault);
}

/** By term of the headlines, how many voices have it. */
function countVoices(
  articles: readonly HeadlineArticle[],
  voiceOf: (articleId: string) => string | number,
): ReadonlyMap<string, number> {
  const voices = new Map<string, Set<string | number>>();
  for (const article of articles) {
    for (const term of findHeadlineTerms(article.title, article.lang)) {
      voices.set(term, (voices.get(term) ?? new Set()).add(voiceOf(article.id)));
    }
  }
  return new Map([...voices].map(([term, { size }]) => [term, size]));
}

/**
 * How many others have its terms, and whether the opening sentence does, by the square root of its length: its cosine to the
 * sum of the others, but for a factor. Of few headlines, each has as much of the others, but only one is about that sentence.
 */
function measureWorth(
  article: HeadlineArticle,
  voices: ReadonlyMap<string, number>,
  said: ReadonlySet<string>,
): number {
  const terms = findHeadlineTerms(article.title, article.lang);
  let shared = 0;
  for (const term of terms) shared += voices.get(term)! - 1 + (said.has(term) ? 1 : 0);
  return shared / Math.sqrt(Math.max(terms.size, MIN_HEADLINE_TERMS));
}
