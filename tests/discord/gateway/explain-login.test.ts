import { describe, expect, it } from 'vitest';
import { explainClose } from '../../../src/discord/gateway/explain-login.ts';

describe('a close code', () => {
  it.each([
    [4004, /DISCORD_TOKEN/],
    [4010, /shards/],
    [4011, /shards/],
    [4012, /Update Dateline/],
    [4013, /Update Dateline/],
    [4014, /Developer Portal/],
  ])('%i is explained with advice', (code, advice) => {
    expect(explainClose(code)?.message).toMatch(advice);
  });

  it.each([1000, 1001, 1006, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009])(
    '%i is handled by discord.js and not explained',
    (code) => {
      expect(explainClose(code)).toBeUndefined();
    },
  );
});
