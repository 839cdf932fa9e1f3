import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordLister } from '../../../src/summary/model/likely-words.ts';
import { findPairChances } from '../../../src/summary/model/pair-chances.ts';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';
import { weighReading } from '../../../src/summary/weigh-reading.ts';
import { buildCorpus } from '../../../src/index/corpus/corpus.ts';

const read = (text: string, lang = 'en') => buildReading({ title: '', text, lang });

describe('how probable it is that an editor would keep two words', () => {
  it('is what the word model estimates, at the second of the two', () => {
    const reading = read(
      `A ferry with 240 people on board ran aground off the north coast on Monday. Divers found a tear in the hull of the US ferry.\n\nThe captain told us that the steering had failed. The ferry had left port in thick fog shortly after six in the morning. NO ONE ON BOARD WAS HURT. Investigators of the US agency recovered the voyage recorder, and the ferry's operator suspended all sailings.`,
    );
    const chances = findPairChances(reading)!;
    const list = createWordLister(weighReading(reading, buildCorpus([])));
    const found = new Map<string, number>();
    const expected = new Map<string, number>();
    for (const { start, firstWord, endWord } of reading.sentences) {
      for (const pair of list({ start }).pairs) {
        expected.set(pair.text.toLowerCase().replace(/['’]s$/, ''), pair.probability);
      }
      for (let at = firstWord + 1; at < endWord; at++) {
        found.set(reading.printed.text.print(at - 1, at).toLowerCase(), chances[at]!);
      }
    }
    const rounded = (all: Map<string, number>) =>
      [...all].map(([words, p]) => `${words} ${p.toFixed(4)}`).toSorted();
    expect(found.size).toBeGreaterThan(50);
    expect(rounded(found)).toEqual(rounded(expected));
  });

  it('is known in English only', () => {
    expect(findPairChances(read('Die Fähre lief am Montag vor der Küste auf Grund.', 'de'))).toBe(
      undefined,
    );
  });

  it('is 0 for the first word of a sentence, and known for words in capitals', () => {
    const reading = read(
      'A ferry ran aground off the coast on Monday. ALL PEOPLE ON BOARD WERE SAVED. Divers found a tear in the hull.',
    );
    const chances = findPairChances(reading)!;
    for (const { firstWord, endWord } of reading.sentences) {
      expect(chances[firstWord]).toBe(0);
      for (let at = firstWord + 1; at < endWord; at++) expect(chances[at]).toBeGreaterThan(0);
    }
  });

  it('is estimated once for each reading', () => {
    const reading = read('A ferry ran aground off the coast on Monday.');
    expect(findPairChances(reading)).toBe(findPairChances(reading));
  });

  it('is a probability, whatever the text is', () => {
    const word = fc.constantFrom(
      'ferry',
      'US',
      'us',
      '240',
      '"Yes',
      'no."',
      'The',
      '.',
      '\n\n',
      '½',
      'İ',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const reading = read(words.join(' '));
        const chances = findPairChances(reading)!;
        expect(chances).toHaveLength(reading.printed.text.terms.length);
        expect(chances.every((chance) => chance >= 0 && chance <= 1)).toBe(true);
      }),
    );
  });
});
