import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/index/query/parse-query.ts';
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
      langs: ['fr', 'de'],
      countries: ['FR', 'KR'],
      without: {
        words: ['china'],
        phrases: ['south korea'],
        sources: ['Dpa'],
        langs: ['pt'],
        countries: ['US'],
      },
      ignored: [],
    });
  });

  it('reads curly quotes and one that is not closed', () => {
    expect(parseQuery('“arms deal” "missile test', NOW).phrases).toEqual([
      'arms deal',
      'missile test',
    ]);
  });

  it('does not understand a language that is none', () => {
    const { langs, ignored } = parseQuery('lang:Klingonese lang: rain', NOW);
    expect(langs).toEqual([]);
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

  it('leaves out a country of several words', () => {
    expect(parseQuery('-country:united kingdom rain', NOW)).toMatchObject({
      words: ['rain'],
      without: { countries: ['GB'] },
    });
  });

  it('does not understand a country that is none', () => {
    const { countries, ignored } = parseQuery('country:Atlantis country: rain', NOW);
    expect(countries).toEqual([]);
    expect(ignored).toEqual(['country:Atlantis', 'country:']);
  });

  it('leaves a hyphen inside a word', () => {
    expect(parseQuery('far-right vote', NOW).words).toEqual(['far-right', 'vote']);
  });

  it.each([
    ['2024-06-14', '2024-06-14T00:00:00.000Z'],
    ['2024-06', '2024-06-01T00:00:00.000Z'],
    ['2024', '2024-01-01T00:00:00.000Z'],
    ['7d', '2024-06-12T15:30:00.000Z'],
    ['12h', '2024-06-19T03:30:00.000Z'],
    ['2w', '2024-06-05T15:30:00.000Z'],
    ['"3 days"', '2024-06-16T15:30:00.000Z'],
    ['today', '2024-06-19T00:00:00.000Z'],
    ['Yesterday', '2024-06-18T00:00:00.000Z'],
    ['monday', '2024-06-17T00:00:00.000Z'],
    ['wed', '2024-06-12T00:00:00.000Z'],
  ])('reads since:%s', (since, expected) => {
    expect(parseQuery(`since:${since} flood`, NOW)).toMatchObject({
      words: ['flood'],
      since: new Date(expected),
      ignored: [],
    });
  });

  it.each([
    'since:2024-02-31',
    'since:whenever',
    'since:99999y',
    '-since:7d',
    'since:',
    '--',
    '""',
  ])('says that it ignored %s', (part) => {
    const query = parseQuery(`flood ${part}`, NOW);
    expect(query.words).toEqual(['flood']);
    expect(query).not.toHaveProperty('since');
    expect(query.ignored).toEqual([part]);
  });

  it('never throws, and looks for nothing without a letter or digit', () => {
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
