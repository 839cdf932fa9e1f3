import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCorpus } from '../../../src/index/corpus/corpus.ts';
import { selectSet, type SetRoom } from '../../../src/summary/model/select-set.ts';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';
import { weighReading, type WeightedReading } from '../../../src/summary/weigh-reading.ts';

const ROOM: SetRoom = { sentences: 2, words: 100, expected: 20, filled: Infinity };

const SENTENCES = [
  'The dam above Derna broke before dawn on Monday.',
  'The dam above Derna broke before the dawn of Monday.',
  'Ships with field hospitals reached the port by night.',
  'Engineers from Tripoli will look at old maps next month.',
  'It was the worst flood of a century.',
];

const read = (sentences: readonly string[] = SENTENCES): WeightedReading =>
  weighReading(buildReading({ title: '', text: sentences.join(' '), lang: 'en' }), buildCorpus([]));

/** Every word of the named sentences is probable, all others are not. */
function select(
  reading: WeightedReading,
  likely: readonly number[],
  room: Partial<SetRoom> = {},
  bonuses = new Float64Array(reading.sentences.length),
): number[] {
  const probabilities = {
    words: new Float64Array(reading.lexicon.length).fill(0.05),
    pairs: new Float64Array(reading.pairs.counts.length).fill(0.02),
  };
  for (const i of likely) {
    for (const kind of ['words', 'pairs'] as const) {
      const { ids, starts } = reading[kind];
      for (let at = starts[i]!; at < starts[i + 1]!; at++) probabilities[kind][ids[at]!] = 0.8;
    }
  }
  return [...selectSet(reading, probabilities, bonuses, { ...ROOM, ...room })];
}

describe('a set of sentences', () => {
  it('has the most probable words', () => {
    expect(select(read(), [2], { sentences: 1 })).toEqual([2]);
    expect(new Set(select(read(), [0, 2]))).toEqual(new Set([0, 2]));
  });

  it('says nothing twice', () => {
    expect(select(read(), [0, 1])).not.toEqual(expect.arrayContaining([0, 1]));
  });

  it('has not both a lead and a caption that is written from it', () => {
    const reading = read([
      'Fans gathered in Norrvik on Monday to kick off the birthday party of the oldest club.',
      'Ann Lee was among those in Norrvik to kick off the birthday party of its oldest club.',
      'Tickets for the oldest club cost more than those of any other team in Velland.',
      'Engineers from Tripoli will look at maps next month.',
    ]);
    expect(select(reading, [0, 1])).not.toEqual(expect.arrayContaining([0, 1]));
    expect(new Set(select(reading, [0, 2]))).toEqual(new Set([0, 2]));
  });

  it('has no sentence that points back without the one before', () => {
    expect(select(read(), [4], { sentences: 1 })).not.toContain(4);
    expect(select(read(), [4])).toEqual([3, 4]);
  });

  it('has a sentence that points back at an opening whose "it" is named after it', () => {
    const opening = 'From roars to angry snarls, it can change any voice within a second.';
    const reading = read([
      opening,
      'This software was written by a student in Derna.',
      ...SENTENCES,
    ]);
    expect(select(reading, [1])).toEqual([0, 1]);
  });

  it('adds nothing that lowers its value once it is filled', () => {
    expect(select(read(), [2], { sentences: 5, filled: 5 })).toEqual([2]);
    expect(select(read(), [2], { sentences: 5, filled: 12 }).length).toBeGreaterThan(1);
  });

  it('prefers a sentence with a bonus', () => {
    const bonuses = Float64Array.from([0, 0, 0, 1, 0]);
    expect(select(read(), [2], { sentences: 1 }, bonuses)).toEqual([3]);
  });

  it('is empty if nothing fits', () => {
    expect(select(read(), [2], { words: 3 })).toEqual([]);
    expect(select(read([]), [])).toEqual([]);
  });

  it('never exceeds its room, and has each sentence once', () => {
    const sentence = fc
      .array(fc.constantFrom('dam', 'flood', 'aid', 'It', 'He', 'port', 'ships', 'broke', 'the'), {
        minLength: 4,
        maxLength: 14,
      })
      .map((words) => `${words.join(' ')}.`);
    fc.assert(
      fc.property(
        fc.array(sentence, { maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 60 }),
        (sentences, count, words) => {
          const reading = read(sentences);
          const chosen = select(reading, [0].slice(0, reading.sentences.length), {
            sentences: count,
            words,
          });
          expect(new Set(chosen).size).toBe(chosen.length);
          expect(chosen.length).toBeLessThanOrEqual(count);
          const total = chosen.reduce((sum, i) => sum + reading.sentences[i]!.wordCount, 0);
          expect(total).toBeLessThanOrEqual(words);
          const pointing = chosen.filter((i) => i > 0 && reading.sentences[i]!.dependsOnPrevious);
          expect(pointing.filter((i) => !chosen.includes(i - 1))).toEqual([]);
        },
      ),
    );
  });
});
