import type { Numbered } from '../reading/numbering.ts';
import type { SummarySentence } from '../summary.ts';
import type { WeightedReading } from '../weigh-reading.ts';
import { RemainingAnswers } from './remaining-answers.ts';
import type { WordMatches } from './expect-matches.ts';

/** By feature and sentence, what is added to the value of a set. */
export type SentenceBonuses = Readonly<Record<string, Float64Array>>;

/**
 * The sentences of a set in document order, each with what it adds to the others: the expected matches that
 * it alone has, by pairs and by words, less what its length costs, and its bonuses.
 */
export function explainSet(
  reading: WeightedReading,
  chosen: readonly number[],
  matches: WordMatches,
  bonuses: SentenceBonuses,
  expectedWords: number,
): SummarySentence[] {
  const { sentences, answers } = reading;
  const inOrder = chosen.toSorted((a, b) => a - b);
  const length = inOrder.reduce((sum, i) => sum + sentences[i]!.wordCount, expectedWords);
  const pairs = sumMatches(reading.pairs, matches.pairs, inOrder);
  const words = sumMatches(reading.words, matches.words, inOrder);
  return inOrder.map((i, k) => {
    const { text, start, end, wordCount } = sentences[i]!;
    const others = pairs.all - pairs.own[k]! + words.all - words.own[k]!;
    const features: Record<string, number> = {
      pairs: (2 * pairs.own[k]!) / length,
      words: (2 * words.own[k]!) / length,
      length: (2 * others) / length - (2 * others) / (length - wordCount),
    };
    if (answers) {
      const remaining = new RemainingAnswers(answers, sentences.length);
      for (const other of inOrder) if (other !== i) remaining.add(other);
      features['answer'] = remaining.scores[i]!;
    }
    for (const name of Object.keys(bonuses)) features[name] = bonuses[name]![i]!;
    const score = Object.values(features).reduce((sum, part) => sum + part, 0);
    return { text, start, end, score, features };
  });
}

/** The expected matches of all the sentences, and those that each alone has. */
function sumMatches(
  { ids, starts }: Numbered,
  matches: Float64Array,
  sentences: readonly number[],
): { all: number; own: number[] } {
  const counts = new Uint8Array(matches.length);
  let all = 0;
  for (const i of sentences) {
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      if (counts[ids[at]!] === 0) all += matches[ids[at]!]!;
      counts[ids[at]!]! += 1;
    }
  }
  const own = sentences.map((i) => {
    let sum = 0;
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      if (counts[ids[at]!] === 1) sum += matches[ids[at]!]!;
    }
    return sum;
  });
  return { all, own };
}
