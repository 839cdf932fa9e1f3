import { describe, expect, it } from 'vitest';
import { findUpdates } from '../../../src/story/facts/updates/find-updates.ts';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';

const LEAD = 'The Kalen dam burst and flooded two villages in the northern valley.';

function buildArticle(id: string, publishedAt: string, ...sentences: readonly string[]) {
  const text = sentences.join(' ');
  return {
    id,
    title: '',
    publishedAt,
    text,
    reading: buildReading({ title: '', text, lang: 'en' }),
  };
}

const DAM = [
  buildArticle('a', '2024-06-11T12:00:00Z', LEAD, 'He saw nothing like that before in his life.'),
  buildArticle(
    'b',
    '2024-06-12T12:00:00Z',
    LEAD,
    'Soldiers flew 300 people out of flooded villages below the Kalen dam.',
    'Two bridges near the Kalen dam were swept away in the flood.',
  ),
];

describe('findUpdates', () => {
  it('tells what each day adds, at most two sentences, word for word', () => {
    const updates = findUpdates(DAM);
    expect(updates.map(({ date }) => date)).toEqual(['2024-06-11', '2024-06-12']);
    expect(updates[1]!.sentences).toHaveLength(2);
    for (const { articleId, text, start, end } of updates.flatMap(({ sentences }) => sentences)) {
      expect(DAM.find(({ id }) => id === articleId)!.text.slice(start, end)).toBe(text);
    }
  });

  it('prefers what no earlier article said', () => {
    const [first, second] = findUpdates(DAM, { sentences: 2 });
    expect(first!.sentences.map(({ text }) => text)).toEqual([LEAD]);
    expect(second!.sentences.map(({ text }) => text)).not.toContain(LEAD);
  });

  it('has a day without sentences if none can be understood alone', () => {
    const lone = buildArticle(
      'c',
      '2024-06-13T12:00:00Z',
      'He said that it was over for them now.',
    );
    expect(findUpdates([...DAM, lone]).at(-1)).toEqual({ date: '2024-06-13', sentences: [] });
  });

  it('leaves out articles without a date, and has nothing without articles', () => {
    const { publishedAt: _, ...undated } = DAM[0]!;
    expect(findUpdates([undated])).toEqual([]);
    expect(findUpdates([])).toEqual([]);
  });
});
