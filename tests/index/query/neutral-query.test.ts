import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toNeutralQuery } from '../../../src/index/query/neutral-query.ts';
import { parseQuery } from '../../../src/index/query/parse-query.ts';
import { hostileText } from '../../support/hostile-text.ts';

const NOW = new Date('2024-06-19T15:30:00Z');

describe('toNeutralQuery', () => {
  it.each([
    ['Flut country:Spanien', 'de', 'Flut country:ES'],
    ['country:Vereinigtes Königreich Wahl', 'de', 'country:GB Wahl'],
    ['-country:"États-Unis" crue lang:anglais', 'fr', '-country:US crue lang:en'],
    ['climate  "central bank" -crypto', 'en', 'climate  "central bank" -crypto'],
    ['rain country:Atlantis', 'en', 'rain country:Atlantis'],
    ['COUNTRY:France Lang:French source:"Le Monde"', 'en', 'country:FR lang:fr source:"Le Monde"'],
  ])('writes %j from the locale %s as %j', (text, locale, neutral) => {
    expect(toNeutralQuery(text, locale)).toBe(neutral);
  });

  it('keeps the meaning of a query for readers of any language', () => {
    const field = fc.constantFrom('country:Spanien', '-lang:Englisch', 'country:Neuseeland', 'x');
    const text = fc
      .array(fc.oneof(field, hostileText({ maxLength: 20 })))
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(text, (typed) => {
        const meant = parseQuery(typed, NOW, 'de');
        expect(parseQuery(toNeutralQuery(typed, 'de'), NOW, 'de')).toEqual(meant);
      }),
    );
  });
});
