import { hasStemmer } from '../../text/stems.ts';
import { BRIEF_LIMITS } from './brief.ts';
import type { BriefCandidate } from './brief-candidates.ts';

/**
 * Whether a sentence says again what one sentence before says, in other words: too many of its terms
 * are there. In the first sentences of a brief, which are all that a list shows, a term counts as
 * often as voices have it, so that a sentence on the event is told apart from one on its consequence. The openings of two
 * reports tell one event more often than not: in English if they have a few terms in common, however long they are, and
 * elsewhere from a smaller share, unless words are cut to letters that many share. `voices` is by number of a term.
 */
export function repeatsChosen(
  { article, says, isOpening }: BriefCandidate,
  before: readonly (Pick<BriefCandidate, 'says'> & { readonly isOpening?: boolean })[],
  voices: readonly number[],
  isEarly: boolean,
): boolean {
  const { lang } = article.reading;
  const isStemmed = hasStemmer(lang);
  const terms = new Set(says.filter((word) => word > 0));
  return before.some((other) => {
    const { said, weighted } = measureSaid(terms, other.says, voices);
    if (said / terms.size >= BRIEF_LIMITS.maxSaid) return true;
    if (!isEarly) return false;
    if (!isOpening || !other.isOpening) return weighted >= BRIEF_LIMITS.maxSaidAtFirst;
    if (lang === 'en') return said >= BRIEF_LIMITS.openingTerms;
    return weighted >= (isStemmed ? BRIEF_LIMITS.maxSaidByOpenings : BRIEF_LIMITS.maxSaidAtFirst);
  });
}

/** How many terms another sentence has, and their share, 0 to 1, if each counts as often as voices have it. */
function measureSaid(
  terms: ReadonlySet<number>,
  says: Int32Array,
  voices: readonly number[],
): { readonly said: number; readonly weighted: number } {
  let [said, saidWeight, allWeight] = [0, 0, 0];
  for (const term of terms) {
    const weight = voices[term]!;
    allWeight += weight;
    if (!says.includes(term)) continue;
    said += 1;
    saidWeight += weight;
  }
  return { said, weighted: saidWeight / allWeight };
}
