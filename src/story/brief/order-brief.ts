import { BRIEF_LIMITS, type BriefArticle } from './brief.ts';
import type { BriefCandidate } from './brief-candidates.ts';
import { findHeadlineTerms, measureHeadline } from './says-headline.ts';

/**
 * Puts chosen sentences, given in the order of choice, in an order that reads: the event first, then
 * article by article in the order of publication, and the background last. Articles without a date come after the others.
 * Sentences of one article stay in the order of its text. `headlines` are those of the articles that the brief may have
 * sentences of.
 */
export function orderBrief(
  chosen: readonly BriefCandidate[],
  headlines: readonly string[] = [],
): BriefCandidate[] {
  const event = findEvent(chosen, headlines);
  const rank = new Map<BriefArticle, number>();
  for (const { article } of chosen) if (!rank.has(article)) rank.set(article, rank.size);
  return chosen.toSorted((a, b) => {
    if (a === event || b === event) return a === event ? -1 : 1;
    if (a.article === b.article) return a.sentence.start - b.sentence.start;
    const [isOldA, isOldB] = [isBackground(a), isBackground(b)];
    if (isOldA !== isOldB) return isOldA ? 1 : -1;
    const [atA, atB] = [timeOf(a.article), timeOf(b.article)];
    return atA === atB ? rank.get(a.article)! - rank.get(b.article)! : atA < atB ? -1 : 1;
  });
}

/**
 * The first to be chosen that opens an article, unless that hardly says any headline and another opening does: "The valley was
 * shaken at 2:09." Without openings, the first that no other of its article precedes.
 */
function findEvent(
  chosen: readonly BriefCandidate[],
  headlines: readonly string[],
): BriefCandidate | undefined {
  const openings = chosen.filter((one) => one.isOpening && !isBackground(one));
  return findSaying(openings, headlines) ?? openings[0] ?? findLeading(chosen);
}

/** The opening that says most of a headline, if the first says so little of any that it may be on a side of the event. */
function findSaying(
  openings: readonly BriefCandidate[],
  headlines: readonly string[],
): BriefCandidate | undefined {
  const [first, ...others] = openings;
  if (!first || others.length === 0) return undefined;
  const { lang } = first.article.reading;
  const terms = headlines.map((headline) => findHeadlineTerms(headline, lang));
  const measure = ({ sentence: { text } }: BriefCandidate): number =>
    measureHeadline(text, lang, terms);
  const said = measure(first);
  if (said >= BRIEF_LIMITS.headlineShare) return undefined;
  const least = Math.max(BRIEF_LIMITS.headlineShare, 2 * said);
  const [best] = others
    .map((one) => ({ one, share: measure(one) }))
    .filter(({ share }) => share >= least)
    .toSorted((a, b) => b.share - a.share);
  return best?.one;
}

function findLeading(chosen: readonly BriefCandidate[]): BriefCandidate | undefined {
  return chosen.find((one) =>
    chosen.every(
      (other) => other.article !== one.article || other.sentence.start >= one.sentence.start,
    ),
  );
}

function isBackground({ article }: BriefCandidate): boolean {
  return article.role === 'background';
}

function timeOf({ publishedAt }: BriefArticle): number {
  const at = Date.parse(publishedAt ?? '');
  return Number.isNaN(at) ? Infinity : at;
}
