import { describe, expect, it } from 'vitest';
import { joinArticles } from '../../../src/story/join-articles.ts';
import { JOINING } from '../../../src/story/join/join-settings.ts';
import { likenessOf } from '../../../src/story/join/likeness.ts';
import { readStoryText, type StoryText } from '../../../src/story/join/story-text.ts';
import { TERM_MARKS } from '../../../src/story/join/terms/term-entry.ts';

function openingOf(article: StoryText): string[] {
  const { vocabulary, terms, marks } = readStoryText({ lang: 'en', ...article }).counts;
  return [...terms]
    .filter((_, i) => (marks[i]! & TERM_MARKS.opening) !== 0)
    .map((term) => vocabulary.textOf(term));
}

describe('the likeness of two articles', () => {
  const usual = JOINING.usualTerms ** 2;

  it('is between the two cosines at the usual length, nearer to that of the whole texts', () => {
    expect(likenessOf(0.3, 0.3, usual)).toBeCloseTo(0.3, 12);
    expect(likenessOf(0.2, 0.6, usual)).toBeLessThan(likenessOf(0.6, 0.2, usual));
    expect(likenessOf(0.2, 0.6, usual) * likenessOf(0.6, 0.2, usual)).toBeCloseTo(0.12, 12);
    expect(likenessOf(0.2, 0, usual)).toBe(0);
  });

  it('falls with the length of the texts', () => {
    const likenesses = [0.5, 1, 4, 16].map((times) => likenessOf(0.2, 0.3, times * usual));
    expect(likenesses).toEqual(likenesses.toSorted((a, b) => b - a));
    expect(likenesses[3]! / likenesses[1]!).toBeCloseTo(4 ** -JOINING.lengthPower, 12);
  });

  it('is the cosine of the whole texts for copies, and below theirs for others, however short', () => {
    expect(likenessOf(0.97, 0.6, 9 * usual)).toBe(0.97);
    expect(likenessOf(0.7, 0.7, 16)).toBe(JOINING.mostUncopied);
    expect(JOINING.mostUncopied).toBeLessThan(JOINING.copiedCosine);
  });

  it('is 0 if an article has no terms', () => {
    expect(likenessOf(0, 0, 0)).toBe(0);
  });
});

describe('the opening of an article', () => {
  it('is its title, its captions and its first words', () => {
    const filler = Array.from({ length: JOINING.openingWords - 1 }, (_, i) => `w${i}x`).join(' ');
    const article = {
      title: 'Ferry sinks',
      captions: [{ text: 'The harbour of Ossel' }],
      text: `Rescuers ${filler} searched. Divers came at dawn, and rescuers left.`,
    };
    const opening = openingOf(article);
    expect(opening).toEqual(
      expect.arrayContaining(['ferri', 'sink', 'harbour', 'ossel', 'rescuer']),
    );
    expect(opening).not.toContain('search');
    expect(opening).not.toContain('diver');
  });

  it('has nothing of a text without words', () => {
    expect(openingOf({ text: '…' })).toEqual([]);
  });
});

const BACKGROUND =
  'The ministry of Velland asked the harbour office and two insurers for their records of ten years. Inspectors had warned of old engines and of doors that did not close. The parliament of Velland debates the budget of the ports in autumn.';
const SURVIVORS =
  'Relatives waited in a school, where teachers gave out blankets and soup. The captain, who has led it for nine years, is in hospital. Buses brought survivors to the town.';
const FLAMES =
  'Thick smoke closed a road for hours, and windows broke in a row of shops. Firemen pumped water from the canal until noon. The owner had sold half of the place in spring.';

const report = (id: string, ...parts: readonly string[]) => ({
  id,
  publishedAt: '2026-03-01T08:00:00Z',
  text: parts.join(' '),
});

describe('two single reports', () => {
  const sunk =
    'The ferry Kestrel sank in a storm off Ossel on Sunday, and 14 passengers are missing, the rescuers said.';
  const burned =
    'A warehouse with 300 boats burned down in Brenk, and a guard was taken to hospital.';

  it('are no story by a background that others have too, if they open with two events', () => {
    const two = [report('a', sunk, SURVIVORS, BACKGROUND), report('b', burned, FLAMES, BACKGROUND)];
    const others = Array.from({ length: 35 }, (_, i) => {
      const own = Array.from({ length: 50 }, (__, word) => `own${i}x${word}`).join(' ');
      return report(`other ${i}`, `${own}.`, BACKGROUND);
    });
    expect(joinArticles([...two, ...others])).toHaveLength(37);
    // Nothing else is like them, so that this much is not by chance.
    expect(joinArticles(two)).toHaveLength(1);
  });

  it('are one by what they open with, whatever follows', () => {
    const other =
      'Rescuers found rafts of the ferry Kestrel, which sank off Ossel in Sunday’s storm with 14 passengers who are missing.';
    expect(
      joinArticles([report('a', sunk, BACKGROUND), report('b', other, SURVIVORS)]),
    ).toHaveLength(1);
  });
});
