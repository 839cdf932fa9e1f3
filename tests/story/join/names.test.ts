import { describe, expect, it } from 'vitest';
import { joinArticles } from '../../../src/story/join-articles.ts';
import {
  nameCosineOf,
  neighbourOf,
  slotOfNeighbour,
} from '../../../src/story/join/neighbour-entry.ts';
import { isRoundUp } from '../../../src/story/join/round-up.ts';
import { readStoryText } from '../../../src/story/join/story-text.ts';
import { TERM_MARKS } from '../../../src/story/join/terms/term-entry.ts';

function namesOf(text: string): string[] {
  const { vocabulary, terms, marks } = readStoryText({ text, lang: 'en' }).counts;
  return [...terms]
    .filter((_, i) => (marks[i]! & TERM_MARKS.name) !== 0)
    .map((term) => vocabulary.textOf(term));
}

describe('the names of an article', () => {
  it('are words with a capital within a sentence, and figures', () => {
    const text =
      'Rescuers from Tobruk searched in Derna. Officials said that 40 people died. "Engineers had warned us," a doctor said.\n\nMud covered Street 9.';
    expect(namesOf(text)).toEqual(['tobruk', 'derna', '40', 'street', '9']);
  });

  it('are none in a text that is all in capitals', () => {
    expect(namesOf('THE DAM ABOVE DERNA BROKE AT DAWN.')).toEqual([]);
  });
});

describe('a neighbour as one number', () => {
  it.each([
    [0, 0],
    [7, 0.25],
    [1_000_000, 0.5],
  ])('keeps slot %i and cosine %f', (slot, cosine) => {
    const neighbour = neighbourOf(slot, cosine);
    expect([slotOfNeighbour(neighbour), nameCosineOf(neighbour)]).toEqual([slot, cosine]);
    expect(slotOfNeighbour(neighbourOf(slot, 1))).toBe(slot);
  });
});

const quake = (id: string, where: string, more = '') => ({
  id,
  publishedAt: '2026-03-01T08:00:00Z',
  title: 'Strong earthquake damages hundreds of homes',
  text: `An earthquake shook ${where} before dawn, and hundreds of homes were damaged. Rescuers searched collapsed houses with their hands. Aftershocks continued through the night and people slept in tents. ${more}`,
});

describe('two single reports', () => {
  it('are no story if they name nothing in common, however alike they are otherwise', () => {
    expect(
      joinArticles([quake('a', 'the island of Pelu'), quake('b', 'the hills of Brenk')]),
    ).toHaveLength(2);
    expect(
      joinArticles([quake('a', 'the island of Pelu'), quake('b', 'all of Pelu')]),
    ).toHaveLength(1);
  });

  it('are no story if they are nearly a year apart', () => {
    const again = { ...quake('b', 'all of Pelu'), publishedAt: '2027-02-01T08:00:00Z' };
    expect(joinArticles([quake('a', 'the island of Pelu'), again])).toHaveLength(2);
  });
});

describe('a round-up', () => {
  it.each([
    'The week in brief: storms, strikes and a stolen violin',
    'Morning briefing: Friday',
    'Five things to know this weekend',
    'Nachrichten am Morgen',
    'Les titres du jour',
    'Noticias del día',
  ])('is known by its headline: %s', (title) => expect(isRoundUp(title)).toBe(true));

  it.each([
    'What we know so far about the fire',
    'Monsanto loses Roundup case',
    'A week in hospital for the mayor',
    'Police brief parliament on the raid',
    'Five things that went wrong at the dam',
  ])('is something else than: %s', (title) => expect(isRoundUp(title)).toBe(false));

  it('joins no report of what it mentions', () => {
    const report = quake('a', 'the island of Pelu');
    const copy = { ...quake('b', 'the island of Pelu'), title: 'The week in brief' };
    expect(joinArticles([report, copy])).toHaveLength(2);
  });
});
