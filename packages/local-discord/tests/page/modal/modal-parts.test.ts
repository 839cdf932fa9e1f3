import { describe, expect, it } from 'vitest';
import { checkModalValues } from '../../../page/modal/check-modal-values.ts';
import type { ModalPart } from '../../../page/modal/modal-part.ts';
import { readModalParts } from '../../../page/modal/modal-parts.ts';
import { directory } from '../composer/build-option.ts';

function read(...components: object[]): ModalPart[] {
  return readModalParts({ components: components as never }, directory);
}

const options = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }));

describe('readModalParts', () => {
  it('reads text inputs in labels and in old rows', () => {
    const parts = read(
      {
        type: 18,
        label: 'Topics',
        description: 'With commas',
        component: { type: 4, custom_id: 't', style: 2, value: 'x', max_length: 9 },
      },
      { type: 1, components: [{ type: 4, custom_id: 'o', label: 'Old', style: 1 }] },
    );
    expect(parts).toMatchObject([
      { kind: 'input', label: 'Topics', description: 'With commas', isLong: true, max: 9 },
      { kind: 'input', label: 'Old', description: '', isLong: false, max: 4_000, required: true },
    ]);
  });

  it('reads menus with their initial choices', () => {
    const parts = read(
      {
        type: 18,
        label: 'Pick',
        component: { type: 3, custom_id: 's', options: [{ ...options[0], default: true }] },
      },
      {
        type: 18,
        label: 'Who',
        component: { type: 5, custom_id: 'u', default_values: [{ id: '12', type: 'user' }] },
      },
    );
    expect(parts).toMatchObject([
      { kind: 'select', items: [{ label: 'A' }], min: 1, max: 1, initial: ['a'] },
      { kind: 'select', items: [{ label: 'Ada' }, { label: 'Benny' }], initial: ['12'] },
    ]);
  });

  it.each([
    [6, ['News']],
    [7, ['Ada', 'Benny', 'News']],
    [8, ['general', 'talk']],
  ])('offers for a menu of type %i %j', (type, labels) => {
    const [part] = read({ type: 18, label: 'x', component: { type, custom_id: 'x' } });
    expect(part?.kind === 'select' && part.items.map(({ label }) => label)).toEqual(labels);
  });

  it('reads radio buttons, boxes and files', () => {
    const parts = read(
      {
        type: 18,
        label: 'One',
        component: { type: 21, custom_id: 'r', options, required: false },
      },
      {
        type: 18,
        label: 'Some',
        component: {
          type: 22,
          custom_id: 'g',
          options: [...options, { value: 'd', label: 'D', default: true }],
        },
      },
      { type: 18, label: 'Yes', component: { type: 23, custom_id: 'c', default: true } },
      { type: 18, label: 'Files', component: { type: 19, custom_id: 'f', max_values: 3 } },
    );
    expect(parts).toMatchObject([
      { kind: 'choices', isRadio: true, required: false, min: 0, max: 1, initial: [] },
      { kind: 'choices', isRadio: false, required: true, min: 1, max: 4, initial: ['d'] },
      { kind: 'checkbox', label: 'Yes', initial: true, required: false },
      { kind: 'files', min: 1, max: 3, initial: [] },
    ]);
  });

  it('reads text, and fields that it cannot show', () => {
    const parts = read(
      { type: 10, content: 'Words' },
      { type: 18, label: 'New', component: { type: 99, custom_id: 'f' } },
    );
    expect(parts).toEqual([
      { kind: 'text', content: 'Words' },
      { kind: 'unknown', label: 'New' },
    ]);
  });
});

describe('checkModalValues', () => {
  const parts = read(
    {
      type: 18,
      label: 'Text',
      component: { type: 4, custom_id: 't', style: 1, min_length: 2, max_length: 3 },
    },
    {
      type: 18,
      label: 'Menu',
      component: {
        type: 3,
        custom_id: 'm',
        options,
        min_values: 2,
        max_values: 2,
        required: false,
      },
    },
  );

  it.each<[Record<string, string | string[]>, string[]]>([
    [{}, ['t']],
    [{ t: 'a' }, ['t']],
    [{ t: 'abcd' }, ['t']],
    [{ t: 'ab' }, []],
    [{ t: 'ab', m: ['a'] }, ['m']],
    [{ t: 'ab', m: ['a', 'b'] }, []],
  ])('finds in %j the faults %j', (values, wrong) => {
    expect(Object.keys(checkModalValues(parts, values))).toEqual(wrong);
  });

  it.each([
    [{ type: 19, max_values: 2 }, [], 'required'],
    [
      { type: 19, max_values: 1 },
      [
        { filename: 'a', content: '' },
        { filename: 'b', content: '' },
      ],
      'Choose 1; there are 2',
    ],
    [{ type: 21, options }, [], 'required'],
    [{ type: 22, options, max_values: 2 }, ['a', 'b', 'c'], 'Choose 1 to 2; there are 3'],
  ])('reports %j with %j as %s', (component, value, words) => {
    const field = read({ type: 18, label: 'x', component: { ...component, custom_id: 'x' } });
    expect(checkModalValues(field, { x: value })).toEqual({
      x: expect.stringContaining(words),
    });
  });

  it('counts the initial value', () => {
    const [part] = read({
      type: 18,
      label: 'x',
      component: { type: 4, custom_id: 't', style: 1, value: 'given' },
    });
    expect(part && checkModalValues([part], {})).toEqual({});
  });
});
