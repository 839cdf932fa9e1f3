import { expect, it } from 'vitest';
import { remember, stepHistory, type SentEntry } from '../../../page/composer/sent-history.ts';

const text = (words: string): SentEntry => ({ kind: 'text', text: words });

it('keeps the newest fifty', () => {
  let entries: SentEntry[] = [];
  for (let index = 0; index < 60; index += 1) entries = remember(entries, text(`${index}`));
  expect(entries).toHaveLength(50);
  expect(entries[0]).toEqual(text('10'));
});

it('stops at the oldest entry and at the empty composer', () => {
  const entries = [text('a'), text('b')];
  expect([2, 1, 0].map((at) => stepHistory(entries, at, -1))).toEqual([1, 0, 0]);
  expect([0, 1, 2].map((at) => stepHistory(entries, at, 1))).toEqual([1, 2, 2]);
});
