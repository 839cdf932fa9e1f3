import { describe, expect, it } from 'vitest';
import type { FigureSentence } from '../../../src/story/facts/figures/figure-sentences.ts';
import { findDiffering } from '../../../src/story/facts/figures/find-differing.ts';

const HOUR_MS = 3_600_000;

/** Sentences of articles: publisher, hour, text; one voice each unless one is named. */
function tell(...told: [source: string, hour: number, text: string, voice?: string][]) {
  return told.map(([articleId, hour, text, voice = articleId]): FigureSentence => ({
    articleId,
    voice,
    at: hour * HOUR_MS,
    start: 0,
    end: text.length,
    text,
  }));
}

const differing = (sentences: FigureSentence[]) =>
  findDiffering(sentences).map(({ kind, given }) => [
    kind,
    given.map(({ articleId, figure }) => `${articleId} ${figure.value}`),
  ]);

describe('figures that differ in a story', () => {
  it('are those of voices that cannot all be right, by time', () => {
    const sentences = tell(
      ['Wire', 11, 'Fourteen people were killed.'],
      ['Post', 9, 'The flood killed 12 people.'],
      ['Times', 10, 'The flood killed 12 people in Marrow.'],
    );
    expect(differing(sentences)).toEqual([['killed', ['Post 12', 'Times 12', 'Wire 14']]]);
  });

  it('are none if all can be right', () => {
    const sentences = tell(
      ['Post', 9, 'The flood killed at least 12 people.'],
      ['Wire', 11, 'The flood killed 14 people.'],
    );
    expect(differing(sentences)).toEqual([]);
  });

  it('are of different voices: of one, the first figure counts', () => {
    const sentences = tell(
      ['Post', 9, 'The flood killed 12 people.'],
      ['Post', 9, 'A landslide killed 30 people.'],
      ['Wire', 10, 'The flood killed 14 people.', 'Post'],
    );
    expect(differing(sentences)).toEqual([]);
  });

  it('are compared for those who were arrested, called people or protesters', () => {
    const sentences = tell(
      ['Post', 9, 'Police arrested 300 protesters in Marrow.'],
      ['Post', 9, 'They arrested two officers, too.'],
      ['Wire', 10, 'Police arrested 412 people in Marrow.'],
      ['Times', 11, 'Police arrested 40 students in Marrow.'],
    );
    expect(differing(sentences)).toEqual([['arrested', ['Post 300', 'Wire 412', 'Times 40']]]);
    expect(findDiffering(sentences)[0]?.who).toBe('protester');
    expect(differing(sentences.filter(({ articleId }) => articleId !== 'Wire'))).toEqual([]);
    const injured = tell(
      ['Post', 9, 'The riot injured 30 officers in Marrow.'],
      ['Wire', 10, 'The riot injured 52 people in Marrow.'],
    );
    expect(differing(injured)).toEqual([]);
  });

  it('are of one earthquake: its magnitude is corrected within days', () => {
    const quake = (hour: number) =>
      tell(
        ['Post', 0, 'A 5.9-magnitude quake shook Ossel.'],
        ['Wire', hour, 'A 6.1-magnitude quake shook Ossel.'],
      );
    expect(differing(quake(20))).toHaveLength(1);
    expect(differing(quake(24 * 30))).toEqual([]);
  });
});
