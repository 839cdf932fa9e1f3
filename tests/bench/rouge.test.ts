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

/** The number of n-grams that two texts share, and of those in the target and in the prediction. */
type Counts = readonly [shared: number, wanted: number, given: number];

/** Target, prediction, and counted by hand: words, pairs of words, and words in common subsequences of lines. */
const COUNTED: readonly (readonly [string, string, words: Counts, pairs: Counts, lines: Counts])[] =
  [
    [
      'The ferry ran aground near the harbour.',
      'A ferry ran aground at the harbour',
      [5, 7, 7],
      [3, 6, 6],
      [5, 7, 7],
    ],
    [
      'Rivers rose overnight.\nThe mayor closed two bridges.',
      'The mayor closed bridges after rivers rose.',
      [6, 8, 7],
      [3, 7, 6],
      [6, 8, 7],
    ],
    ['It cost $3.5 million, 12% more.', 'Cost: 3.5 million', [4, 7, 4], [3, 6, 3], [4, 7, 4]],
    ['The café’s naïve owner', 'The owner', [2, 6, 2], [0, 5, 1], [2, 6, 2]],
    ['the the the bridge fell', 'the bridge the fell fell', [4, 5, 5], [1, 4, 4], [3, 5, 5]],
  ];

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

  it.each(COUNTED)(
    'finds the shared words and pairs of %j and %j',
    (target, prediction, ...counts) => {
      const found = [
        scoreRouge(1, target, prediction, false),
        scoreRouge(2, target, prediction, false),
        scoreRougeLsum(target, prediction, false),
      ];
      found.forEach(({ precision, recall }, at) => {
        const [shared, wanted, given] = counts[at]!;
        expect(recall).toBeCloseTo(shared / wanted);
        expect(precision).toBeCloseTo(shared / given);
      });
    },
  );

  it('counts words of one stem as the same', () => {
    const texts = ['The runners were running policies', 'A runner runs a policy'] as const;
    expect(scoreRouge(1, ...texts, false).f1).toBe(0);
    expect(scoreRouge(1, ...texts).f1).toBeCloseTo(3 / 5);
    expect(scoreRougeLsum(...texts).f1).toBeCloseTo(3 / 5);
  });

  it.each([
    ['a line found in two pieces', 'a b c d', 'a b\nc d', 1],
    ['a word counted once', 'a b', 'a\na', 0.5],
    ['words in reverse order', 'a b', 'b a', 0.5],
    ['nothing', '', '', 0],
  ])('Lsum: %s', (_, expected, actual, f1) => {
    expect(scoreRougeLsum(expected, actual).f1).toBeCloseTo(f1);
  });
});
