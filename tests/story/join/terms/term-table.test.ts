import { expect, it } from 'vitest';
import { TermTable } from '../../../../src/story/join/terms/term-table.ts';

it('gives the ids of terms that nobody holds any more to new ones', () => {
  const table = new TermTable();
  const kept = ['dam', 'derna'].map((term) => table.idOf(term));
  for (const id of kept) table.hold(id);
  for (let round = 0; round < 5; round++) {
    const ids = Array.from({ length: 60_000 }, (_, n) => table.idOf(`term${round}x${n}`));
    for (const id of ids) table.hold(id);
    table.release(ids);
    expect(['dam', 'derna'].map((term) => table.idOf(term))).toEqual(kept);
  }
  expect(table.idLimit).toBeLessThan(120_000);
});

it('keeps a term that another still holds', () => {
  const table = new TermTable();
  const id = table.idOf('dam');
  table.hold(id);
  table.hold(id);
  table.release([id]);
  const others = Array.from({ length: 60_000 }, (_, n) => table.idOf(`term${n}`));
  for (const other of others) table.hold(other);
  table.release(others);
  expect(table.idOf('dam')).toBe(id);
});
