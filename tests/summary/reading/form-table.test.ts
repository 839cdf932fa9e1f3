import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormTable, NO_FORM } from '../../../src/summary/reading/form-table.ts';
import { codeUnitsOf } from '../../../src/text/code-units.ts';

const get = (table: FormTable, word: string): number | undefined =>
  find(table, word, 0, word.length);
const find = (table: FormTable, text: string, start: number, end: number): number | undefined => {
  const form = table.find(codeUnitsOf(text), start, end);
  if (form === NO_FORM) return undefined;
  expect(table.kindsOf(form)).toBe(table.wordOf(form) % 7);
  return table.wordOf(form);
};
const add = (table: FormTable, word: string, value: number): number =>
  table.add(codeUnitsOf(word), 0, word.length, value, value % 7);

describe('FormTable', () => {
  it('looks up a word inside a text', () => {
    const table = new FormTable();
    add(table, 'dam', 7);
    expect(find(table, 'The dam broke.', 4, 7)).toBe(7);
    expect(find(table, 'The dams broke.', 4, 8)).toBeUndefined();
    expect(find(table, 'The Dam broke.', 4, 7)).toBeUndefined();
  });

  it('keeps its content when it grows', () => {
    const table = new FormTable();
    const words = Array.from({ length: 10_000 }, (_, i) => `word${i}`);
    for (const [i, word] of words.entries()) add(table, word, i);
    expect(table.size).toBe(10_000);
    expect(words.every((word, i) => get(table, word) === i)).toBe(true);
  });

  it('can hold a form that is longer than its capacity', () => {
    const table = new FormTable();
    add(table, 'a'.repeat(100_000), 1);
    expect(get(table, 'a'.repeat(100_000))).toBe(1);
    expect(get(table, 'a'.repeat(99_999))).toBeUndefined();
  });

  it('has what a Map would have, whatever the words are', () => {
    const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (known, others) => {
        const map = new Map<string, number>();
        const table = new FormTable();
        for (const [i, text] of known.entries()) {
          if (map.has(text)) continue;
          map.set(text, i);
          add(table, text, i);
        }
        for (const text of [...known, ...others]) expect(get(table, text)).toBe(map.get(text));
      }),
    );
  });
});
