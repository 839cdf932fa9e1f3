import { describe, expect, it } from 'vitest';
import { UNLIMITED } from '../../../src/index/narrowing/narrowing.ts';
import {
  describeIgnored,
  parseNarrowing,
  type NarrowingOptions,
} from '../../../src/index/narrowing/parse-narrowing.ts';

const now = new Date('2024-06-19T15:30:20.500Z'); // a Wednesday
const parse = (options: NarrowingOptions, locale = 'en-GB') =>
  parseNarrowing(options, { locale, now });

describe('parseNarrowing', () => {
  it('limits nothing if no option is given', () => {
    expect(parse({})).toEqual({ ...UNLIMITED, ignored: [] });
  });

  it.each<[NarrowingOptions, string, object]>([
    [{ countries: ['Spanien'] }, 'de', { countries: ['ES'] }],
    [{ countries: ['Espagne', 'ES', 'spain'] }, 'fr', { countries: ['ES'] }],
    [{ query: 'Flut country:Spanien' }, 'de', { words: ['Flut'], countries: ['ES'] }],
    [{ query: 'crue country:Royaume-Uni' }, 'fr', { words: ['crue'], countries: ['GB'] }],
    [{ languages: ['Englisch'] }, 'de', { languages: ['en'] }],
    [{ query: 'Flut -lang:Englisch' }, 'de', { words: ['Flut'], without: { languages: ['en'] } }],
    [{ sources: ['BBC', 'BBC'] }, 'de', { sources: ['BBC'] }],
    [{ since: '2024-06' }, 'en', { since: '2024-06-01' }],
    [{ since: 'yesterday' }, 'en', { since: '2024-06-18' }],
    [{ since: '7d' }, 'en', { since: '2024-06-12T15:30Z' }],
    [{ query: 'flood since:12h' }, 'en', { since: '2024-06-19T03:30Z' }],
    [{ since: '9999y' }, 'en', { since: '0001-01-01' }],
  ])('reads %j in the locale %s', (options, locale, expected) => {
    expect(parse(options, locale)).toMatchObject(expected);
  });

  it('prefers an option to the same field in the query', () => {
    const query = 'rain country:FR lang:fr source:BBC since:2020';
    const options = { countries: ['DE'], languages: ['de'], sources: ['ARD'], since: '2021' };
    expect(parse({ query, ...options })).toMatchObject({
      words: ['rain'],
      countries: ['DE'],
      languages: ['de'],
      sources: ['ARD'],
      since: '2021-01-01',
    });
  });

  it.each<[NarrowingOptions, string, string]>([
    [{ countries: ['Spian'] }, 'en', 'I do not know the country "Spian". Did you mean Spain?'],
    [{ countries: ['Spanein'] }, 'de', 'I do not know the country "Spanein". Did you mean Spain?'],
    [{ countries: ['Qq*q'] }, 'en', 'I do not know the country "Qq*q". Write it as France or FR.'],
    [{ languages: ['Klingonese'] }, 'en', 'language "Klingonese". Write it as French or fr.'],
    [{ languages: ['Frnech'] }, 'en', 'I do not know the language "Frnech". Did you mean French?'],
    [{ languages: ['Franzosisch'] }, 'de', 'language "Franzosisch". Did you mean French?'],
    [{ since: 'someday' }, 'en', 'I do not understand that date. Write it as 2024-06-15'],
    [{ since: '30m' }, 'en', 'date. Write 30min for minutes or 30mo for months.'],
    [{ query: 'since:30m' }, 'en', 'Write 30min for minutes or 30mo for months.'],
    [{ query: '!!!' }, 'en', 'I see no words in that.'],
    [{ query: '' }, 'en', 'I see no words in that.'],
    [{ query: 'country:Frence' }, 'en', 'Did you mean country:"France"?'],
    [{ query: '-lang:Germen' }, 'en', 'Did you mean lang:"German"?'],
  ])('refuses %j in the locale %s', (options, locale, message) => {
    expect(() => parse(options, locale)).toThrow(message);
  });
});

describe('describeIgnored', () => {
  const describeParts = (ignored: string[]) =>
    describeIgnored(ignored, { locale: 'de' }, (typed) => `<${typed}>`);

  it('says nothing if everything was understood', () => {
    expect(describeParts([])).toBeUndefined();
  });

  it('says that there was something when it is no longer known what', () => {
    expect(describeParts([''])).toBe('A part of the query was not understood.');
  });

  it('suggests the right spelling of a country in the reader’s language', () => {
    expect(describeParts(['country:Spanein', 'since:x'])).toBe(
      'Not understood: <country:Spanein since:x>. Did you mean country:"Spain"?',
    );
  });

  it('corrects several fields, one sentence each', () => {
    expect(describeParts(['-country:"Frankriech"', 'lang:„Englsch“'])).toBe(
      'Not understood: <-country:"Frankriech" lang:„Englsch“>. ' +
        'Did you mean country:"France"? Did you mean lang:"English"?',
    );
  });
});
