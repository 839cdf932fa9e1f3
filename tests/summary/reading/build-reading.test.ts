import { describe, expect, it } from 'vitest';
import { buildCorpus } from '../../../src/index/corpus/corpus.ts';
import { readReport, type Report } from '../../../src/summary/reading/build-reading.ts';

const read = (text: string, title = ''): Report =>
  readReport({ title, text }, 'en', buildCorpus([]));

describe('readReport', () => {
  it('leaves out the dateline and what is no sentence, and keeps the rest word for word', () => {
    const text =
      'By Jane Example\n\nMOSCOW, Sept 14 (Reuters) – The talks failed on Monday. They go on.\n\nRead more: What the talks are about';
    const { sentences } = read(text);
    expect(sentences.map((sentence) => sentence.text)).toEqual(['The talks failed on Monday.']);
    const [{ start, end }] = sentences as [Report['sentences'][0]];
    expect(text.slice(start, end)).toBe('The talks failed on Monday.');
  });

  it('keeps a sentence that is nothing but a dateline, rather than show nothing of it', () => {
    const { sentences } = read('DERNA, LIBYA AND THE COAST EAST OF IT (The Example Wire) –');
    for (const { text } of sentences) expect(text).not.toBe('');
  });

  it('numbers terms by stem, once a sentence, and counts them', () => {
    const { terms, idf } = read('A dam and two dams broke here. The dam was old and had no use.');
    expect(terms.starts).toHaveLength(3);
    expect(terms.counts[terms.ids[0]!]).toBe(3);
    expect(terms.spreads[terms.ids[0]!]).toBe(2);
    expect(terms.ids.slice(0, terms.starts[1]).filter((id) => id === terms.ids[0])).toHaveLength(1);
    expect(idf).toHaveLength(terms.counts.length);
  });

  it('numbers pairs of words that follow one another, within a sentence only', () => {
    const { pairs } = read('The old dam broke on Monday. On Monday the old dam broke.');
    const [first, second] = [0, 1].map((i) =>
      pairs.ids.slice(pairs.starts[i], pairs.starts[i + 1]),
    );
    expect(first).toHaveLength(5);
    expect(second!.filter((pair) => first!.includes(pair))).toHaveLength(4);
  });

  it('knows which terms of the title stand in the text', () => {
    const { titleTerms, titleWeight, idf } = read('The old dam broke on Monday.', 'Dam breaks');
    expect(titleTerms).toHaveLength(1);
    expect(titleWeight).toBeGreaterThan(idf[titleTerms[0]!]!);
  });

  it('takes any words for words', () => {
    const { sentences, terms } = read(
      'The constructor of __proto__ spoke to the valueOf toString.',
    );
    expect(sentences).toHaveLength(1);
    expect(terms.counts.length).toBeGreaterThan(2);
  });
});
