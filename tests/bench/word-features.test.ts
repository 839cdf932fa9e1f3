import { describe, expect, it } from 'vitest';
import { buildCorpus } from '../../src/index/corpus/corpus.ts';
import { measureSentences } from '../../src/summary/model/sentence-features.ts';
import {
  createValues,
  PAIR_NAMES,
  WORD_NAMES,
  WordFeatures,
} from '../../bench/support/word-features.ts';
import { estimateWords } from '../../src/summary/model/estimate-words.ts';
import type { WordModel } from '../../src/summary/model/word-model.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
import { weighReading } from '../../src/summary/weigh-reading.ts';
import { readSamples } from '../support/read-samples.ts';

const TEXT =
  'The dam above Derna broke before dawn on Monday. The dam was 47 years old, officials said. ' +
  'Aid reached the city by road. Ships with field hospitals reached the port of Derna.';

function read() {
  const reading = weighReading(
    buildReading({ title: '', text: TEXT, lang: 'en' }),
    buildCorpus([]),
  );
  const features = new WordFeatures(reading, measureSentences(reading));
  const numberOf = (text: string): number =>
    reading.lexicon.words().findIndex((word) => word.text === text);
  const pairOf = (first: string, second: string): number =>
    reading.pairs.firsts.findIndex(
      (number, pair) =>
        number === numberOf(first) && reading.pairs.seconds[pair] === numberOf(second),
    );
  const values = createValues();
  const word = (text: string) => {
    features.fillWord(numberOf(text), values.word);
    return Object.fromEntries(WORD_NAMES.map((name, k) => [name, values.word[k]!]));
  };
  const pair = (first: string, second: string) => {
    features.fillPair(pairOf(first, second), values.pair);
    return Object.fromEntries(PAIR_NAMES.map((name, k) => [name, values.pair[k]!]));
  };
  return { reading, features, word, pair };
}

describe('features of words and pairs', () => {
  it('are as many as the tables name', () => {
    const { features } = read();
    const values = createValues();
    expect(features.fillWord(0, values.word)).toBe(WORD_NAMES.length);
    expect(features.fillPair(0, values.pair)).toBe(PAIR_NAMES.length);
  });

  it('are those that the estimate adds up', async () => {
    const weigh = <Name extends string>(names: readonly Name[]) =>
      Object.fromEntries(names.map((name, k) => [name, Math.sin(7 * k + 1)])) as Record<
        Name,
        number
      >;
    const model: WordModel = {
      words: weigh(WORD_NAMES),
      pairs: weigh(PAIR_NAMES),
      lexicon: new Map([
        ['dam', [0.5, -0.4, 0.3]],
        ['-the', [-0.2, 0.1, 0.6]],
      ]),
    };
    for (const { text, title, lang } of (await readSamples()).slice(0, 20)) {
      const reading = weighReading(buildReading({ title, text, lang }), buildCorpus([]));
      const columns = measureSentences(reading);
      const { words, pairs } = estimateWords(reading, columns, model);
      const features = new WordFeatures(reading, columns);
      const values = createValues();
      const lexicon = reading.lexicon.words();
      const known = lexicon.map((word) => model.lexicon.get(word.key) ?? ([0, 0, 0] as const));
      const logit = (probability: number): number => Math.log(probability / (1 - probability));
      words.forEach((probability, word) => {
        features.fillWord(word, values.word);
        const sum = WORD_NAMES.reduce(
          (all, name, k) => all + model.words[name] * values.word[k]!,
          0,
        );
        expect(logit(probability)).toBeCloseTo(sum + known[word]![0], 6);
      });
      pairs.forEach((probability, pair) => {
        features.fillPair(pair, values.pair);
        const sum = PAIR_NAMES.reduce(
          (all, name, k) => all + model.pairs[name] * values.pair[k]!,
          0,
        );
        const { firsts, seconds } = reading.pairs;
        const own = known[firsts[pair]!]![1] + known[seconds[pair]!]![2];
        expect(logit(probability)).toBeCloseTo(sum + own, 6);
      });
    }
  });

  it('tell where a word is first said, and how often', () => {
    const { word } = read();
    expect(word('dam')).toMatchObject({ in0: 1, in1: 0, spread2: 1, isRepeated: 1, isFirst: 1 });
    expect(word('dam')['lnS']).toBeCloseTo(Math.log(2));
    expect(word('dam')['leads']).toBeCloseTo(2 / 3);
    expect(word('port')).toMatchObject({ in3: 1, spread1: 1, isRepeated: 0, leads: 0, lnCount: 0 });
    expect(word('port')['early8']).toBeCloseTo(Math.exp(-3 / 8));
  });

  it('tell numbers, and words that are nearly everywhere', () => {
    const { word } = read();
    expect(word('47')['isNumber']).toBe(1);
    expect(word('the')).toMatchObject({ isStopLike: 1, isNumber: 0 });
    expect(word('derna')).toMatchObject({ isStopLike: 0 });
    expect(word('derna')['idf']).toBeGreaterThan(word('citi')['idf']!);
  });

  it('tell which word of a pair is common', () => {
    const { pair } = read();
    expect(pair('the', 'dam')).toMatchObject({
      spread2: 1,
      stopRare2: 1,
      rareRare2: 0,
      isNumber: 0,
    });
    expect(pair('field', 'hospit')).toMatchObject({ rareRare1: 1, isHighStopLike: 0, in3: 1 });
    expect(pair('the', 'dam')['low']).toBeLessThan(pair('the', 'dam')['high']!);
    expect(pair('on', 'monday')).toMatchObject({ areStopLike: 1, stopStop1: 1 });
    expect(pair('47', 'year')['isNumber']).toBe(1);
  });

  it('know the pairs by their words', () => {
    const { reading } = read();
    const { firsts, seconds, ids, starts } = reading.pairs;
    const lexicon = reading.lexicon.words();
    const first = ids.slice(starts[0], starts[1]).map((pair) => {
      const [a, b] = [lexicon[firsts[pair]!]!, lexicon[seconds[pair]!]!];
      return `${a.text} ${b.text}`;
    });
    expect(first.slice(0, 3)).toEqual(['the dam', 'dam above', 'above derna']);
  });
});
