import type { BriefArticle } from './brief.ts';
import type { BriefCandidate } from './brief-candidates.ts';

/**
 * Puts chosen sentences, given in the order of choice, in an order that reads: the event first, then
 * article by article in the order of publication, and the background last. Articles without a date come after the others.
 * Sentences of one article stay in the order of its text.
 */
export function orderBrief(chosen: readonly BriefCandidate[]): BriefCandidate[] {
  const event = findEvent(chosen);
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

/** The first to be chosen that opens an article; else the first that no other of its article precedes. */
function findEvent(chosen: readonly BriefCandidate[]): BriefCandidate | undefined {
  return (
    chosen.find((one) => one.isOpening && !isBackground(one)) ??
    chosen.find((one) =>
      chosen.every(
        (other) => other.article !== one.article || other.sentence.start >= one.sentence.start,
      ),
    )
  );
}

function isBackground({ article }: BriefCandidate): boolean {
  return article.role === 'background';
}

function timeOf({ publishedAt }: BriefArticle): number {
  const at = Date.parse(publishedAt ?? '');
  return Number.isNaN(at) ? Infinity : at;
}
