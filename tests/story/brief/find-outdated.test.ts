import { describe, expect, it } from 'vitest';
import { findOutdated } from '../../../src/story/brief/find-outdated.ts';

const LATER = 'The quake killed 31 people, officials said.';

const outdated = (text: string, { lang = 'en', at = 1, later = LATER } = {}): boolean | undefined =>
  findOutdated([
    { text, lang, at },
    { text: later, lang: 'en', at: 2 },
  ])[0];

describe('a count that a later report gives higher', () => {
  it.each([
    'The quake killed 12 people, officials said.',
    'The quake killed twelve people, officials said.',
    'The quake killed twenty people, officials said.',
    'Thirteen people were killed in the quake.',
    'The quake killed nineteen people, officials said.',
    'A dozen people were killed in the quake.',
  ])('is outdated: %s', (text) => {
    expect(outdated(text)).toBe(true);
  });

  it.each([
    ['Floods Kill at Least 12 in Marrow', 'Spain’s Death Toll Tops 200'],
    [
      'The number of dead in Turkey climbed above 11,000, the mayor said.',
      'The number of people killed in Turkey rose above 20,000 on Thursday.',
    ],
  ])('is outdated by a total: %s', (text, later) => {
    expect(outdated(text, { later })).toBe(true);
  });

  it.each([
    ['the same count', LATER, {}],
    ['a higher count', 'The quake killed 40 people, officials said.', {}],
    ['a count of something else', 'The quake damaged 12 houses, officials said.', {}],
    ['no count', 'The quake killed people in their sleep.', {}],
    ['a report without a time', 'The quake killed 12 people.', { at: 0 }],
    ['another language', 'The quake killed 12 people.', { lang: 'de' }],
    ['a later report that has none', 'The quake killed 12 people.', { later: 'Rescuers dug on.' }],
  ])('is not: %s', (_name, text, others) => {
    expect(outdated(text, others)).toBe(false);
  });
});
