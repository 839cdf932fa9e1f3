import { describe, expect, it } from 'vitest';
import { hasFiguresOf, saysAgain } from '../../../src/story/brief/says-again.ts';

const numbers = new Map<string, number>();
/** Numbers the words of a sentence; short ones are stop words. */
const read = (text: string): Int32Array =>
  Int32Array.from(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [], (word) => {
    const number = numbers.get(word) ?? numbers.set(word, numbers.size + 1).size;
    return word.length < 4 ? -number : number;
  });
const isSaid = (text: string, known: string): boolean =>
  saysAgain({ text, says: read(text) }, { text: known, terms: new Set(read(known)) });

const KNOWN = 'The council offered 2.5 million euros to turn the mill into workshops.';

describe('a sentence beside one of a report that was told', () => {
  it.each([
    'The council offered 2.5m euros to turn the mill into workshops.',
    'The regional council offered 2.5 million euros to turn the mill into workshops.',
    'Council offered 2.5 million euros to turn the mill into workshops, Friday.',
    'The council offered 2.5 million euros in November 2026 to turn the mill into workshops.',
  ])('says again: %s', (text) => expect(isSaid(text, KNOWN)).toBe(true));

  it.each([
    'The council offered 3.5 million euros to turn the mill into workshops.',
    'The council and the owner quarrel over who pays for the looms of the mill.',
    'The offer of the council was refused by the unions on Sunday evening.',
  ])('is new: %s', (text) => expect(isSaid(text, KNOWN)).toBe(false));
});

describe('figures', () => {
  it.each([
    ['It killed 95 people on 14 March 2024.', 'It killed 95 people.', true],
    ['It killed 95 people on March 14.', 'It killed 95 people on Thursday.', true],
    ['Le 14 mars, 95 personnes sont mortes.', '95 morts', true],
    ['It killed 200 people.', 'It killed 95 people.', false],
    ['It costs 2,000 euros.', 'It costs euros.', false],
    ['It costs 14 marks.', 'It costs marks.', false],
  ])('of "%s" are in "%s": %s', (text, other, has) => {
    expect(hasFiguresOf(text, other)).toBe(has);
  });
});
