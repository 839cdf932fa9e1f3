import { describe, expect, it } from 'vitest';
import { countryName } from '../../../src/text/places/country-names.ts';
import {
  capitalNames,
  capitalPoint,
  COUNTRY_CODES,
  countryPoint,
  demonymOf,
  nameInEnglish,
} from '../../../src/text/places/gazetteer.ts';

describe('the gazetteer', () => {
  it('has a point on the globe and a name for every country', () => {
    for (const country of COUNTRY_CODES) {
      const [lon, lat] = countryPoint(country) ?? [Number.NaN, Number.NaN];
      expect(Math.abs(lon), country).toBeLessThanOrEqual(180);
      expect(Math.abs(lat), country).toBeLessThanOrEqual(90);
      expect(countryName(country), country).not.toBe(country);
    }
    expect(countryPoint('ZZ')).toBeUndefined();
    expect(capitalPoint('ZZ')).toBeUndefined();
  });

  it.each([
    ['FR', 2.3, 48.9],
    ['US', -77, 38.9],
    ['UA', 30.5, 50.4],
    ['KW', 48, 29.4],
    ['XK', 21.2, 42.7],
  ])('knows the position of the capital of %s', (country, lon, lat) => {
    const [x, y] = capitalPoint(country)!;
    expect(Math.abs(x - lon)).toBeLessThan(0.3);
    expect(Math.abs(y - lat)).toBeLessThan(0.3);
  });

  it('puts a country’s mark inside it, even across the 180th meridian', () => {
    const [usLon, usLat] = countryPoint('US')!;
    expect(usLon).toBeGreaterThan(-105);
    expect(usLon).toBeLessThan(-80);
    expect(usLat).toBeGreaterThan(33);
    expect(Math.abs(countryPoint('FJ')![0])).toBeGreaterThan(176);
  });

  it.each(['', 'fr', 'ZZ', 'UM', 'FRA', 'constructor', '__proto__', ' FR'])(
    'does not know %j, which is not the code of a country',
    (code) => {
      expect(countryPoint(code)).toBeUndefined();
      expect(capitalPoint(code)).toBeUndefined();
      expect(capitalNames(code)).toEqual([]);
      expect(demonymOf(code, 'en')).toBeUndefined();
      expect(nameInEnglish(code)).toBe(code);
    },
  );

  it('names peoples, but leaves out wrong words', () => {
    expect(demonymOf('LY', 'en')).toBe('Libyan');
    expect(demonymOf('BA', 'en')).toBe('Bosnian');
    expect(demonymOf('WF', 'en')).toBeUndefined();
    expect(demonymOf('FR', 'zz')).toBeUndefined();
  });
});

describe('countryName', () => {
  it.each([
    ['DE', 'fr', 'Allemagne'],
    ['DE', 'pt-BR', 'Alemanha'],
    ['HK', 'en', 'Hong Kong'],
    ['US', 'en', 'United States'],
    ['US', 'no such locale', 'United States'],
    ['ZZ9', 'en', 'ZZ9'],
  ])('names %s in %s', (country, locale, name) => {
    expect(countryName(country, locale)).toBe(name);
  });
});
