import { describe, expect, it } from 'vitest';
import { TextIndex } from '../../../src/index/terms/text-index.ts';

const TEXT = 'The dam broke at night; the dam of the coast was old. Dams break.';

function indexText() {
  const index = new TextIndex();
  return { index, slot: index.add('Dam fails', TEXT, 'en') };
}

describe('the terms of a text', () => {
  it('are read in their order, of the title and of the rest', () => {
    const { index, slot } = indexText();
    const { title, body } = index.readTerms(slot);
    const dam = index.termId('dam');
    expect([...title].map((id) => id === dam)).toEqual([true, false]);
    const at = [...body].flatMap((id, position) => (id === dam ? [position] : []));
    expect(at).toEqual([1, 6, 12]);
  });

  it.each([0, 1, 5, 13, 14, 100])('begin with the first %i of the rest', (most) => {
    const { index, slot } = indexText();
    const whole = index.readTerms(slot);
    const [title, body] = [[...whole.title], [...whole.body]];
    const read = index.readTerms(slot, most);
    expect([...read.title]).toEqual(title);
    expect([...read.body]).toEqual(body.slice(0, most));
  });
});
