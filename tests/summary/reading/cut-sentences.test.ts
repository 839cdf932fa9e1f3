import { describe, expect, it } from 'vitest';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';

const read = (text: string): string[] =>
  buildReading({ title: '', text, lang: 'en' }).sentences.map((sentence) => sentence.text);

/** A stop in the middle of a sentence shows that the lines of a text were broken. */
const BROKEN = 'The harbour was closed for a whole. week in spring.';
const WHOLE = 'The harbour was closed for a whole week in spring.';

describe('a sentence that was cut at the end of a line', () => {
  it('is no part of the report, nor is what is left of it', () => {
    expect(
      read(`${WHOLE} Apple has made the launch date of. A phone was shown. It is red.`),
    ).toEqual([WHOLE]);
    expect(read(`${WHOLE} Three clips star a man of My Week With. Lee shows a ring.`)).toEqual([
      WHOLE,
    ]);
    expect(read(`${WHOLE} A whale was spotted off the coast of.\n\nThe whale swam away.`)).toEqual([
      WHOLE,
      'The whale swam away.',
    ]);
  });

  it('is told by a rest without a verb, in a text of broken lines only', () => {
    const cut = 'Some groups have about 44 per cent of cases.';
    expect(
      read(`${BROKEN} ${cut} Flu infections each year. Doctors gave several warnings.`),
    ).toEqual([BROKEN, 'Doctors gave several warnings.']);
    expect(
      read(`${WHOLE} ${cut} Flu infections each year. Doctors gave several warnings.`),
    ).toEqual([WHOLE, cut, 'Doctors gave several warnings.']);
  });

  it('is told by a beginning without a verb', () => {
    const text = `${BROKEN} Richard Lee of the Marine. Society said that fish had died.`;
    expect(read(text)).toEqual([BROKEN]);
  });

  it.each([
    'That is what he was truly afraid of.',
    'There will be a lot to get used to.',
    'The animals should be cared for.',
    'It is the most that we can ask for.',
    'The Lees at home.',
  ])('is not one like: %s', (sentence) => {
    const next = 'The ferries went on all the same.';
    expect(read(`${BROKEN} ${sentence} ${next}`)).toContain(next);
    expect(read(`${BROKEN} ${sentence} ${next}`)).toContain(BROKEN);
  });
});

describe('an item of a list', () => {
  it('that runs into the next number is no sentence', () => {
    expect(read(`${WHOLE}\n\n1. Running (known as the shuttle run or bleep test)2.`)).toEqual([
      WHOLE,
    ]);
    expect(read(`${WHOLE}\n\n(2) Strength Test (Push-Pull)This test is carried out.`)).toEqual([
      WHOLE,
    ]);
  });
});

describe('a headline between the paragraphs', () => {
  it.each([
    'U.N. commissioner wants to probe into whether rebels executed soldiers.',
    'Justices dismiss state law restricting medical care.',
    'Harbour workers reject pay offer.',
  ])('is no part of the report: %s', (headline) => {
    expect(read(`${WHOLE} ${headline}`).length).toBe(headline.startsWith('Harbour') ? 2 : 1);
  });

  it.each([
    'The commissioner wants to probe into whether rebels executed soldiers.',
    'Police arrested two men on Monday after a search of their house.',
    'Experts say prices will rise again.',
    'Justices dismissed a law of the state on Monday.',
    'Lee calls his mother on Sundays.',
  ])('is not one like: %s', (sentence) => {
    expect(read(`${WHOLE} ${sentence}`)).toHaveLength(2);
  });
});
