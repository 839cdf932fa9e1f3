import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFigures } from '../../../src/story/facts/figures/read-figures.ts';
import { hostileText } from '../../support/hostile-text.ts';

const counts = (sentence: string): string[] =>
  readFigures(sentence).map(({ value, kind, who }) => `${value} ${kind}${who ? ` ${who}` : ''}`);

describe('a figure of a sentence', () => {
  it.each<[string, string[]]>([
    ['The flood killed at least 12 people and injured 40.', ['12 killed', '40 injured']],
    [
      'Twenty-four people were killed and two hundred others wounded.',
      ['24 killed', '200 injured'],
    ],
    ['Five dead, dozens injured in the Marrow landslide', ['5 killed', '24 injured']],
    ['The death toll rose to 1,300 on Friday.', ['1300 killed']],
    ['The confirmed death count is over 120,000.', ['120000 killed']],
    ['Volunteers Stream into Towns as Spain’s Death Toll Tops 200', ['200 killed']],
    ['The number of dead in Turkey and Syria climbed above 11,000.', ['11000 killed']],
    [
      'The number of people killed by this week’s earthquakes in Turkey and Syria rose above 20,000 on Thursday.',
      ['20000 killed'],
    ],
    ['The toll from the landslide in upper Marrow rises to 31', ['31 killed']],
    ['The number of injured in the crash stood at 40, police said.', ['40 injured']],
    ['More than 300 houses were damaged.', ['300 damaged house']],
    ['We would not have 355 damaged shops in Ossel.', ['355 damaged shop']],
    ['Sixteen bodies have been recovered from the sea.', ['16 recovered body']],
    ['About 2.5 million people have been left homeless.', ['2500000 homeless']],
    ['A 6.1-magnitude quake shook the island.', ['6.1 magnitude']],
    [
      'The quake , measuring 5 . 9 on the Richter scale , killed 26 , 000 .',
      ['5.9 magnitude', '26000 killed'],
    ],
    [
      'Fifteen of them were critically hurt; ten of whom remain critical.',
      ['15 critical', '10 critical'],
    ],
  ])('counts what happened to those it counts: %s', (sentence, expected) => {
    expect(counts(sentence)).toEqual(expected);
  });

  it.each([
    'He was 35 when the river rose.',
    'The mayor, 61, was killed by a falling tree.',
    'A 7-year-old girl was hurt.',
    'The dike broke at 9:27 a.m. on March 12, 2013.',
    'She was arrested four times.',
    'He missed 10 games.',
    'They found 12 soldiers guilty.',
    'The number of deaths, which the mayor regrets, led to a march that grew to 500.',
    'Tolls on the bridge from Marrow rise to $8.',
    'The number of dead trees in the park of Marrow rose to 300.',
    'The number of killed civilians in the war of 1912 passed into a report of 300 pages.',
  ])('is no date, age, time or score: %s', (sentence) => {
    expect(counts(sentence)).toEqual([]);
  });

  it.each([
    ['at least 12 people were killed', 'least'],
    ['Death toll tops 12', 'least'],
    ['The number of dead in Marrow passes 12', 'least'],
    ['up to 12 people were killed', 'most'],
    ['as many as 12 people were killed', 'most'],
    ['some 12 people were killed', 'about'],
    ['fifty or so people were killed', 'about'],
    ['12 people were killed', 'exact'],
  ])('says how exact it is: %s', (sentence, bound) => {
    expect(readFigures(sentence)).toMatchObject([{ bound }]);
  });

  it.each([
    ['Another 12 people were killed.', true],
    ['The delta alone may have 12 dead.', true],
    ['12 people were also arrested.', true],
    ['More than 12 people were killed.', false],
  ])('says whether it is a part or an addition: %s', (sentence, isPart) => {
    expect(readFigures(sentence)).toMatchObject([{ isPart }]);
  });

  it.each([
    ['More than 300 Houses were damaged.', 'Houses'],
    ['We would not have 355 damaged shops in Ossel.', 'shops'],
    ['Sixteen bodies have been recovered from the sea.', 'bodies'],
    ['The flood killed at least 12 people.', undefined],
  ])('says which word names what it counts: %s', (sentence, word) => {
    const [figure] = readFigures(sentence);
    expect(figure?.noun && sentence.slice(figure.noun.start, figure.noun.end)).toBe(word);
  });

  it('is at its offsets, whatever the sentence is', () => {
    const sentence = fc
      .tuple(hostileText({ maxLength: 60 }), fc.integer({ min: 2, max: 900 }))
      .map(([text, count]) => `${text} killed ${count} people ${text}`);
    fc.assert(
      fc.property(sentence, (text) => {
        for (const { start, end } of readFigures(text)) {
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          expect(end).toBeGreaterThan(start);
        }
      }),
    );
  });
});
