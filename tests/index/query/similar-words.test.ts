import { describe, expect, it } from 'vitest';
import { ArticleIndex } from '../../../src/index/article-index.ts';
import { viewArticles } from '../../../src/index/article-view.ts';
import { buildArticle } from '../../support/build-article.ts';

function indexOf(...texts: string[]): ArticleIndex {
  const index = new ArticleIndex();
  for (const [n, text] of texts.entries()) {
    index.put(buildArticle({ title: `Report ${n}`, text, id: `article-${n}` }));
  }
  return index;
}

describe('the word that is meant by one that no article has', () => {
  it.each([
    ['a letter too few', 'erthquake', 'earthquake'],
    ['a letter too many', 'earthquakke', 'earthquake'],
    ['another letter', 'aarthquake', 'earthquake'],
    ['two letters swapped', 'Chian', 'china'],
    ['two slips', 'eartquakke', 'earthquake'],
    ['accents left out besides', 'Wroclw', 'wrocław'],
    ['another script', 'Киив', 'київ'],
  ])('is found by %s', (_, typed, meant) => {
    const index = indexOf('An earthquake in China.', 'Trams in Wrocław.', 'Ночь, Київ.');
    expect(index.similarWord(typed)).toBe(meant);
  });

  it.each([
    ['a word that articles have in another form', 'earthquakes'],
    ['a short word, which is near to many', 'cin'],
    ['a number', '20245'],
    ['a word unlike all others', 'volcano'],
    ['a word with more slips', 'rthqake'],
    ['nothing', ''],
    ['a very long word', 'earthquake'.repeat(20)],
  ])('is not guessed for %s', (_, typed) => {
    expect(indexOf('An earthquake in China in 20240.').similarWord(typed)).toBeUndefined();
  });

  it('is the nearest, then the most frequent', () => {
    const index = indexOf('The bridge, the ridges.', 'A bride.', 'One bride more.');
    expect(index.similarWord('bridgee')).toBe('bridge');
    expect(index.similarWord('bridxe')).toBe('bride');
  });

  it('is found though a publisher once misspelled it alike', () => {
    const right = Array.from({ length: 60 }, () => 'The government met.');
    expect(indexOf(...right, 'The goverment met.').similarWord('goverment')).toBe('government');
    expect(indexOf('The government.', 'The goverment.').similarWord('goverment')).toBeUndefined();
  });

  it('is none that only removed articles had', () => {
    const index = indexOf('An earthquake.', 'A flood.');
    index.remove('article-0');
    expect(index.similarWord('erthquake')).toBeUndefined();
  });

  it('is none that only another server may see', () => {
    const index = new ArticleIndex();
    index.put(buildArticle({ text: 'An earthquake.', onlyFor: '1' }));
    expect(viewArticles(index, '1').similarWord('erthquake')).toBe('earthquake');
    expect(viewArticles(index, '2').similarWord('erthquake')).toBeUndefined();
    expect(viewArticles(index, undefined).similarWord('erthquake')).toBeUndefined();
  });
});
