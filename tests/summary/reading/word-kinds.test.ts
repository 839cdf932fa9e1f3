import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBoilerplate } from '../../../src/summary/reading/boilerplate-sentence.ts';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';
import { isCaption } from '../../../src/summary/reading/caption-sentence.ts';
import { isDependentOpening } from '../../../src/summary/reading/openings/dependent-opening.ts';
import { ENGLISH_OPENINGS } from '../../../src/summary/reading/openings/english-openings.ts';
import { findNeeds } from '../../../src/summary/reading/needs/find-needs.ts';
import { isFragment } from '../../../src/summary/reading/finite-verb.ts';
import { isLiveBlog } from '../../../src/summary/reading/live-blog.ts';
import { scanWords } from '../../../src/summary/reading/scan-words.ts';
import { wordIdsOf } from '../../../src/summary/reading/word-ids.ts';
import { kindsOf } from '../../../src/summary/reading/kinds/kinds-of.ts';
import { kindsOfSentence } from '../../../src/summary/reading/kinds/kinds-of-sentence.ts';
import { WORD_KINDS } from '../../../src/summary/reading/word-kinds.ts';

describe('kindsOf', () => {
  const { name, number, digit, boilerplate, caption, term } = WORD_KINDS;
  const { demonstrative, pronoun, person, both, standingIn, action, pictured, live } = WORD_KINDS;
  const { verb, beforeNoun, preposition, opensBoilerplate, opensBack, opensPart } = WORD_KINDS;
  const opens = opensBoilerplate | opensBack | opensPart;

  it.each([
    ['Fargo', true, name | term],
    ['The', false, opensBoilerplate | opensBack],
    ['dam', true, term],
    ['2024', true, number | digit | term | opens | beforeNoun],
    ['F16', true, name | digit | term | opens | beforeNoun],
    ['AFP', true, name | boilerplate | term],
    ['newsletters', true, boilerplate | term],
    ['happen', true, term | verb],
    ['PICTURED', true, name | caption | term | opensBoilerplate],
    ['Above', false, caption | opensBack],
    ['These', false, demonstrative | opensBoilerplate | opensBack],
    ['their', false, pronoun | opensBack | WORD_KINDS.them],
    ['It’s', false, pronoun | opens | beforeNoun],
    ['you’re', false, person | opens | beforeNoun],
    ['Both', false, both | opensBack],
    ['poses', true, action | pictured | term],
    ['liveblog', true, live | term],
    ['Oliver', true, name | term],
    ['trio', true, standingIn | term],
    ['to', false, preposition | beforeNoun | opensBoilerplate | opensBack],
    ['Prince', true, name | term | opensPart],
    ['star', true, term],
  ])('finds the kinds of "%s" (a term: %s)', (token, isTerm, kinds) => {
    expect(kindsOf(token, isTerm)).toBe(kinds);
  });
});

describe('the kinds of a sentence’s words', () => {
  // Parts of boilerplate and captions, and characters that might hide them.
  const PARTS = `The dam broke/ / / /. /./, /: /(/)/»/|/1 2 3 4/7/via AP/(AFP)/getty images/file photo/epa-efe/EPA-EFE/é/_
/contributed to this report/write caption here/scroll down/sign up for newsletters/download our app/all rights reserved
/pictured/PicTured/above/東京/'/\u0301`;
  const part = fc.constantFrom('Reuters/', ...PARTS.split('/'));
  const sentence = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
  const kindsOfWords = (text: string): { kinds: number; count: number } => {
    const words = scanWords(text, wordIdsOf('en'));
    const count = words.ids.length;
    const line = { text, start: 0, end: text.length, firstWord: 0, endWord: count };
    return { kinds: kindsOfSentence(words, line), count };
  };

  it('do not change whether a sentence is boilerplate or a caption', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const { kinds, count } = kindsOfWords(text);
        expect(isBoilerplate(text, count, kinds)).toBe(isBoilerplate(text, count));
        expect(isCaption(text, kinds)).toBe(isCaption(text));
      }),
      { numRuns: 2000 },
    );
  });

  /** Texts with the words of the patterns, in orders in which some match. */
  const WORDS = `he/she/it/its/They/them/this/that/These/those/such a/there/also/However/both/same/the next/day/night/the/The/a/A
An/in/for/of/with/Speaking/According to/As/When/While/If/trio/group/creature/comments/remarks/issued/warning/said/he said.
two/men/explosions/Ann/Lee/Glen Lee/police/Police/stands/at/walk/past/poses/after/smiles/moment/view/shows/celebrates/with
Victims/behind/day/that/such/time/next/Prince/Ann were/To think/Says/well/half-/-run/star/change/and/hastily/By/Published
Photo/Photoby:/Thank you/Here is/Reporting by/More than/12/½/of/them/Two of/Nobody/live/Live:/our live blog/en directo/in diretta:/who/which/whose/Admits/wrote./said./2-1/(3/(4/him/to/was/is/sea/I/my/you/Refugees/move/checks/A worker/Tuesday/in 1995/This image/Now/Of course,/Either way/though,/on the other hand/In all,/Please note/The article/incorrectly/Check out/On this page/after that,/In each case,`;
  const wordy = fc
    .array(
      fc.constantFrom(...WORDS.split(/[/\n]/), ', ', '. ', '.', '’s', '-', '"', '“', '\u0301'),
      {
        minLength: 1,
        maxLength: 14,
      },
    )
    .map((parts) => parts.join(' ').replaceAll(/ (?=[,.’-])/g, ''));

  it('do not change what a sentence needs, points back at or shows', () => {
    fc.assert(
      fc.property(wordy, (text) => {
        const { kinds, count } = kindsOfWords(text);
        expect(isCaption(text, kinds)).toBe(isCaption(text));
        expect(isBoilerplate(text, count, kinds)).toBe(isBoilerplate(text, count));
        expect(isFragment(text, count, kinds)).toBe(isFragment(text, count));
        expect(isDependentOpening(text, 'en', kinds)).toBe(isDependentOpening(text, 'en'));
        expect(isLiveBlog('', text, kinds)).toBe(isLiveBlog('', text));
        const reading = buildReading({ title: '', text: `Ann Lee left. ${text}`, lang: 'en' });
        for (const each of reading.sentences) {
          expect(findNeeds(reading, each)).toEqual(findNeeds(reading, each, ~0));
        }
      }),
      { numRuns: 3000 },
    );
  });

  /** All words that the patterns of openings have. */
  const OPENING_WORDS = [...new Set(ENGLISH_OPENINGS.join(' ').match(/(?<!\\)[a-z]{2,}/g))];
  const opening = fc
    .array(fc.constantFrom(...OPENING_WORDS), { minLength: 1, maxLength: 6 })
    .map((words) => `${words.join(' ')} was here.`);

  it('do not change whether a sentence opens with what points back', () => {
    fc.assert(
      fc.property(opening, (text) => {
        const { kinds } = kindsOfWords(text);
        expect(isDependentOpening(text, 'en', kinds)).toBe(isDependentOpening(text, 'en'));
      }),
      { numRuns: 3000 },
    );
  });
});
