import { describe, expect, it } from 'vitest';
import { countryAgreement } from '../../src/story/country-agreement.ts';

const gauge = (...stories: string[][]) =>
  countryAgreement(stories, (codes) =>
    codes.split(' ').flatMap((country) => (country === '' ? [] : [{ country }])),
  );

describe('the agreement of countries', () => {
  it('is the share of pairs in one story that have a country in common', () => {
    expect(gauge(['FR', 'FR', 'FR DE'])).toEqual({ pairs: 3, share: 1 });
    expect(gauge(['FR', 'FR', 'ES'])).toEqual({ pairs: 3, share: 1 / 3 });
    expect(gauge(['FR DE', 'DE FR', 'DE ES', 'ES'], ['IT', 'IT'])).toEqual({
      pairs: 7,
      share: 5 / 7,
    });
  });

  it('leaves out articles without countries, and stories of one article', () => {
    expect(gauge(['FR', '', ''], ['ES'])).toEqual({ pairs: 0, share: Number.NaN });
    expect(gauge(['FR', '', 'FR'])).toEqual({ pairs: 1, share: 1 });
  });
});
