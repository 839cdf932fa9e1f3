import { describe, expect, it } from 'vitest';
import { measurePlaces } from '../../bench/support/measure-places.ts';
import { findArticlePlaces } from '../../src/article/article-places.ts';
import { buildArticle } from '../support/build-article.ts';
import { readSamples } from '../support/read-samples.ts';
import { SAMPLE_PLACES } from '../support/sample-places.ts';

const places = (title: string, text = 'Nothing more is known.', given = {}): string =>
  findArticlePlaces(buildArticle({ title, text, ...given }))
    .map(({ country, capital }) => (capital ? `${country}*` : country))
    .join(' ');

describe('the places of an article', () => {
  it('come from its headline and its lead, in this order', () => {
    expect(places('Kenya sends help', 'Trucks left for Uganda on Monday.')).toBe('KE UG');
  });

  it('come from a person’s country only if no other is named', () => {
    expect(places('Arendt of Kazakhstan wins in France')).toBe('FR');
    expect(places('Rider wins', 'Arendt of Kazakhstan was ahead of Lund of Denmark.')).toBe(
      'KZ DK',
    );
    expect(places('President of Kazakhstan visits France')).toBe('KZ FR');
  });

  it('come from the name of an agency only if no other is named', () => {
    const report = 'A quake shook the coast of Chile, the Japan Meteorological Agency said.';
    expect(places('Quake', report)).toBe('CL');
    expect(places('Quake', report.replace('Chile', 'the island'))).toBe('JP');
    expect(places('Storm', 'The Bangladesh Weather Service warned ships in Burma.')).toBe('MM');
    expect(places('Storm', 'Ships from Japan and the Central Office left Chile.')).toBe('JP CL');
  });

  it('do not come from later paragraphs', () => {
    expect(
      places('Storm passes', `${'Roads are open again. '.repeat(5)}\n\nIn 2019 a storm hit Peru.`),
    ).toBe('');
  });

  it('come from the second paragraph if the first is short', () => {
    expect(places('Storm passes', 'From our correspondent\n\nA storm hit Peru.')).toBe('PE');
  });

  it('name the capital if the text does, but not if somebody comes from there', () => {
    expect(places('Shops close in Lisbon')).toBe('PT*');
    expect(places('Shops close', 'A man from Lisbon was the first in Portugal to notice.')).toBe(
      'PT',
    );
  });

  it('begin with the dateline’s, for a capital or another city', () => {
    expect(places('Crew is safe', 'NIAMEY: All are well, the company said.')).toBe('NE*');
    expect(places('Crew is safe', 'MARSEILLE, Jan. 5 — All left for Italy.')).toBe('FR IT');
    expect(places('Crew is safe', 'All are well.', { place: 'Canberra, Australia' })).toBe('AU*');
  });

  it('leave out a place in which the report was only written', () => {
    expect(places('Floods in Libya were foreseen', 'GENEVA: Nobody was warned in time.')).toBe(
      'LY',
    );
    expect(places('Libya thanks the Swiss', 'GENEVA: Nobody was warned in time.')).toBe('CH LY');
  });

  it('leave out the place that a person comes from', () => {
    expect(places('Verdict', 'A British teenager was sentenced in Cyprus.')).toBe('CY');
    expect(places('Verdict', 'An English climber was sentenced, born in Peru.')).toBe('');
    expect(places('British Climber Found', 'A Greek ship took him to Peru.')).toBe('PE');
    expect(places('Verdict', 'A British court sentenced a teenager.')).toBe('GB');
  });

  it('include an airline’s country if no other is named', () => {
    expect(places('Jet lands safely', 'A Japan Airlines jet landed in Manila.')).toBe('PH*');
    expect(places('Jet lands safely', 'A Japan Airlines jet lost a wheel.')).toBe('JP');
  });

  it('must be confirmed by the text if a capitalized headline may name a person', () => {
    expect(places('Jordan Wins Final Race', 'The sprinter beat all others.')).toBe('');
    expect(places('Jordan Wins Final Race', 'Runners from Jordan beat all others.')).toBe('JO');
  });

  it('are at most four', () => {
    expect(places('Leaders of Chile, Peru, Bolivia, Brazil and Cuba meet').split(' ')).toHaveLength(
      4,
    );
  });
});

describe('the sample articles', () => {
  it('get nearly all of their countries, and no wrong ones', async () => {
    const articles = await readSamples();
    const figures = measurePlaces(articles);
    expect(figures.articles).toBe(SAMPLE_PLACES.length);
    expect(figures.articles).toBe(articles.length);
    expect((figures.right + figures.related) / figures.given).toBeGreaterThanOrEqual(0.95);
    expect(figures.right / figures.wanted).toBeGreaterThanOrEqual(0.9);
  });
});
