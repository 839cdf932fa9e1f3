import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCustomId, parseCustomId } from '../../../src/command/custom-id.ts';
import {
  decodeIgnored,
  decodeNarrowing,
  encodeIgnored,
  encodeNarrowing,
} from '../../../src/index/narrowing/encode-narrowing.ts';
import { UNLIMITED, type Narrowing } from '../../../src/index/narrowing/narrowing.ts';
import { parseQuery } from '../../../src/index/query/parse-query.ts';
import { formatSince } from '../../../src/index/query/parse-since.ts';
import { hostileText } from '../../support/hostile-text.ts';

const NOW = new Date('2024-06-19T15:30:00Z');

describe('encodeNarrowing', () => {
  it.each([
    ['', []],
    ['flood dam "river bank"', ['wflood dam', 'qriver bank']],
    ['-flood -"river bank" -country:FR', ['Wflood', 'Qriver bank', 'CFR']],
    ['lang:fr lang:de country:ES country:KR', ['lfr de', 'cES KR']],
    ['source:"Harbour Post" -source:BBC', ['pHarbour Post', 'PBBC']],
    ['since:2024-06-14', ['d2024-06-14']],
    ['since:7d', ['d2024-06-12T15:30Z']],
  ])('encodes %j as a letter and a value for each part', (query, state) => {
    const { ignored: _, ...narrowing } = parseQuery(query, NOW);
    expect(encodeNarrowing(narrowing)).toEqual(state);
    expect(decodeNarrowing(state)).toEqual(narrowing);
  });
});

const lists = fc.record({
  words: fc.array(fc.stringMatching(/^[^\s]+$/)),
  phrases: fc.array(fc.string({ minLength: 1 })),
  sources: fc.array(fc.string({ minLength: 1 })),
  languages: fc.array(fc.constantFrom('en', 'fr', 'de', 'haw')),
  countries: fc.array(fc.constantFrom('ES', 'FR', 'KR')),
});
const since = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map(formatSince);
const anyNarrowing: fc.Arbitrary<Narrowing> = fc
  .tuple(lists, lists, fc.option(since, { nil: undefined }))
  .map(([wanted, without, from]) => ({
    ...wanted,
    without,
    ...(from !== undefined && { since: from }),
  }));

describe('decodeNarrowing', () => {
  it('decodes any narrowing as it was encoded', () => {
    fc.assert(
      fc.property(anyNarrowing, (narrowing) => {
        expect(decodeNarrowing(encodeNarrowing(narrowing))).toEqual(narrowing);
      }),
    );
  });

  it('decodes any query that fits into a button', () => {
    fc.assert(
      fc.property(hostileText({ maxLength: 80 }), (text) => {
        const { ignored: _, ...narrowing } = parseQuery(text, NOW);
        const id = buildCustomId({
          command: 'search',
          action: 'list',
          state: encodeNarrowing(narrowing),
        });
        if (id === undefined) return;
        expect(decodeNarrowing(parseCustomId(id)?.state ?? [])).toEqual(narrowing);
      }),
    );
  });

  it.each([
    [['lFrench', 'cFrance', 'cfr', 'd2024-13-99', 'dyesterday', 'zx', '', 'w']],
    [['constructor', '__proto__']],
  ])('ignores what was not encoded: %j', (state) => {
    const { countries, languages, words, ...rest } = decodeNarrowing(state);
    expect({ countries, languages, words }).toEqual({ countries: [], languages: [], words: [] });
    expect(rest).not.toHaveProperty('since');
  });

  it('never throws, whatever the state is', () => {
    fc.assert(
      fc.property(fc.array(hostileText({ maxLength: 30 })), (state) => {
        expect(Object.keys(decodeNarrowing(state))).toEqual(
          expect.arrayContaining(Object.keys(UNLIMITED)),
        );
      }),
    );
  });
});

describe('encodeIgnored', () => {
  it('gives what was not understood in full, and a mark for when that is too long', () => {
    const versions = encodeIgnored(['country:Frence', 'since:someday']);
    expect(versions).toEqual([['icountry:Frence since:someday'], ['i']]);
    const found = versions.map((version) => decodeIgnored(['wflood', 'cES', ...version]));
    expect(found).toEqual([['country:Frence since:someday'], ['']]);
  });

  it('gives nothing when all was understood', () => {
    expect(encodeIgnored([])).toEqual([]);
    expect(decodeIgnored(['wicy roads', 'cIE'])).toEqual([]);
  });

  it('does not change the narrowing beside it', () => {
    fc.assert(
      fc.property(anyNarrowing, fc.array(hostileText({ maxLength: 30 })), (narrowing, ignored) => {
        for (const version of encodeIgnored(ignored)) {
          const state = [...encodeNarrowing(narrowing), ...version];
          expect(decodeNarrowing(state)).toEqual(narrowing);
        }
      }),
    );
  });
});
