import type { Numbered } from '../reading/numbering.ts';
import { reserveFloats } from '../reading/reserve-floats.ts';
import type { SummaryLength, SummarySentence } from '../summary.ts';
import { SUMMARY_LIMITS } from '../summary-limits.ts';
import type { WeightedReading } from '../weigh-reading.ts';
import { explainSet, type SentenceBonuses } from './explain-set.ts';
import { findRoom } from './find-room.ts';
import { scoreLinearly, selectSentences } from './select-sentences.ts';
import { selectSet } from './select-set.ts';
import { measureSentences } from './sentence-features.ts';
import { SUMMARY_MODEL } from './summary-model.ts';
import { estimateWords } from './estimate-words.ts';
import { expectMatches, type WordMatches } from './expect-matches.ts';
import type { WordModel } from './word-model.ts';

/**
 * How many words an editor's summary is expected to have for each sentence that is asked for. CNN/DailyMail's
 * have 18; with some more, longer sentences are chosen, which do better.
 */
const EDITOR_WORDS = 65 / 3;

/**
 * What an editor's words don't tell: by feature, what one unit adds to a set's value. Set by hand, as in the
 * linear model, because the training set has neither titles nor queries.
 */
const BONUSES = {
  title: 0.06,
  query: SUMMARY_MODEL.query.weight,
  openSpeech: SUMMARY_MODEL.openSpeech.weight,
} as const;

const BONUS_NAMES = Object.keys(BONUSES) as (keyof typeof BONUSES)[];

/**
 * Chooses a summary's sentences, in document order. In English, as the set that has most of an editor's
 * words; in other languages, for which these words aren't known, one by one by the linear model.
 */
export function chooseSentences(
  reading: WeightedReading,
  length: SummaryLength,
  model?: WordModel,
): SummarySentence[] {
  if (reading.lang !== 'en') return selectSentences(reading, length);
  const { wanted, ...room } = findRoom(reading.sentences, length);
  const expected = wanted > 0 ? wanted : room.sentences * EDITOR_WORDS;
  const filled = wanted > 0 ? wanted * SUMMARY_LIMITS.minFilled : Infinity;
  const { matches, bonuses, sums } = estimate(reading, model);
  const chosen = selectSet(reading, matches, sums, { ...room, expected, filled });
  const { answers } = reading;
  const answered = !answers || chosen.some((i) => answers.scores[i]! > 0);
  // Where no set fits or answers, the linear model knows more ways.
  return chosen.length > 0 && answered
    ? explainSet(reading, chosen, matches, bonuses, expected)
    : selectSentences(reading, length);
}

/** What each sentence is worth as a summary of its own. */
export function scoreAlone(reading: WeightedReading): Float64Array {
  if (reading.lang !== 'en') return scoreLinearly(reading);
  const { matches, sums } = estimate(reading);
  const pairs = sumBySentence(reading.pairs, matches.pairs);
  const words = sumBySentence(reading.words, matches.words);
  return Float64Array.from(reading.sentences, ({ wordCount }, i) => {
    const answer = reading.answers?.scores[i] ?? 0;
    return (2 * (pairs[i]! + words[i]!)) / (wordCount + EDITOR_WORDS) + sums[i]! + answer;
  });
}

function estimate(
  reading: WeightedReading,
  model?: WordModel,
): { matches: WordMatches; bonuses: SentenceBonuses; sums: Float64Array } {
  const columns = measureSentences(reading);
  const matches = expectMatches(estimateWords(reading, columns, model));
  const bonuses: Record<string, Float64Array> = {};
  const count = reading.sentences.length;
  const take = reserveFloats(count * (1 + BONUS_NAMES.length));
  const sums = take(count);
  for (const name of BONUS_NAMES) {
    const values = columns[name];
    const weighed = take(count);
    for (let i = 0; i < count; i++) {
      weighed[i] = BONUSES[name] * values[i]!;
      sums[i]! += weighed[i]!;
    }
    bonuses[name] = weighed;
  }
  return { matches, bonuses, sums };
}

function sumBySentence({ ids, starts }: Numbered, matches: Float64Array): Float64Array {
  const sums = new Float64Array(starts.length - 1);
  for (let i = 0; i < sums.length; i++) {
    for (let at = starts[i]!; at < starts[i + 1]!; at++) sums[i]! += matches[ids[at]!]!;
  }
  return sums;
}
