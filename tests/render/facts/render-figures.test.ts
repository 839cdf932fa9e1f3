import { describe, expect, it } from 'vitest';
import { renderFigures, type FigureItem } from '../../../src/render/facts/render-figures.ts';

const NOW = new Date('2024-03-14T12:00:00.000Z');

const item = (given: Partial<FigureItem>): FigureItem => ({
  kind: 'damaged',
  who: 'houses',
  isOverTime: false,
  given: [
    {
      text: 'The storm damaged 12 houses.',
      number: { start: 18, end: 20 },
      source: 'Harbour Post',
      at: Date.parse('2024-03-14T08:00:00Z'),
    },
  ],
  ...given,
});

describe('figures that differ', () => {
  it('are headed by all that reports may call it, and by what is counted as printed', () => {
    expect(renderFigures([item({})], NOW)).toEqual([
      [
        '**Damaged or destroyed (houses)**: reports differ',
        '- <t:1710403200:t> *Harbour Post*: The storm damaged **12** houses.',
      ],
    ]);
  });

  it('say that a count went on', () => {
    const [[heading] = []] = renderFigures(
      [item({ kind: 'killed', who: undefined, isOverTime: true })],
      NOW,
    );
    expect(heading).toBe('**Killed**: the count over time');
  });

  it('write no markup of what is counted', () => {
    const [[heading] = []] = renderFigures([item({ who: '*_`[x](https://a.example)' })], NOW);
    expect(heading).toContain('\\*\\_\\`\\[x\\]');
  });
});
