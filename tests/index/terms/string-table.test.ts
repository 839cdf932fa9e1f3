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

it('drops strings, and gives their ids to new ones', () => {
  const string = fc.oneof(fc.string({ maxLength: 3 }), fc.stringMatching(/^[ab]*$/));
  const round = fc.record({ added: fc.array(string, { maxLength: 200 }), kept: fc.nat(4) });
  fc.assert(
    fc.property(fc.array(round, { minLength: 1, maxLength: 6 }), (rounds) => {
      const table = new StringTable();
      const ids = new Map<string, number>();
      let highest = 0;
      for (const { added, kept } of rounds) {
        for (const one of added) {
          const id = table.intern(one);
          expect(id).toBe(ids.get(one) ?? id);
          ids.set(one, id);
          highest = Math.max(highest, ids.size);
        }
        expect(new Set(ids.values()).size).toBe(ids.size);
        const dropped = [...ids].filter(([, id]) => id % 5 > kept);
        table.keepOnly((id) => id % 5 <= kept);
        for (const [one] of dropped) {
          expect(table.find(one)).toBeUndefined();
          ids.delete(one);
        }
        for (const [one, id] of ids) {
          expect(table.find(one)).toBe(id);
          expect(table.text(id)).toBe(one);
        }
        expect(table.size).toBe(ids.size);
      }
      expect(table.idLimit).toBeLessThanOrEqual(highest + 1);
    }),
  );
});
