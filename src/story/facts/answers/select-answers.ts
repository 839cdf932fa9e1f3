import type { Answer } from './answer-article.ts';

/** An answer, and when its article was published, in milliseconds since the epoch. */
export interface DatedAnswer extends Answer {
  readonly at: number;
}

/** An answer that is worse than the best by more than this isn't shown. */
const MOST_WORSE = 0.3;

/** Selects the best answers, each text once; of equals the newest. */
export function selectAnswers<T extends DatedAnswer>(answers: readonly T[], count: number): T[] {
  const ranked = answers.toSorted(
    (a, b) => b.score - a.score || b.at - a.at || (a.articleId < b.articleId ? -1 : 1),
  );
  const least = (ranked[0]?.score ?? 0) - MOST_WORSE;
  const texts = new Set<string>();
  return ranked
    .filter(({ score, text }) => {
      const isNew = !texts.has(text);
      texts.add(text);
      return isNew && score >= least;
    })
    .slice(0, count);
}
