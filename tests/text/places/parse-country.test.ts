import { describe, expect, it } from 'vitest';
import {
  matchCountries,
  parseCountry,
  similarCountry,
} from '../../../src/text/places/parse-country.ts';

describe('parseCountry', () => {
  it.each([
    ['FR', 'FR'],
    ['fr', 'FR'],
    ['France', 'FR'],
    ['south korea', 'KR'],
    ['UK', 'GB'],
    ['U.S.', 'US'],
    ['Czech Republic', 'CZ'],
    ['Côte d’Ivoire', 'CI'],
    ['Turkey', 'TR'],
    ['Trinidad & Tobago', 'TT'],
    ['the United States', 'US'],
    ['The Bahamas', 'BS'],
    ['south-korea', 'KR'],
    ['South_Korea', 'KR'],
    ['Guinea Bissau', 'GW'],
    ['st lucia', 'LC'],
    ['Saint Lucia', 'LC'],
    ['Macau', 'MO'],
    ['Swaziland', 'SZ'],
    ['Trinidad', 'TT'],
    ['US.', 'US'],
    ['the', undefined],
    ['Atlantis', undefined],
    ['', undefined],
  ])('reads %s', (typed, country) => {
    expect(parseCountry(typed)).toBe(country);
  });

  it('reads names in the reader’s language', () => {
    expect(parseCountry('Südkorea', 'de')).toBe('KR');
    expect(parseCountry('Südkorea')).toBeUndefined();
  });
});

describe('matchCountries', () => {
  it.each([
    ['spa', 'ES', true],
    ['bosnia & h', 'BA', true],
    ['Côte d’I', 'CI', true],
    ['the', 'ES', false],
    ['', 'ES', true],
  ])('matches %s against %s: %s', (typed, country, isMeant) => {
    expect(matchCountries(typed)(country)).toBe(isMeant);
  });
});

describe('similarCountry', () => {
  it.each([
    ['Frence', 'FR'],
    ['Ukrain', 'UA'],
    ['Switzerlnad', 'CH'],
    ['Itly', 'IT'],
    ['x'.repeat(6_000), undefined],
    ['qqqqqqqqqq', undefined],
    ['x', undefined],
    ['', undefined],
  ])('suggests a country for %s', (typed, country) => {
    expect(similarCountry(typed)).toBe(country);
  });
});
