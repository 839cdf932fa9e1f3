import { describe, expect, it } from 'vitest';
import { matchCountries, parseCountry, similarCountry } from '../../src/text/parse-country.ts';

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
  ])('of %s for %s gives %s', (typed, country, isMeant) => {
    expect(matchCountries(typed)(country)).toBe(isMeant);
  });
});

describe('similarCountry', () => {
  it.each([
    ['Frence', 'FR'],
    ['Ukrain', 'UA'],
    ['Switzerlnad', 'CH'],
    ['qqqqqqqqqq', undefined],
  ])('suggests for %s', (typed, country) => {
    expect(similarCountry(typed)).toBe(country);
  });
});
