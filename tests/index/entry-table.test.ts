import { beforeEach, describe, expect, it } from 'vitest';
import { EntryTable } from '../../src/index/entry-table.ts';

const DATES = { lang: 'en', at: 1, seenAt: 2, length: 3 };

let table: EntryTable;
beforeEach(() => {
  table = new EntryTable();
  for (const slot of [0, 1, 2]) table.set(slot, { id: `a${slot}`, title: 'Title' }, DATES);
});

describe('an entry', () => {
  it('is the same object until its article changes', () => {
    const entry = table.entry(0);
    table.set(3, { id: 'a3', title: 'Title' }, DATES);
    expect(table.entry(0)).toBe(entry);
    table.set(0, { id: 'a0', title: 'New title' }, DATES);
    expect(table.entry(0).title).toBe('New title');
    table.delete(0);
    table.set(0, { id: 'a4', title: 'Other title' }, DATES);
    expect(table.entry(0).id).toBe('a4');
  });

  it('is no longer kept when many others have been asked for since', () => {
    const small = new EntryTable(1);
    for (const slot of [0, 1, 2]) small.set(slot, { id: `a${slot}`, title: 'Title' }, DATES);
    const entry = small.entry(0);
    small.entry(1);
    expect(small.entry(0)).toBe(entry);
    small.entry(1);
    small.entry(2);
    expect(small.entry(0)).not.toBe(entry);
    expect(small.entry(0)).toEqual(entry);
  });

  it('changes with its article even if it was asked for long ago', () => {
    const small = new EntryTable(1);
    small.set(0, { id: 'a0', title: 'Title' }, DATES);
    small.set(1, { id: 'a1', title: 'Title' }, DATES);
    small.entry(0);
    small.entry(1);
    small.set(0, { id: 'a0', title: 'New title' }, DATES);
    expect(small.entry(0).title).toBe('New title');
  });
});
