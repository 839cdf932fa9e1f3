import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';
import type { Reading } from '../../../src/summary/reading/reading.ts';
import { wordIdsOf } from '../../../src/summary/reading/word-ids.ts';
import { hostileText } from '../../support/hostile-text.ts';

const read = (text: string, title = ''): Reading => buildReading({ title, text, lang: 'en' });

describe('buildReading', () => {
  it('leaves out dateline, boilerplate and dependent sentences, and keeps the rest word for word', () => {
    const text =
      'By Jane Example\n\nMOSCOW, Sept 14 (Reuters) – The talks failed on Monday. They go on.\n\nRead more: What the talks are about';
    const { sentences } = read(text);
    expect(sentences.map((sentence) => sentence.text)).toEqual(['The talks failed on Monday.']);
    const [{ start, end }] = sentences as [Reading['sentences'][0]];
    expect(text.slice(start, end)).toBe('The talks failed on Monday.');
  });

  it('leaves out a credit before a later sentence', () => {
    const text =
      'The talks failed on Monday. Ships lay in port. Trains stood. Shops were shut. (Ann Lee - Norrvik Post) Nobody came to the square.';
    expect(read(text).sentences.at(-1)!.text).toBe('Nobody came to the square.');
  });

  it('leaves out the mark of a list before a sentence', () => {
    const { sentences } = read('• The talks failed on Monday. * They go on in two towns.');
    expect(sentences.map(({ text }) => text)).toEqual([
      'The talks failed on Monday.',
      'They go on in two towns.',
    ]);
  });

  it('hangs speech without a speaker on the sentence before, but for the first', () => {
    const { sentences } = read(
      '"We have a mess." The mayor closed the port. "Nobody may leave the town."',
    );
    expect(sentences.map(({ dependsOnPrevious }) => dependsOnPrevious)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('keeps a sentence that is only a dateline', () => {
    const { sentences } = read('DERNA, LIBYA AND THE COAST EAST OF IT (The Example Wire) –');
    for (const { text } of sentences) expect(text).not.toBe('');
  });

  it('numbers terms by stem, lists each once a sentence, and counts them', () => {
    const { terms } = read('A dam and two dams broke here. The dam was old and had no use.');
    expect(terms.starts).toHaveLength(3);
    expect(terms.counts[terms.ids[0]!]).toBe(3);
    expect(terms.spreads[terms.ids[0]!]).toBe(2);
    expect(terms.ids.slice(0, terms.starts[1]).filter((id) => id === terms.ids[0])).toHaveLength(1);
  });

  it('numbers pairs of consecutive words, within a sentence only', () => {
    const { pairs } = read('The old dam broke on Monday. On Monday the old dam broke.');
    const [first, second] = [0, 1].map((i) =>
      pairs.ids.slice(pairs.starts[i], pairs.starts[i + 1]),
    );
    expect(first).toHaveLength(5);
    expect(second!.filter((pair) => first!.includes(pair))).toHaveLength(4);
  });

  it('lists the terms of the title that are in the text', () => {
    const { titleTerms, vocabulary } = read('The old dam broke on Monday.', 'Dam breaks');
    expect(titleTerms.map((term) => vocabulary[term]?.text)).toEqual(['dam']);
  });

  it('gives the last numbers to terms that are only in the title or in boilerplate', () => {
    const { terms, vocabulary } = read('By Jane Example\n\nThe dam broke on Monday.', 'Dam breaks');
    const texts = vocabulary.map(({ text }) => text);
    expect(texts.slice(0, terms.counts.length)).toEqual(['dam', 'broke']);
    expect(texts.slice(terms.counts.length)).toEqual(['jane', 'exampl', 'break']);
  });

  it('keeps boilerplate, with its words', () => {
    const { boilerplate, printed, vocabulary } = read(
      'By Jane Example\n\nThe dam broke on Monday.',
    );
    expect(boilerplate.map(({ text }) => text)).toEqual(['By Jane Example']);
    const [{ firstWord, endWord }] = boilerplate as [Reading['boilerplate'][0]];
    const terms = printed.text.terms
      .slice(firstWord, endWord)
      .map((term) => vocabulary[term]?.text);
    expect(terms).toEqual([undefined, 'jane', 'exampl']);
  });

  it('is comparable with any other reading by the texts of its terms', () => {
    const listTerms = ({ vocabulary }: Reading) => vocabulary.map(({ text }) => text);
    const first = read('The old dam broke on Monday.');
    const ids = wordIdsOf('en');
    // This adds so many new words that ids start again.
    read(Array.from({ length: 60_000 }, (_, i) => `${i.toString(36)}zq`).join(' '));
    const second = read('On Monday, old dams were breaking. An old dam broke.');
    expect(wordIdsOf('en')).not.toBe(ids);
    expect(listTerms(second)).toEqual(expect.arrayContaining(listTerms(first)));
  });

  it('has every word of a text in exactly one line, apart from datelines, and numbers its terms', () => {
    const text = fc.array(
      fc.oneof(
        fc.constantFrom('MOSCOW, Sept 14 (Reuters) – The dam broke on Monday.', 'Read more: Dams'),
        hostileText({ maxLength: 200 }),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(text, (parts) => {
        const { sentences, boilerplate, printed, terms, vocabulary } = read(parts.join('\n\n'));
        const lines = [...sentences, ...boilerplate].toSorted((a, b) => a.start - b.start);
        let next = 0;
        for (const { firstWord, endWord } of lines) {
          expect(firstWord).toBeGreaterThanOrEqual(next);
          next = endWord;
        }
        expect(next).toBe(printed.text.starts.length);
        sentences.forEach(({ firstWord, endWord }, i) => {
          const numbers = printed.text.terms.slice(firstWord, endWord).filter((term) => term >= 0);
          expect(terms.ids.slice(terms.starts[i], terms.starts[i + 1])).toEqual([
            ...new Set(numbers),
          ]);
        });
        expect(Math.max(-1, ...printed.text.terms)).toBeLessThan(vocabulary.length);
      }),
    );
  });

  it('marks what points back at a caption that is left out as no part of the report', () => {
    const caption =
      'A terrifying picture of a king on this hastily put together mug to mark a birth.';
    const { sentences } = read(`A prince was born on Monday. ${caption} It is on sale on Tuesday.`);
    expect(sentences.map(({ isCaption }) => isCaption)).toEqual([false, true]);
    const quoted = read(`A prince was born on Monday. ${caption} "It is a boy," said Ann Lee.`);
    expect(quoted.sentences.map(({ isCaption }) => isCaption)).toEqual([false, false]);
  });

  it('accepts words that are names of built-in properties', () => {
    const { sentences, terms } = read(
      'The constructor of __proto__ spoke to the valueOf toString.',
    );
    expect(sentences).toHaveLength(1);
    expect(terms.counts.length).toBeGreaterThan(2);
  });
});
