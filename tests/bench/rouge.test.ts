import { describe, expect, it } from 'vitest';
import { readEvalRecords } from '../../bench/support/read-eval.ts';
import type { Agreement } from '../../bench/support/score-bcubed.ts';
import { scoreRouge, scoreRougeLsum } from '../../bench/support/score-rouge.ts';

interface RougeCase {
  readonly target: string;
  readonly prediction: string;
  readonly expected: Readonly<Record<string, { r: number; p: number; f: number }>>;
}

const scorers: Readonly<Record<string, (target: string, prediction: string) => Agreement>> = {
  rouge1: (target, prediction) => scoreRouge(1, target, prediction, false),
  rouge1_stem: (target, prediction) => scoreRouge(1, target, prediction),
  rouge2: (target, prediction) => scoreRouge(2, target, prediction, false),
  rouge2_stem: (target, prediction) => scoreRouge(2, target, prediction),
  rougeL: (target, prediction) => scoreRougeLsum(target, prediction, false),
  rougeLsum: (target, prediction) => scoreRougeLsum(target, prediction, false),
  rougeLsum_stem: (target, prediction) => scoreRougeLsum(target, prediction),
};

describe('ROUGE', () => {
  it('is what rouge_score computes, to five decimals', (context) => {
    const cases = readEvalRecords('rouge_cases.jsonl') as RougeCase[] | undefined;
    context.skip(cases === undefined, 'the public evaluation data is not at hand');
    expect(cases).toHaveLength(8);
    for (const { target, prediction, expected } of cases!) {
      for (const [name, { p, r, f }] of Object.entries(expected)) {
        const { precision, recall, f1 } = scorers[name]!(target, prediction);
        const five = (value: number): string => value.toFixed(5);
        expect([name, five(precision), five(recall), five(f1)]).toEqual([
          name,
          five(p),
          five(r),
          five(f),
        ]);
      }
    }
  });

  it.each([
    ['a line found in two pieces', 'a b c d', 'a b\nc d', 1],
    ['a word counted once', 'a b', 'a\na', 0.5],
    ['an order that is turned', 'a b', 'b a', 0.5],
    ['nothing', '', '', 0],
  ])('Lsum: %s', (_, expected, actual, f1) => {
    expect(scoreRougeLsum(expected, actual).f1).toBeCloseTo(f1);
  });
});
