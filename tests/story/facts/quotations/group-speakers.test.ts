import { describe, expect, it } from 'vitest';
import { groupSpeakers } from '../../../../src/story/facts/quotations/group-speakers.ts';

const group = (...said: [name: string, text: string][]) =>
  groupSpeakers(said.map(([name, text]) => ({ name, text }))).map(({ name, quotations }) => [
    name,
    quotations.map(({ text }) => text),
  ]);

describe('speakers', () => {
  it('come in the order of how much they say, then by name', () => {
    expect(group(['Bo', 'one'], ['Ada', 'two'], ['Cy', 'three'], ['Cy', 'four'])).toEqual([
      ['Cy', ['three', 'four']],
      ['Ada', ['two']],
      ['Bo', ['one']],
    ]);
  });

  it('are one if only one longer name ends with the shorter', () => {
    expect(group(['Ada Moor', 'one'], ['Moor', 'two'])).toEqual([['Ada Moor', ['one', 'two']]]);
    expect(group(['Ada Moor', 'one'], ['Moor', 'two'], ['Bo Moor', 'three'])).toHaveLength(3);
  });

  it('say once what several articles quote, in whole or in part', () => {
    expect(group(['Ada', 'We pump it dry, today.'], ['Ada', 'we pump it dry'])).toEqual([
      ['Ada', ['We pump it dry, today.']],
    ]);
  });
});
