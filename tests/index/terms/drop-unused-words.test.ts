import { describe, expect, it } from 'vitest';
import { TextIndex } from '../../../src/index/terms/text-index.ts';

const LIVE = [
  { title: 'Dam fails above Derna', text: 'The dam broke at night; nations sent aid.', lang: 'en' },
  { title: 'La presse des nations', text: 'Les nations ont pressé le barrage.', lang: 'fr' },
];

/** Texts in several languages of words that nothing else has. */
function* buildPassing(round: number): Generator<{ text: string; lang: string }> {
  for (let text = 0; text < 60; text++) {
    const words = Array.from({ length: 600 }, (_, word) => `Name${round}x${text}x${word}`);
    yield { text: [...words, 'nations', 'presse', 'dam'].join(' '), lang: text % 2 ? 'fr' : 'en' };
  }
}

/** What an index says of the texts that stay. */
function describeIndex(index: TextIndex, slots: readonly number[]): unknown {
  const terms = ['dam', 'derna', 'nation', 'press', 'presse', 'barrag', 'name0x0x0'];
  const phrase = (words: string[]): boolean[] => {
    const encoded = index.encodePhrase(words.map((word) => [word]));
    return slots.map((slot) => index.includesPhrase(slot, encoded));
  };
  return {
    frequencies: terms.map((term) => index.frequency(term)),
    found: terms.map((term) => {
      const found: number[] = [];
      index.forEachWith(term, (slot) => found.push(slots.indexOf(slot)));
      return found;
    }),
    phrases: [
      phrase(['dam', 'broke']),
      phrase(['presse', 'des', 'nations']),
      phrase(['broke', 'dam']),
    ],
    terms: slots.map((slot) =>
      Array.from(index.readTerms(slot).body, (id) =>
        terms.filter((term) => index.termId(term) === id),
      ),
    ),
    words: [index.hasWord('nations', 'en'), index.hasWord('nations', 'fr')],
    like: index.wordsLike('natons', () => true).map(({ text }) => text),
    lengths: slots.map((slot) => index.length(slot)),
  };
}

describe('an index whose texts come and go', () => {
  it('gives the numbers of words that no text has any more to new ones, and answers as a new index would', () => {
    const index = new TextIndex();
    const slots = LIVE.map(({ title, text, lang }) => index.add(title, text, lang));
    let highest = 0;
    for (let round = 0; round < 4; round++) {
      const passing = [...buildPassing(round)].map(({ text, lang }) => index.add('', text, lang));
      highest = Math.max(highest, index.termId(`name${round}x59x599`)!);
      for (const slot of passing) index.remove(slot);
      const fresh = new TextIndex();
      const freshSlots = LIVE.map(({ title, text, lang }) => fresh.add(title, text, lang));
      expect(describeIndex(index, slots)).toEqual(describeIndex(fresh, freshSlots));
    }
    // Each round brought 72,000 spellings and words; without dropping them there would be four times as many.
    expect(highest).toBeLessThan(160_000);
  });

  it('reads a word again in the language that had forgotten it', () => {
    const index = new TextIndex();
    const english = index.add('', 'The presses of nations', 'en');
    const french = index.add('', 'Les presses des nations', 'fr');
    const passing = [...buildPassing(0)].map(({ text, lang }) => index.add('', text, lang));
    index.remove(french);
    for (const slot of passing) index.remove(slot);
    const again = index.add('', 'Les presses des nations', 'fr');
    const fresh = new TextIndex();
    const freshEnglish = fresh.add('', 'The presses of nations', 'en');
    const freshFrench = fresh.add('', 'Les presses des nations', 'fr');
    expect(describeIndex(index, [english, again])).toEqual(
      describeIndex(fresh, [freshEnglish, freshFrench]),
    );
  });
});
