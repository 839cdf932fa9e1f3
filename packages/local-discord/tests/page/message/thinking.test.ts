import { MessageFlags } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { untilGivenUp } from '../../../page/message/thinking.ts';

describe('untilGivenUp', () => {
  const timestamp = '2026-03-01T12:00:00.000Z';
  const began = Date.parse(timestamp);
  const thinking = { timestamp, flags: MessageFlags.Loading };

  it.each([
    [0, 900_000],
    [899_999, 1],
    [900_000, 0],
    [90_000_000, -89_100_000],
  ])('after %i ms leaves %i', (passed, left) => {
    expect(untilGivenUp(thinking, began + passed)).toBe(left);
  });

  it('is undefined for a message that isn’t loading', () => {
    expect(untilGivenUp({ timestamp }, began)).toBeUndefined();
  });
});
