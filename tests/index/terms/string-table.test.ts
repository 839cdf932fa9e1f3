import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { StringTable } from '../../../src/index/terms/string-table.ts';
import { TextUnits } from '../../../src/index/terms/text-units.ts';

it('numbers strings as a map would, and returns them', () => {
  const string = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 4 }),
    fc.stringMatching(/^[ab]*$/),
  );
  fc.assert(
    fc.property(fc.array(string, { maxLength: 400 }), (strings) => {
      const table = new StringTable();
      const ids = new Map<string, number>();
      for (const one of strings) {
        expect(table.find(one)).toBe(ids.get(one));
        if (!ids.has(one)) ids.set(one, ids.size + 1);
        expect(table.intern(one)).toBe(ids.get(one));
      }
      for (const [one, id] of ids) expect(table.text(id)).toBe(one);
      expect(table.idLimit).toBe(ids.size + 1);
    }),
  );
});

it('looks up part of a text like the same string', () => {
  const table = new StringTable();
  const dam = table.intern('dam');
  const units = new TextUnits().read('A dam or dams');
  expect(table.idOf(units, 2, 5)).toBe(dam);
  expect(table.idOf(units, 9, 13)).toBe(table.intern('dams'));
  expect(table.idOf(units, 9, 12)).toBe(dam);
});

it('has room for thousands of strings', () => {
  const table = new StringTable();
  const ids = Array.from({ length: 20_000 }, (_, i) => table.intern(`word ${i}`));
  expect(ids).toEqual(ids.map((_, i) => i + 1));
  expect(ids.map((_, i) => table.find(`word ${i}`))).toEqual(ids);
});
