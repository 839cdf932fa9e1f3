import { describe, expect, it } from 'vitest';
import { ArticleIndex } from '../../../src/index/article-index.ts';
import { buildArticle } from '../../support/build-article.ts';
import { buildFilter } from '../../support/build-filter.ts';

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  en: ['The elections in Berlin.', 'An accident in Berlin.', 'Elections again.'],
  fr: ['Les élections à Berlin.', 'Un accident à Berlin.', 'La guerre et les élections.'],
  de: ['Die Wahl in Berlin.', 'Ein Unfall.', 'Der Krieg in Berlin.'],
};

function languageOf(query: string, locale: string): string | undefined {
  const index = new ArticleIndex();
  for (const [lang, texts] of Object.entries(TEXTS)) {
    for (const text of texts) index.put(buildArticle({ title: text, text, lang }));
  }
  return index.queryLanguage(buildFilter(query), locale);
}

describe('the language of a query', () => {
  it.each([
    ['élections', 'en-US', 'fr', 'words as they are written in one language'],
    ['elections', 'fr', 'en', 'words as they are written in one language'],
    ['accident', 'fr', 'fr', "the reader's language, where the words are of several"],
    ['accident', 'en-GB', 'en', "the reader's language, where the words are of several"],
    ['Berlin', 'de', 'de', "the reader's language, for a name"],
  ])('of %s for a reader with %s is %s, by %s', (query, locale, lang) => {
    expect(languageOf(query, locale)).toBe(lang);
  });

  it.each([
    ['Berlin', 'ja', "a name, and no article is in the reader's language"],
    ['Krieg', 'en-US', 'all that is found is in one language'],
    ['guerre Wahl', 'fr', 'no language has all words'],
    ['"élections"', 'de', 'all that is found is in one language'],
    ['-Berlin', 'fr', 'nothing is asked for'],
    ['lang:fr', 'fr', 'nothing is asked for'],
    ['volcano', 'fr', 'nothing is found'],
  ])('of %s for a reader with %s is not told: %s', (query, locale) => {
    expect(languageOf(query, locale)).toBeUndefined();
  });
});
