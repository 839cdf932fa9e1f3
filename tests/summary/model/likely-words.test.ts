import { describe, expect, it } from 'vitest';
import { buildCorpus } from '../../../src/index/corpus/corpus.ts';
import { createWordLister } from '../../../src/summary/model/likely-words.ts';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';
import { weighReading } from '../../../src/summary/weigh-reading.ts';

const TEXT =
  "The US ferry ran aground on Monday. NO ONE ON BOARD THE US SHIP WAS HURT. The ferry's captain spoke to us.";

describe('the words for which a sentence is chosen', () => {
  const reading = weighReading(
    buildReading({ title: '', text: TEXT, lang: 'en' }),
    buildCorpus([]),
  );
  const list = createWordLister(reading);

  it('are words of the sentence as printed, the most probable first', () => {
    for (const sentence of reading.sentences) {
      const { pairs, words } = list(sentence);
      for (const all of [pairs, words]) {
        for (const { text } of all) expect(sentence.text).toContain(text);
        const probabilities = all.map(({ probability }) => probability);
        expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a));
      }
    }
  });

  it('have a probability in a sentence in capitals, too', () => {
    const { pairs, words } = list(reading.sentences[1]!);
    for (const { probability } of [...pairs, ...words]) {
      expect(probability).toBeGreaterThan(0);
      expect(probability).toBeLessThan(1);
    }
  });
});
