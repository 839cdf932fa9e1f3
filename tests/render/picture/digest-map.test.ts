import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/text/places/place.ts';
import { MAP_HEIGHT } from '../../../src/render/picture/edition-map.ts';
import { drawDigestMap } from '../../../src/render/picture/digest-map.ts';
import { buildDigest, buildDigestStory } from '../../support/build-digest.ts';

const map = (...stories: (readonly Place[] | undefined)[]) =>
  drawDigestMap(
    buildDigest({
      stories: stories.map((places) => buildDigestStory(places === undefined ? {} : { places })),
    }),
  );

describe('the map of a digest', () => {
  it('describes the countries of each story, by its number in the digest', () => {
    expect(map([{ country: 'JP' }], [{ country: 'FR', capital: true }, { country: 'BR' }])).toEqual(
      expect.objectContaining({
        name: 'map.png',
        description:
          'A map of where the stories happen. Story 1: Japan. Story 2: France and Brazil.',
      }),
    );
  });

  it('says how many stories are not on it', () => {
    const drawn = map([{ country: 'JP' }], undefined, []);
    expect(drawn?.description).toMatch(/ 2 of 3 stories name no country\.$/u);
    expect(drawn?.svg).toContain('>2 of 3 stories name no country<');
    expect(map(undefined, [{ country: 'JP' }])?.svg).toContain('>1 of 2 stories names no country<');
    expect(map([{ country: 'JP' }])?.svg).not.toContain('no country');
  });

  it('is undefined if no story has a known place', () => {
    expect(map(undefined, [])).toBeUndefined();
    expect(map([{ country: 'ZZ' }])).toBeUndefined();
    expect(map()).toBeUndefined();
  });

  it('has one mark for the stories of one place', () => {
    const { svg = '' } = map([{ country: 'JP' }], [{ country: 'JP' }], [{ country: 'BR' }]) ?? {};
    expect(
      [...svg.matchAll(/text-anchor="middle"[^>]*>([^<]+)</gu)].map(([, label]) => label),
    ).toEqual(['1 2', '3']);
  });

  it('keeps every mark completely on the map', () => {
    const { svg = '' } = map([{ country: 'AQ' }], [{ country: 'JP' }], [{ country: 'BR' }]) ?? {};
    const ends = [...svg.matchAll(/ c?y[12]?="([\d.-]+)" r=/gu)].map(([, y]) => Number(y));
    expect(ends.length).toBeGreaterThan(0);
    expect(Math.max(...ends)).toBeLessThanOrEqual(MAP_HEIGHT);
  });

  it('is the same for the same digest', () => {
    const places = [{ country: 'JP' }, { country: 'US' }] as const;
    expect(map(places)).toEqual(map(places));
  });
});
