import { describe, expect, it } from 'vitest';
import {
  addField,
  eraseBack,
  firstFault,
  isOwnName,
  namedOption,
  neighbour,
  nextField,
  optionsLeft,
  removeField,
  renewDraft,
  startDraft,
  tailId,
  writeField,
} from '../../../page/composer/draft.ts';
import { buildEntry, buildOption } from './build-option.ts';

const entry = buildEntry(
  'search',
  buildOption({ name: 'query', required: true }),
  buildOption({ name: 'since', required: true }),
  buildOption({ name: 'source', shown: 'Quelle' }),
  buildOption({ name: 'count' }),
);
const draft = startDraft(entry);
const names = (one: typeof draft): string[] => one.fields.map(({ option }) => option.name);

describe('a command that is being filled in', () => {
  it('shows the required options first', () => {
    expect(names(draft)).toEqual(['query', 'since']);
    expect(optionsLeft(draft).map(({ name }) => name)).toEqual(['source', 'count']);
  });

  it('keeps the values when the command is registered again', () => {
    const before = writeField(writeField(draft, 'query', 'flood'), 'count', '3');
    const renewed = renewDraft(
      before,
      buildEntry(
        'search',
        buildOption({ name: 'zone', required: true }),
        buildOption({ name: 'query', required: true, max: 9 }),
        buildOption({ name: 'count', kind: 'integer' }),
      ),
    );
    expect(renewed.fields.map(({ option, text }) => [option.name, text])).toEqual([
      ['zone', ''],
      ['query', 'flood'],
      ['count', ''],
    ]);
    expect(renewed.fields[1]?.option.max).toBe(9);
  });

  it('adds options at the end, each once', () => {
    const more = addField(addField(draft, 'count'), 'count');
    expect(names(more)).toEqual(['query', 'since', 'count']);
  });

  it('shows an option that gets a value', () => {
    expect(writeField(draft, 'count', '3').fields.at(-1)).toMatchObject({ text: '3' });
  });

  it('forgets the picked value when another one is typed', () => {
    const picked = writeField(draft, 'query', 'One', '1');
    expect(picked.fields[0]?.chosen).toBe('1');
    expect(writeField(picked, 'query', 'On').fields[0]?.chosen).toBeUndefined();
  });

  it('keeps required options', () => {
    expect(names(removeField(addField(draft, 'count'), 'count'))).toEqual(['query', 'since']);
    expect(names(removeField(draft, 'query'))).toEqual(['query', 'since']);
  });

  it('recognizes an option’s name with a colon', () => {
    expect(namedOption(draft, ' quelle:')?.name).toBe('source');
    expect(namedOption(draft, 'source:')?.name).toBe('source');
    expect(namedOption(draft, 'source')).toBeUndefined();
    expect(namedOption(draft, 'query:')).toBeUndefined();
  });
});

describe('nextField', () => {
  const some = addField(writeField(draft, 'since', '7d'), 'count');

  it('finds the next empty field, and the first one after the last', () => {
    expect(nextField(some, 'query')).toBe('count');
    expect(nextField(some, 'count')).toBe('query');
    expect(nextField(some)).toBe('query');
  });

  it('finds none if all are filled in', () => {
    const filled = writeField(writeField(some, 'query', 'a'), 'count', '1');
    expect(nextField(filled, 'count')).toBeUndefined();
  });
});

describe('Backspace in an empty field', () => {
  const more = addField(draft, 'count');

  it.each([
    ['removes an option', more, 'count', ['query', 'since'], 'since'],
    ['after the options removes the last one', more, tailId, ['query', 'since'], tailId],
    [
      'after required options goes back to the last one',
      draft,
      tailId,
      ['query', 'since'],
      'since',
    ],
    ['goes back from a required option', draft, 'since', ['query', 'since'], 'query'],
  ])('%s', (_what, from, id, left, to) => {
    const erased = eraseBack(from, id);
    expect(erased && names(erased.draft)).toEqual(left);
    expect(erased?.to).toBe(to);
  });

  it('removes the command in its first field', () => {
    expect(eraseBack(draft, 'query')).toBeUndefined();
    expect(eraseBack(startDraft(buildEntry('help')), tailId)).toBeUndefined();
  });
});

it('moves from field to field and stops at both ends', () => {
  expect(neighbour(draft, 'query', 1)).toBe('since');
  expect(neighbour(draft, 'since', 1)).toBe(tailId);
  expect(neighbour(draft, tailId, 1)).toBeUndefined();
  expect(neighbour(draft, 'query', -1)).toBeUndefined();
});

it('recognizes the name of its own field with a colon', () => {
  const field = { option: buildOption({ name: 'source', shown: 'Quelle' }), text: '' };
  expect(
    ['source:', ' QUELLE: ', 'source', 'source:a'].map((text) => isOwnName(field, text)),
  ).toEqual([true, true, false, false]);
});

it('finds the first fault in the order of the fields', () => {
  expect(firstFault(draft, { [tailId]: 'x', since: 'y' })).toBe('since');
  expect(firstFault(draft, { [tailId]: 'x' })).toBe(tailId);
  expect(firstFault(draft, {})).toBeUndefined();
});
