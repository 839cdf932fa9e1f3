import { expect, it } from 'vitest';
import { inlineIndexes } from '../../../../page/message/embeds/inline-index.ts';

it('puts up to three inline fields of an embed side by side', () => {
  const inline = [true, true, true, true, false, true, undefined];
  expect(inlineIndexes(inline.map((value) => ({ inline: value })))).toEqual([
    1,
    2,
    3,
    1,
    undefined,
    1,
    undefined,
  ]);
});
