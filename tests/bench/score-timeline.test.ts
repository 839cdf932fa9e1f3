import { describe, expect, it } from 'vitest';
import { scoreTimeline, scoreUpdate } from '../../bench/support/score-timeline.ts';

const dated = (texts: Readonly<Record<string, string>>) => new Map(Object.entries(texts));

describe('scoreTimeline', () => {
  it('is 1 for the reference itself and 0 for nothing', () => {
    const reference = dated({
      '2024-06-11': 'dam bursts valley',
      '2024-06-13': 'director arrested',
    });
    expect(scoreTimeline(reference, reference)).toEqual({ date: 1, ar1: 1, ar2: 1 });
    expect(scoreTimeline(new Map(), reference)).toEqual({ date: 0, ar1: 0, ar2: 0 });
  });

  it('halves what is a day away, counted by hand', () => {
    const score = scoreTimeline(
      dated({ '2024-06-12': 'dam bursts valley' }),
      dated({ '2024-06-11': 'dam bursts valley village' }),
    );
    const [precision, recall] = [3 / 3 / 2, 3 / 4 / 2];
    expect(score.date).toBe(0);
    expect(score.ar1).toBeCloseTo((2 * precision * recall) / (precision + recall), 10);
    const [pairs, wanted] = [2 / 2 / 2, 2 / 3 / 2];
    expect(score.ar2).toBeCloseTo((2 * pairs * wanted) / (pairs + wanted), 10);
  });

  it('aligns a date with the one that says the same, if it is no further away', () => {
    const score = scoreTimeline(
      dated({ '2024-06-12': 'dam bursts' }),
      dated({ '2024-06-11': 'dam bursts', '2024-06-13': 'director arrested' }),
    );
    // Precision 2 of 2, halved; recall 2 of 4, halved.
    expect(score.ar1).toBeCloseTo((2 * 0.5 * 0.25) / 0.75, 10);
  });
});

describe('scoreUpdate', () => {
  it('is ROUGE-1 and ROUGE-2', () => {
    expect(scoreUpdate('dam bursts valley', 'dam bursts village')).toEqual({ r1: 2 / 3, r2: 0.5 });
  });
});
