import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { ArticleIndex } from '../../../src/index/article-index.ts';
import { compileNarrowing } from '../../../src/index/narrowing/compile-narrowing.ts';
import { parseQuery } from '../../../src/index/query/parse-query.ts';
import { buildArticle } from '../../support/build-article.ts';

/** Sentences on a harbour, each with words of its own and "harbour" and "ferry" in all. */
const HARBOUR = Array.from(
  { length: 30 },
  (_, n) => `The harbour sent ferry number${n} past pier${n} with cargo${n} and crew${n} on board.`,
).join(' ');

/** Twelve terms, each four times. */
const VARIED = Array.from(
  { length: 12 },
  (_, n) => `The term${n} of term${n}, a term${n} and term${n}.`,
).join(' ');

function isAbout(topic: string, given: Partial<Article>): boolean {
  const index = new ArticleIndex();
  index.put(buildArticle({ title: 'Harbour opens a pier', ...given }));
  const filter = compileNarrowing(parseQuery(topic, new Date(0)), { isTopic: true });
  return index.newest(filter, { limit: 1 }).total === 1;
}

describe('an article is about a topic', () => {
  it.each([
    ['the headline names it', { title: 'Ministers seek a climate deal', text: HARBOUR }],
    ['a short text opens with it', { text: 'The climate talks in Geneva ended on Friday.' }],
    [
      'the first sentence of a long text says it',
      { text: `Ministers met in Geneva to save the climate of the earth. ${VARIED}` },
    ],
    [
      'a long text opens with it and comes back to it',
      { text: `The climate talks ended. ${HARBOUR} The climate fund stays empty.` },
    ],
    [
      'it is among what the text says most',
      { text: `${HARBOUR} The climate warms. The climate dries. The climate storms.` },
    ],
  ])('if %s', (_, given) => {
    expect(isAbout('climate', given)).toBe(true);
  });

  it.each([
    [
      'a country has a warm climate',
      { text: `${HARBOUR} Velland is a country with a warm climate.` },
    ],
    [
      'a long text has it once, below its lead',
      { text: `${'The term of a term. '.repeat(8)} A climate of fear. ${VARIED}` },
    ],
    [
      'a ship is named for it, and much else is said more often',
      {
        text: `A climate change research ship is stuck. ${VARIED} A climate professor studies the climate.`,
      },
    ],
  ])('but not if %s', (_, given) => {
    expect(isAbout('climate', given)).toBe(false);
  });
});

describe('a topic of several words', () => {
  it('needs weight of those that say most', () => {
    const text = `${HARBOUR} The climate may change.`;
    expect(isAbout('climate change', { title: 'Climate summit opens', text })).toBe(true);
    expect(isAbout('climate change', { title: 'Change of guard', text })).toBe(false);
    expect(isAbout('"climate may change"', { title: 'Climate summit opens', text })).toBe(true);
    expect(isAbout('"climate change"', { title: 'Climate summit opens', text })).toBe(false);
  });

  it('of stop words is looked for in capitals', () => {
    expect(isAbout('who', { title: 'WHO warns of a fever', text: HARBOUR })).toBe(true);
    expect(isAbout('who', { text: `${HARBOUR} The WHO was told.` })).toBe(false);
  });

  it('without wanted words takes every article that has nothing unwanted', () => {
    expect(isAbout('-comet', { text: HARBOUR })).toBe(true);
    expect(isAbout('-harbour', { text: HARBOUR })).toBe(false);
    expect(isAbout('lang:en', { text: HARBOUR })).toBe(true);
  });

  it('is found in texts of any language', () => {
    const given = { lang: 'de', title: 'Streik der Fähren', text: 'Der Streik begann.' };
    expect(isAbout('streik', given)).toBe(true);
    expect(isAbout('streiks', given)).toBe(true);
    expect(
      isAbout('streik', { ...given, title: 'Hafen', text: `${HARBOUR} Ein Streik ist fern.` }),
    ).toBe(false);
  });
});
