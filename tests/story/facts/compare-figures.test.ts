import { describe, expect, it } from 'vitest';
import { compareFigures } from '../../../src/story/facts/figures/compare-figures.ts';
import { readFigures } from '../../../src/story/facts/figures/read-figures.ts';

const compare = (a: string, b: string) => {
  const [[one], [other]] = [readFigures(a), readFigures(b)];
  return [compareFigures(one!, other!), compareFigures(other!, one!)];
};

describe('two figures on one event', () => {
  it.each([
    ['The flood killed 12 people.', 'Twelve people died in the flood.'],
    ['The flood killed 200 people.', 'About two hundred people were killed.'],
  ])('have the same value: %s %s', (a, b) => {
    expect(compare(a, b)).toEqual(['same-value', 'same-value']);
  });

  it.each([
    ['More than 200 people were killed.', 'The flood killed 205.'],
    ['Dozens were injured.', 'Forty people were injured.'],
    ['Up to 50 people were injured.', 'Forty-five people were injured.'],
    ['At least one protester was arrested.', 'Around 25 people were arrested.'],
    ['Some 1,300 houses were damaged.', 'The flood damaged 1,310 houses.'],
  ])('can both be right: %s %s', (a, b) => {
    expect(compare(a, b)).toEqual(['compatible', 'compatible']);
  });

  it.each([
    ['The flood killed 12 people.', 'Fourteen people died in the flood.'],
    ['At least four people were killed.', 'At least seven people were killed.'],
    ['The quake killed at least one.', 'At least three people were killed.'],
    ['A 5.9-magnitude quake shook Ossel.', 'The quake had a magnitude of 6.1.'],
    ['More than 400 protesters have been detained.', 'Police say 200 people were arrested.'],
  ])('cannot both be right: %s %s', (a, b) => {
    expect(compare(a, b)).toEqual(['differs', 'differs']);
  });

  it.each([
    ['the dead and the injured', 'The flood killed 12 people.', 'The flood injured 14 people.'],
    ['people and a group of them', 'The flood killed 12 people.', 'The flood killed 14 children.'],
    ['a part', 'The flood killed 12 people.', 'Another 14 people were killed.'],
    ['other years', 'The flood killed 12 people.', 'In 2011 a flood killed 14 people.'],
    ['other days', 'On March 3 a flood killed 12.', 'A flood on April 9 killed 14.'],
    ['places', 'The flood killed 12 people in Ossel.', 'The flood killed 14 people in Marrow.'],
    ['a province', 'The flood killed 12 people.', 'The flood killed 14 people in the province.'],
    [
      'one country of two',
      'The quake killed 3,000 people.',
      'More than 1,600 deaths had been counted in the whole of Syria by Tuesday.',
    ],
    ['earthquakes', 'A magnitude 6.1 quake shook Ossel.', 'A magnitude 4.9 quake shook Ossel.'],
    ['an aftershock', 'A magnitude 6.1 quake shook Ossel.', 'An aftershock killed 3 people.'],
    ['sizes', 'The flood killed 12 people.', 'The tsunami killed 230,000 people.'],
  ])('count other things: %s', (_, a, b) => {
    expect(compare(a, b)).toEqual(['other-thing', 'other-thing']);
  });
});
