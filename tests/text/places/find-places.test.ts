import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPlaces } from '../../../src/text/places/find-places.ts';
import { hostileText } from '../../support/hostile-text.ts';

const find = (text: string, lang = 'en'): string =>
  findPlaces(text, lang)
    .map(({ country, isCapital }) => (isCapital ? `${country}*` : country))
    .join(' ');

describe('findPlaces', () => {
  it.each([
    ['US and U.S. forces, the UK and Britain', 'US US GB GB'],
    ['He told us that it was in the uk.', ''],
    ['South Korea, North Korea, South Sudan and Sudan', 'KR KP SS SD'],
    ['Ivory Coast, the Czech Republic, Burma and Turkey', 'CI CZ MM TR'],
    ['Guinea-Bissau, Papua New Guinea and Equatorial Guinea', 'GW PG GQ'],
    ['the DR Congo and the Republic of Congo', 'CD CG'],
    ['Trinidad and Tobago, Bosnia and Herzegovina', 'TT BA'],
    ['Niger’s army, Nigeria’s president', 'NE NG'],
    ['the Libyan coast, two Israelis and the Turkish-Syrian border', 'LY IL TR SY'],
    ['in Bogotá, Kyiv, Washington, D.C. and New Delhi', 'CO* UA* US* IN*'],
    ['in Washington state and in Shoreline, Washington', 'US US'],
    ['in Baltimore, Mumbai and Texas', 'US IN US'],
    ['in Singapore', 'SG'],
    ['in Bali, Sicily, Bavaria, Hokkaido and Mindanao', 'ID IT DE JP PH'],
    ['from Darfur to Tigray, and Dagestan', 'SD ET RU'],
    ['the President of Kazakhstan, and most of Chile', 'KZ CL'],
    ['The Australians have left, and the French have said so.', 'AU FR'],
    ['the Jordan Valley and the U.S. and Jordan', 'JO US JO'],
  ])('finds the names in "%s"', (text, expected) => {
    expect(find(text)).toBe(expected);
  });

  it.each([
    ['The Gulf of Mexico and the South China Sea are warm.', ''],
    ['New England and Latin American trade', ''],
    ['New Mexico’s governor', 'US'],
    ['The U.S. Geological Survey said so.', ''],
    ['The United States Geological Survey and the US Geological Survey said so.', ''],
    ['It cost US$16 million or US$ 5.', ''],
    ['Lt. Col. Steven Lee Jordan was tried, and Jordan was acquitted.', ''],
    ['Steven L. Jordan, Pfc. England and Sgt. Chad', ''],
    ['The Australian has reported the sale, and an Italian said no.', ''],
    ['The Paris Agreement of 2015', ''],
    ['A guinea pig, served with turkey', ''],
    ['A Singapore-flagged ship and a German-born engineer', ''],
  ])('recognizes longer names that mean something else: "%s"', (text, expected) => {
    expect(find(text)).toBe(expected);
  });

  it.each([
    ['Paris Hilton, Michael Jordan, Chad Smith and Jordan Peterson came.', ''],
    ['The king of Jordan and the Jordan Valley', 'JO JO'],
    ['Preparations for the Paris Olympics', 'FR*'],
    ['The ferry to Porto-Vecchio', ''],
    ['The Frankfurt Zoological Society wrote.', ''],
    ['He lives in Athens, Georgia, U.S.', 'US US'],
    ['He lives in Paris, Texas.', 'US'],
    ['Georgia’s parliament met in Tbilisi.', 'GE GE*'],
    ['Georgia’s parliament met.', ''],
    ['Turkey prices rise before Thanksgiving.', ''],
  ])('recognizes other bearers of the name: "%s"', (text, expected) => {
    expect(find(text)).toBe(expected);
  });

  it.each([
    ['fr', 'La France et la Corée du Sud ont signé à Paris.', 'FR KR FR*'],
    ['fr', 'Le Tour de France part de Londres ; celui d’Haïti et de l’Iran aussi.', 'GB* HT IR'],
    ['it', 'Mosca chiede all’Italia di parlare con gli USA.', 'RU* IT US'],
    ['de', 'Frankreichs Präsident reist nach Südkorea und nach Polen.', 'FR KR PL'],
    ['es', 'España y los Países Bajos, reunidos en Madrid', 'ES NL ES*'],
    ['ru', 'В России и на Украине ждут новостей из Франции.', 'RU UA FR'],
    ['ja', '日本とフランスは協定に署名した。', 'JP FR'],
    ['ar', 'فرنسا تدعم لبنان', 'FR LB'],
  ])('finds countries by their names in %s', (lang, text, expected) => {
    expect(find(text, lang)).toBe(expected);
  });

  it('accepts any text in any language', () => {
    fc.assert(
      fc.property(hostileText(), fc.constantFrom('en', 'fr', 'ja', 'xx', 'ar'), (text, lang) => {
        expect(Array.isArray(findPlaces(text, lang, { isTitle: true }))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
