import { describe, expect, it } from 'vitest';
import { drawDigestMap } from '../../../src/render/picture/digest-map.ts';
import { prepareMaps } from '../../../src/render/picture/prepare-maps.ts';
import { buildDigest, buildDigestStory } from '../../support/build-digest.ts';

describe('the preparation of maps', () => {
  it('runs in steps, and does not change any map', () => {
    const places = [{ country: 'JP' }, { country: 'US' }];
    const digest = buildDigest({ stories: [buildDigestStory({ places })] });
    const before = drawDigestMap(digest);
    expect([...prepareMaps()].length).toBeGreaterThan(2);
    expect(drawDigestMap(digest)).toEqual(before);
  });
});
