import { describe, expect, it } from 'vitest';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';

const firstOf = (text: string, lang: string): string | undefined =>
  buildReading({ title: '', text, lang }).sentences[0]?.text;

describe('a date that a page has run into the first sentence', () => {
  it.each([
    ['en', 'Tuesday, January 18, 2005', 'Through a telethon, the people of Norrvik gave money.'],
    ['en', 'Saturday, March 26, 2005 ', 'Up to four times as many ships sank in March.'],
    ['en', 'Sunday 6 March 2005 – ', 'The dam of Norrvik broke in the night.'],
    ['fr', 'Mardi 18 janvier 2005 ', 'Le barrage de Norrvik a cédé pendant la nuit.'],
    ['es', 'Martes, 18 de enero de 2005 ', 'La presa de Norrvik se rompió por la noche.'],
    ['cs', 'Úterý 18. ledna 2005 ', 'Hráz v Norrviku se v noci protrhla.'],
  ])('does not belong to it: %s, %s', (lang, date, sentence) => {
    expect(firstOf(`${date}${sentence} No ship sank after that.`, lang)).toBe(sentence);
  });

  it.each([
    'Tuesday, January 18, 2005, was the day on which the dam of Norrvik broke.',
    'Tuesday, January 18, 2005 was the day on which the dam of Norrvik broke.',
    'On January 18, 2005 President Lee opened the dam of Norrvik.',
    'Since 26 March 2005 Norrvik has had a dam of its own.',
    'Model January 18, 2005 Norrvik was sold at the fair in Texas.',
  ])('is a part of the sentence otherwise: %s', (sentence) => {
    expect(firstOf(`${sentence} No ship sank after that.`, 'en')).toBe(sentence);
  });
});
