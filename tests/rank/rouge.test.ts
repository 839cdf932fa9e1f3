import { expect, it } from 'vitest';
import { readEvalRecords } from '../../bench/support/read-eval.ts';
import { scoreRouge } from '../../bench/support/score-rouge.ts';

interface RougeCase {
  readonly target: string;
  readonly prediction: string;
  readonly expected: Readonly<Record<string, { r: number; p: number; f: number }>>;
}

it('ROUGE is what rouge_score computes', (context) => {
  const cases = readEvalRecords('rouge_cases.jsonl') as RougeCase[] | undefined;
  context.skip(cases === undefined, 'the public evaluation data is not at hand');
  const compared = cases!.flatMap(({ target, prediction, expected }) =>
    [1, 2].flatMap((n) => {
      const want = expected[`rouge${n}_stem`];
      return want ? [{ want, got: scoreRouge(n, target, prediction) }] : [];
    }),
  );
  expect(compared).toHaveLength(4);
  for (const { want, got } of compared) {
    expect(got.precision).toBeCloseTo(want.p, 4);
    expect(got.recall).toBeCloseTo(want.r, 4);
    expect(got.f1).toBeCloseTo(want.f, 4);
  }
});
