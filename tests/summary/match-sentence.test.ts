import { describe, expect, it } from 'vitest';
import { buildCorpus } from '../../src/index/corpus/corpus.ts';
import { createMatcher, sumShares } from '../../src/summary/match-sentence.ts';
import { parseQuery } from '../../src/index/query/parse-query.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
import { readQueryWords } from '../../src/summary/query-words.ts';

const SENTENCE =
  'Putin said to the leaders that missiles and a missile test were no part of an arms deal, the WHO said.';

function match(query: string, sentence = SENTENCE, lang = 'en') {
  const wanted = readQueryWords(parseQuery(query, new Date(0)), lang, buildCorpus([]));
  const reading = buildReading({ title: '', text: sentence, lang });
  const [line] = [...reading.sentences, ...reading.boilerplate];
  const { spans, found } = createMatcher(reading, wanted)(line!);
  const bold = spans.map(({ start, end }) => sentence.slice(start, end));
  return { bold, share: sumShares(found, wanted) };
}

describe('createMatcher', () => {
  it.each([
    ['putin missiles', ['Putin', 'missiles', 'missile']],
    ['"arms deal"', ['arms deal']],
    ['"an arms deal" who', ['an arms deal', 'WHO']],
    ['missile test', ['missiles', 'missile test']],
    ['leader', ['leaders']],
    ['volcano', []],
    ['-putin', []],
    ['', []],
  ])('marks the words of %s', (query, bold) => {
    expect(match(query).bold).toEqual(bold);
  });

  it('marks every occurrence of a phrase, and nothing else', () => {
    const sentence = 'An arms deal is an arms deal, but no deal on arms and no arms deals.';
    expect(match('"arms deal"', sentence).bold).toEqual(['arms deal', 'arms deal']);
  });

  it.each([
    ['putin', 1],
    ['putin "arms deal"', 1],
    ['volcano', 0],
    ['source:Wire', 0],
  ])('finds for %s the share %f of the query', (query, share) => {
    expect(match(query).share).toBeCloseTo(share);
  });

  it('counts each word once, and gives rare words and phrases more weight', () => {
    const { share } = match('missile leaders volcano');
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(1);
    expect(match('"arms deal" volcano').share).toBeGreaterThan(match('deal volcano').share);
    expect(match('cosmodrome missile').share).toBeLessThan(match('people missile').share);
  });

  it('does not mistake a stop word for an acronym in a text in capitals', () => {
    const shouted = 'THOSE WHO FLED CAME BACK TO THE CITY.';
    expect(match('who', shouted).bold).toEqual([]);
    expect(match('city', shouted).bold).toEqual(['CITY']);
  });

  it('leaves the elided article out, except within a phrase', () => {
    const sentence = 'Le président d’Haïti arrive dans l’île, dit-il.';
    expect(match('haïti', sentence, 'fr').bold).toEqual(['Haïti']);
    expect(match('"président d’haïti"', sentence, 'fr').bold).toEqual(['président d’Haïti']);
    expect(match('unione', "Il voto dell'Unione è atteso.", 'it').bold).toEqual(['Unione']);
    expect(match('arms', "Kim's arms deal.").bold).toEqual(['arms']);
  });

  it('works in other languages and scripts', () => {
    expect(match('élections', 'Une élection a eu lieu.', 'fr').bold).toEqual(['élection']);
    expect(match('выборы', 'Итоги выборов известны.', 'ru').bold).toEqual(['выборов']);
  });
});
