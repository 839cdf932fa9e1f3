import { describe, expect, it } from 'vitest';
import { parseCountry, similarCountry } from '../../src/text/parse-country.ts';

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
