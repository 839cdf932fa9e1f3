import { describe, expect, it } from 'vitest';
import { buildTermGroups } from '../../../src/index/query/term-groups.ts';
import { wordTerm } from '../../../src/text/terms.ts';

describe('a word of a query', () => {
  it.each([
    ['Lodz', 'Łódź'],
    ['Walesa', 'Wałęsa'],
    ['Oresund', 'Øresund'],
    ['Tromso', 'Tromsø'],
    ['oenologist', 'œnologist'],
    ['WEISS', 'Weiß'],
    ['Mueller', 'Müller'],
    ['Müller', 'Mueller'],
    ['Soeren', 'Søren'],
    ['Duc', 'Đức'],
    ['Thor', 'Þor'],
  ])('%s finds %s', (typed, printed) => {
    const [group] = buildTermGroups(typed, ['en']);
    expect(group!.terms).toContain(wordTerm(printed.toLowerCase(), 'en'));
  });

  it.each([
    ['queen', ['queen']],
    ['poet', ['poet']],
    ['value', ['valu']],
  ])('%s is left alone', (typed, terms) => {
    expect(buildTermGroups(typed, ['en']).map((group) => group.terms)).toEqual([terms]);
  });
});
