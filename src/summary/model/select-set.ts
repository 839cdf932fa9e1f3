import type { WeightedReading } from '../weigh-reading.ts';
import { createUnderstanding } from './create-understanding.ts';
import { opensForward } from './find-best-unit.ts';
import { isRepetition } from './repetition.ts';
import { RemainingAnswers } from './remaining-answers.ts';
import type { WordMatches } from './expect-matches.ts';
import { UnsaidSum } from './unsaid-sum.ts';

/** How much may be chosen. */
export interface SetRoom {
  readonly sentences: number;
  readonly words: number;
  /** How many words the editor's summary is expected to have. */
  readonly expected: number;
  /** From this number of words on, only what raises the value is added. */
  readonly filled: number;
}

/** How many sets are extended at the same time. */
const BEAM = 6;

/** A set of sentences. */
interface SentenceSet {
  /** In the order of their choice. */
  readonly chosen: readonly number[];
  /** Its expected F1, with the bonuses of its sentences. */
  readonly value: number;
  readonly words: number;
  /** What it has of the editor's pairs and words, each counted once. */
  readonly matches: number;
  readonly bonus: number;
  readonly answers: RemainingAnswers;
}

/**
 * The set of sentences with the greatest expected F1 against an editor's summary, in words and pairs of
 * words, found by beam search: 2 × expected matches ÷ (words + expected words). What a set says twice counts
 * once, and every word costs, so neither redundancy nor length needs a feature. `bonuses` are added by
 * sentence. Empty if no sentence fits.
 */
export function selectSet(
  reading: WeightedReading,
  matches: WordMatches,
  bonuses: Float64Array,
  room: SetRoom,
): readonly number[] {
  const search = new SetSearch(reading, matches, bonuses, room);
  let beam = [search.createEmpty()];
  let best = beam[0]!;
  while (beam.length > 0) {
    const { extended, finished } = search.extend(beam);
    for (const set of finished) {
      if (best.chosen.length === 0 || set.value > best.value) best = set;
    }
    beam = extended;
  }
  return best.chosen;
}

// A search is never interrupted, so all can share these tables.
const unsaidPairs = new UnsaidSum();
const unsaidWords = new UnsaidSum();

class SetSearch {
  readonly #reading: WeightedReading;
  readonly #bonuses: Float64Array;
  readonly #room: SetRoom;
  readonly #isUnderstood: ReturnType<typeof createUnderstanding>;

  constructor(
    reading: WeightedReading,
    matches: WordMatches,
    bonuses: Float64Array,
    room: SetRoom,
  ) {
    this.#reading = reading;
    this.#bonuses = bonuses;
    this.#room = room;
    this.#isUnderstood = createUnderstanding(reading);
    unsaidPairs.begin(reading.pairs, matches.pairs);
    unsaidWords.begin(reading.words, matches.words);
  }

  createEmpty(): SentenceSet {
    const { answers, sentences } = this.#reading;
    const open = new RemainingAnswers(answers, sentences.length);
    return { chosen: [], value: 0, words: 0, matches: 0, bonus: 0, answers: open };
  }

  /** The best sets that have one sentence more, or two that belong together; and the sets that none can be added to. */
  extend(beam: readonly SentenceSet[]): { extended: SentenceSet[]; finished: SentenceSet[] } {
    const count = this.#reading.sentences.length;
    const values = new Float64Array(beam.length * count).fill(-Infinity);
    /** By set, how many sentences may still be added to it. */
    const left = beam.map((set, k) => this.#measure(set, values, k * count));
    const extended: SentenceSet[] = [];
    // Of sets that are full, only the best is of use.
    const isLast = beam.every(({ chosen }) => chosen.length === this.#room.sentences - 1);
    while (extended.length < (isLast ? 1 : BEAM)) {
      const at = findGreatest(values);
      if (at === undefined) break;
      values[at] = -Infinity;
      const k = Math.floor(at / count);
      left[k]! -= 1;
      const next = this.#add(beam[k]!, at - k * count);
      if (!next) continue;
      left[k] = Infinity;
      if (!extended.some((set) => areSame(set.chosen, next.chosen))) extended.push(next);
    }
    const finished = beam.filter((_, k) => left[k] === 0);
    return { extended, finished };
  }

  /**
   * Fills in, from an offset on, the value that the set would have with each sentence that can be added.
   * Returns how many can.
   */
  #measure(set: SentenceSet, values: Float64Array, from: number): number {
    let count = 0;
    const isFilled = set.words >= this.#room.filled;
    this.#say(set.chosen);
    for (let i = 0; i < this.#bonuses.length; i++) {
      const first = this.#findFirst(set, i);
      const value = first === undefined ? -Infinity : this.#extendBy(set, first, i).value;
      const isOpen = value > (isFilled ? set.value : -Infinity);
      if (!isOpen) continue;
      values[from + i] = value;
      count += 1;
    }
    return count;
  }

  /** Says what these sentences have, and nothing else. */
  #say(sentences: readonly number[]): void {
    unsaidPairs.say(sentences);
    unsaidWords.say(sentences);
  }

  /**
   * The first of the sentences that are added with a sentence: the one before, if it depends on that, else
   * itself. Undefined if it can't be added.
   */
  #findFirst({ chosen, words }: SentenceSet, i: number): number | undefined {
    const { sentences } = this.#reading;
    const { isCaption, speechGoesOn, dependsOnPrevious, wordCount } = sentences[i]!;
    if (isCaption || chosen.length >= this.#room.sentences || chosen.includes(i)) return undefined;
    if (speechGoesOn && !chosen.includes(i + 1)) return undefined;
    const left = this.#room.words - words;
    if (!dependsOnPrevious || chosen.includes(i - 1)) return wordCount <= left ? i : undefined;
    if (i === 0 || chosen.length + 2 > this.#room.sentences) return undefined;
    const before = sentences[i - 1]!;
    const hangs = before.dependsOnPrevious && !chosen.includes(i - 2);
    if (before.isCaption || (hangs && !(i === 1 && opensForward(sentences)))) return undefined;
    return before.wordCount + wordCount <= left ? i - 1 : undefined;
  }

  /** The measures of a set with one or two sentences more, while what the set has is said. */
  #extendBy(
    set: SentenceSet,
    first: number,
    last: number,
  ): Pick<SentenceSet, 'value' | 'words' | 'matches' | 'bonus'> {
    const { sentences } = this.#reading;
    let { words, bonus, matches } = set;
    for (let i = first; i <= last; i++) {
      words += sentences[i]!.wordCount;
      bonus += this.#bonuses[i]! + set.answers.scores[i]!;
      matches +=
        i === first
          ? unsaidPairs.sum(i) + unsaidWords.sum(i)
          : unsaidPairs.sumAfter(first, i) + unsaidWords.sumAfter(first, i);
    }
    const value = (2 * matches) / (words + this.#room.expected) + bonus;
    return { value, words, matches, bonus };
  }

  /** Adds a sentence, with the one before if it depends on that. Undefined if it repeats the set or isn't understood beside it. */
  #add(set: SentenceSet, last: number): SentenceSet | undefined {
    const { answers, sentences } = this.#reading;
    const first = this.#findFirst(set, last)!;
    for (let i = first; i <= last; i++) {
      if (isRepetition(this.#reading, set.chosen, i)) return undefined;
    }
    if (!this.#isUnderstood(set.chosen, first, last)) return undefined;
    const chosen = [...set.chosen];
    for (let i = first; i <= last; i++) chosen.push(i);
    const open = answers ? new RemainingAnswers(answers, sentences.length) : set.answers;
    if (answers) for (const i of chosen) open.add(i);
    this.#say(set.chosen);
    const { value, words, matches, bonus } = this.#extendBy(set, first, last);
    return { chosen, value, words, matches, bonus, answers: open };
  }
}

/** Whether two sets have the same sentences, in whichever order they were chosen. */
function areSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((i) => b.includes(i));
}

/** Where the greatest value is; undefined if all are −Infinity. */
function findGreatest(values: Float64Array): number | undefined {
  let best: number | undefined;
  let greatest = -Infinity;
  for (let at = 0; at < values.length; at++) {
    if (values[at]! <= greatest) continue;
    greatest = values[at]!;
    best = at;
  }
  return best;
}
