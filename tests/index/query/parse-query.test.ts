import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/index/query/parse-query.ts';
import { LOCALES } from '@dateline/local-discord';
import { countryName } from '../../../src/text/places/country-names.ts';
import { COUNTRY_CODES } from '../../../src/text/places/gazetteer.ts';
import { parseCountry } from '../../../src/text/places/parse-country.ts';
import { hostileText } from '../../support/hostile-text.ts';

const NOW = new Date('2024-06-19T15:30:00Z'); // a Wednesday

describe('parseQuery', () => {
  it('reads words, phrases, exclusions and publishers', () => {
    expect(
      parseQuery(
        'kim "north korea" -china -"south korea" source:BBC source:"Harbour Post" -source:Dpa lang:fr lang:German -lang:pt-BR country:FR country:"South Korea" -country:us',
        NOW,
      ),
    ).toEqual({
      words: ['kim'],
      phrases: ['north korea'],
      sources: ['BBC', 'Harbour Post'],
      languages: ['fr', 'de'],
      countries: ['FR', 'KR'],
      without: {
        words: ['china'],
        phrases: ['south korea'],
        sources: ['Dpa'],
        languages: ['pt'],
        countries: ['US'],
      },
      ignored: [],
    });
  });

  it('reads curly quotes and quotes that are not closed', () => {
    expect(parseQuery('“arms deal” "missile test', NOW).phrases).toEqual([
      'arms deal',
      'missile test',
    ]);
  });

  it('does not understand a language that does not exist', () => {
    const { languages, ignored } = parseQuery('lang:Klingonese lang: rain', NOW);
    expect(languages).toEqual([]);
    expect(ignored).toEqual(['lang:Klingonese', 'lang:']);
  });

  it.each([
    ['country:South Korea floods', ['KR'], ['floods']],
    ['floods country:united states country:FR', ['US', 'FR'], ['floods']],
    ['country:Guinea Bissau', ['GW'], []],
    ['country:Guinea coup', ['GN'], ['coup']],
    ['country:fr "south korea"', ['FR'], []],
  ])('reads a country of several words without quotes: %s', (text, countries, words) => {
    expect(parseQuery(text, NOW)).toMatchObject({ countries, words, ignored: [] });
  });

  it.each([
    ['de', 'Flut country:Spanien', ['ES'], ['Flut']],
    ['de', 'country:Vereinigtes Königreich Wahl', ['GB'], ['Wahl']],
    ['fr', 'country:Frankreich country:Espagne', ['ES'], []],
    ['fr', 'country:Émirats arabes unis crue', ['AE'], ['crue']],
    ['es-ES', 'country:Corea del Sur lluvia', ['KR'], ['lluvia']],
    ['ru', 'country:Испания наводнение', ['ES'], ['наводнение']],
    ['ar', 'country:المملكة المتحدة مطر', ['GB'], ['مطر']],
    ['ja', 'country:スペイン 洪水', ['ES'], ['洪水']],
    ['de', 'country:Spain country:UK rain', ['ES', 'GB'], ['rain']],
  ])('reads countries in the language %s: %s', (locale, text, countries, words) => {
    expect(parseQuery(text, NOW, locale)).toMatchObject({ countries, words });
  });

  it('reads the name of every country, in every language of Discord, without quotes', () => {
    const wrong = LOCALES.flatMap((locale) =>
      COUNTRY_CODES.filter((country) => {
        const name = countryName(country, locale);
        const { countries, words } = parseQuery(`country:${name} qqq`, NOW, locale);
        return countries.join() !== parseCountry(name, locale) || words.join() !== 'qqq';
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('reads languages in the language of the reader', () => {
    expect(parseQuery('lang:Englisch -lang:Französisch lang:German', NOW, 'de')).toMatchObject({
      languages: ['en', 'de'],
      without: { languages: ['fr'] },
      ignored: [],
    });
  });

  it('excludes a country of several words', () => {
    expect(parseQuery('-country:united kingdom rain', NOW)).toMatchObject({
      words: ['rain'],
      without: { countries: ['GB'] },
    });
  });

  it('does not understand a country that does not exist', () => {
    const { countries, ignored } = parseQuery('country:Atlantis country: rain', NOW);
    expect(countries).toEqual([]);
    expect(ignored).toEqual(['country:Atlantis', 'country:']);
  });

  it('leaves a hyphen inside a word', () => {
    expect(parseQuery('far-right vote', NOW).words).toEqual(['far-right', 'vote']);
  });

  it.each([
    ['2024-06-14', '2024-06-14'],
    ['2024-06', '2024-06-01'],
    ['2024', '2024-01-01'],
    ['7d', '2024-06-12T15:30Z'],
    ['12h', '2024-06-19T03:30Z'],
    ['30min', '2024-06-19T15:00Z'],
    ['"45 minutes"', '2024-06-19T14:45Z'],
    ['2mo', '2024-04-20T15:30Z'],
    ['"2 months ago"', '2024-04-20T15:30Z'],
    ['1y', '2023-06-20T15:30Z'],
    ['2w', '2024-06-05T15:30Z'],
    ['"3 days"', '2024-06-16T15:30Z'],
    ['today', '2024-06-19'],
    ['Yesterday', '2024-06-18'],
    ['monday', '2024-06-17'],
    ['wed', '2024-06-12'],
  ])('reads since:%s', (since, expected) => {
    expect(parseQuery(`since:${since} flood`, NOW)).toMatchObject({
      words: ['flood'],
      since: expected,
      ignored: [],
    });
  });

  it.each([
    'since:2024-02-31',
    'since:whenever',
    'since:30m',
    'since:7decades',
    'since:99999y',
    '-since:7d',
    'since:',
    '--',
    '""',
  ])('reports that it ignored %s', (part) => {
    const query = parseQuery(`flood ${part}`, NOW);
    expect(query.words).toEqual(['flood']);
    expect(query).not.toHaveProperty('since');
    expect(query.ignored).toEqual([part]);
  });

  it('never throws, and drops parts without a letter or digit', () => {
    fc.assert(
      fc.property(
        fc.oneof(hostileText({ maxLength: 500 }), fc.string({ unit: 'binary' })),
        (text) => {
          const query = parseQuery(text, NOW);
          for (const part of [...query.words, ...query.phrases, ...query.sources]) {
            expect(part).toMatch(/[\p{L}\p{N}]/u);
          }
        },
      ),
    );
  });
});
