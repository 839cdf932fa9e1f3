import { hasStemmer } from '../../text/stems.ts';
import { BRIEF_LIMITS } from './brief.ts';
import type { BriefCandidate } from './brief-candidates.ts';

/**
 * Whether a sentence says again what one sentence before says, in other words: too many of its terms
 * are there. In the first sentences of a brief, which are all that a list shows, a term counts as
 * often as voices have it, so that two openings on one event are told apart from its consequence. The openings of two
 * reports tell one event more often than not, so less is enough, unless words are cut to letters that many share.
 * `voices` is by number of a term.
 */
export function repeatsChosen(
  { article, says, isOpening }: BriefCandidate,
  before: readonly (Pick<BriefCandidate, 'says'> & { readonly isOpening?: boolean })[],
  voices: readonly number[],
  isEarly: boolean,
): boolean {
  const isStemmed = hasStemmer(article.reading.lang);
  const terms = new Set(says.filter((word) => word > 0));
  return before.some((other) => {
    const { plain, weighted } = measureSaid(terms, other.says, voices);
    const most =
      isOpening && other.isOpening && isStemmed
        ? BRIEF_LIMITS.maxSaidByOpenings
        : BRIEF_LIMITS.maxSaidAtFirst;
    return plain >= BRIEF_LIMITS.maxSaid || (isEarly && weighted >= most);
  });
}

/** The share of terms that another sentence has, 0 to 1: each counted once, and as often as voices have it. */
function measureSaid(
  terms: ReadonlySet<number>,
  says: Int32Array,
  voices: readonly number[],
): { readonly plain: number; readonly weighted: number } {
  let [said, saidWeight, allWeight] = [0, 0, 0];
  for (const term of terms) {
    const weight = voices[term]!;
    allWeight += weight;
    if (!says.includes(term)) continue;
    said += 1;
    saidWeight += weight;
  }
  return { plain: said / terms.size, weighted: saidWeight / allWeight };
}
