import { describe, expect, it } from 'vitest';
import { findSharedWords } from '../../../src/story/join/shared-words.ts';

const ONE = {
  title: 'Flood in Marrow',
  text: 'Rescuers carried residents of Marrow from flooded houses. The Harbour Post was there.',
  source: 'Harbour Post',
};

describe('the words that two articles share', () => {
  it('are printed as in the first, the rarest first, without stop words', () => {
    const other = { text: 'A resident of Marrow told the Harbour Post that rescuers came.' };
    expect(findSharedWords(ONE, other, 5).toSorted()).toEqual(['Marrow', 'Rescuers', 'residents']);
    expect(findSharedWords(ONE, other, 1)).toHaveLength(1);
  });

  it('may be of a title only, and in languages without a stemmer', () => {
    expect(
      findSharedWords({ ...ONE, title: 'Comet over Marrow' }, { text: 'A comet.' }, 5),
    ).toEqual(['Comet']);
    const greek = { text: 'Πλημμύρες στην πόλη.', lang: 'el' };
    expect(findSharedWords(greek, { text: 'Η πλημμύρα στην πόλη.', lang: 'el' }, 1)).toHaveLength(
      1,
    );
  });

  it('are none if they share none', () => {
    expect(findSharedWords(ONE, { text: 'Nothing at all.' }, 5)).toEqual([]);
    expect(findSharedWords({ text: '' }, { text: '' }, 5)).toEqual([]);
  });
});
