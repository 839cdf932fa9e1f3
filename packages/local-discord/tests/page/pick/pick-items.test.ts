import { describe, expect, it } from 'vitest';
import { filterItems, findTyped, moveActive, togglePick } from '../../../page/pick/pick-items.ts';

const items = [
  { value: '1', label: 'Old schedule', description: 'At noon' },
  { value: '2', label: 'Reschedule' },
  { value: '3', label: 'schedule add' },
  { value: '4', label: 'list', description: 'Shows the schedules' },
  { value: '5', label: 'Schedule' },
  { value: '6', label: 'help' },
];

describe('filterItems', () => {
  it('ranks equal names first, then beginnings, words, parts and descriptions', () => {
    expect(filterItems(items, ' schedule ').map(({ value }) => value)).toEqual([
      '5',
      '3',
      '1',
      '2',
      '4',
    ]);
  });

  it('keeps the order if nothing is typed', () => {
    expect(filterItems(items, ' ')).toEqual(items);
  });

  it('ignores accents', () => {
    const found = filterItems([{ value: 'x', label: 'Résumé' }], 'resume');
    expect(found).toHaveLength(1);
  });
});

describe('moveActive', () => {
  it.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 2, 0],
    ['ArrowUp', 0, 2],
    ['ArrowUp', -1, 2],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['PageDown', 0, 2],
    ['PageUp', 2, 0],
    ['a', 0, undefined],
  ])('moves with %s from %i to %s of three', (key, active, to) => {
    expect(moveActive(key, active, 3)).toBe(to);
  });

  it('does not move in an empty list', () => {
    expect(moveActive('ArrowDown', -1, 0)).toBeUndefined();
  });
});

describe('findTyped', () => {
  const labels = ['Monday', 'Tuesday', 'Thursday'];

  it('cycles through labels with the same first letter', () => {
    expect(findTyped(labels, 1, 't')).toBe(2);
    expect(findTyped(labels, 2, 't')).toBe(1);
  });

  it('stays if more letters match', () => {
    expect(findTyped(labels, 2, 'th')).toBe(2);
  });

  it('finds none', () => {
    expect(findTyped(labels, 0, 'x')).toBe(-1);
  });
});

describe('togglePick', () => {
  const one = { multiple: false, min: 1, max: 1 };
  const some = { multiple: true, min: 0, max: 2 };

  it.each([
    ['replaces the only one', ['a'], 'b', one, ['b']],
    ['keeps the only one if one is required', ['a'], 'a', one, ['a']],
    ['removes the only one if none is required', ['a'], 'a', { ...one, min: 0 }, []],
    ['adds one of several', ['a'], 'b', some, ['a', 'b']],
    ['removes one of several', ['a', 'b'], 'a', some, ['b']],
    ['adds no more than the maximum', ['a', 'b'], 'c', some, ['a', 'b']],
  ])('%s', (_what, selected, value, limits, expected) => {
    expect(togglePick(selected, value, limits)).toEqual(expected);
  });
});
