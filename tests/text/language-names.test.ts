import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageName, parseLanguage, similarLanguage } from '../../src/text/language-names.ts';

describe('parseLanguage', () => {
  it.each([
    ['fr', 'en', 'fr'],
    ['pt-BR', 'en', 'pt'],
    ['French', 'en', 'fr'],
    [' FRANÇAIS ', 'en', 'fr'],
    ['Französisch', 'de', 'fr'],
    ['русский', 'en', 'ru'],
    ['日本語', 'en', 'ja'],
    ['nb', 'en', 'no'],
    ['Norwegian', 'es-419', 'no'],
    ['Französisch', 'en', undefined],
    ['Klingonese', 'en', undefined],
    ['xq', 'en', undefined],
    ['', 'en', undefined],
  ])('reads %j, typed by a reader of %s, as %s', (typed, locale, lang) => {
    expect(parseLanguage(typed, locale)).toBe(lang);
  });

  it('never throws for any input and locale', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (typed, locale) => {
        expect(parseLanguage(typed, locale) ?? 'en').toMatch(/^[a-z]{2,3}$/);
      }),
      { numRuns: 50 },
    );
  });
});

describe('similarLanguage', () => {
  it.each([
    ['Frnech', 'en', 'fr'],
    ['Portugese', 'en', 'pt'],
    ['portugues', 'en', 'pt'],
    ['Italienish', 'de', 'it'],
    ['Klingonese', 'en', undefined],
    ['x', 'en', undefined],
    ['x'.repeat(61), 'en', undefined],
  ])('suggests for %s, typed by a reader of %s, the language %s', (typed, locale, lang) => {
    expect(similarLanguage(typed, locale)).toBe(lang);
  });
});

describe('languageName', () => {
  it('names a language in the reader’s language, else in English, else by its code', () => {
    expect(languageName('de', 'fr-CA')).toBe('allemand');
    expect(languageName('de', 'no such locale')).toBe('German');
    expect(languageName('xq', 'fr')).toBe('xq');
    expect(languageName('not a code', 'fr')).toBe('not a code');
  });
});
