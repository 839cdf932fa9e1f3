import { describe, expect, it } from 'vitest';
import { readEvalLines } from '../../../bench/support/read-eval.ts';
import { buildCorpus } from '../../../src/index/corpus/corpus.ts';
import {
  ENGLISH_DOCUMENT_COUNT,
  ENGLISH_DOCUMENT_FREQUENCIES,
} from '../../../src/index/corpus/english-df.ts';
import { splitTerms } from '../../support/split-terms.ts';

describe('buildCorpus', () => {
  const corpus = buildCorpus([['dam', 'dam', 'city'], ['dam', 'constructor'], ['city']]);

  it('counts articles, not repeats', () => {
    expect(corpus.documentCount).toBe(3);
    expect(corpus.documentFrequency('dam')).toBe(2);
    expect(corpus.documentFrequency('constructor')).toBe(1);
    expect(corpus.documentFrequency('toString')).toBe(0);
  });

  it('gives rare terms more weight, and no term a negative one', () => {
    expect(corpus.idf('cosmodrom')).toBeGreaterThan(corpus.idf('dam'));
    const everywhere = buildCorpus(Array.from({ length: 9999 }, () => ['year']));
    expect(everywhere.idf('year')).toBeGreaterThan(0);
  });
});

describe('the counts of English news', () => {
  it('follow from the counts of words in the evaluation data', (context) => {
    const lines = readEvalLines('english_df.tsv');
    context.skip(lines === undefined, 'the public evaluation data is not at hand');
    const [header, ...rows] = lines!.map((line) => line.split('\t'));
    const total = Number(header![1]);
    const absent = new Map<string, number>();
    for (const [word, count] of rows) {
      const terms = splitTerms(word!, 'en');
      if (terms.length !== 1) continue;
      const [term] = terms as [string];
      absent.set(term, (absent.get(term) ?? 1) * (1 - Number(count) / total));
    }
    const expected = new Map(
      [...absent]
        .map(([term, share]) => [term, Math.round((1 - share) * total)] as const)
        .filter(([, n]) => n >= 3),
    );
    const shipped = ENGLISH_DOCUMENT_FREQUENCIES.split('\n').flatMap((line) => {
      const [count, ...terms] = line.split(' ');
      return terms.map((term) => [term, Number(count)] as const);
    });
    expect(ENGLISH_DOCUMENT_COUNT).toBe(total);
    expect(new Map(shipped)).toEqual(expected);
  });
});
