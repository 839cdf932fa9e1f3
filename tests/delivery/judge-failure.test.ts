import { describe, expect, it } from 'vitest';
import { backoffMs, judgeFailure } from '../../src/delivery/judge-failure.ts';
import type { RefusalReason } from '../../src/digest/delivery.ts';

const FIRST = { attempts: 1, inGuild: true };

const refused = (reason: RefusalReason) => ({ kind: 'refused', reason }) as const;

describe('an attempt that failed', () => {
  it.each([
    'channel-gone',
    'guild-gone',
    'missing-permission',
    'token-invalid',
    'message-invalid',
  ] as const)('with %s is refused until someone fixes the cause', (reason) => {
    expect(judgeFailure(refused(reason), FIRST)).toMatchObject({ kind: 'refused', reason });
  });

  it('because Discord could not be reached is repeated', () => {
    const detail = 'Discord did not answer at all.';
    expect(judgeFailure({ kind: 'unreachable', detail }, FIRST)).toEqual({
      kind: 'retry',
      afterMs: 30_000,
      detail,
    });
  });

  it.each([
    [12_000, 30_000],
    [240_000, 240_000],
    [7_200_000, 900_000],
  ])('with a rate limit of %i ms is repeated after %i ms', (limitMs, afterMs) => {
    const detail = 'Discord asks the bot to wait (429).';
    const failure = { kind: 'unreachable', detail, afterMs: limitMs } as const;
    expect(judgeFailure(failure, FIRST)).toEqual({ kind: 'retry', afterMs, detail });
  });

  it.each(['channel-gone', 'missing-permission', 'messages-refused'] as const)(
    'with %s in direct messages says that the person takes none',
    (reason) => {
      const attempt = { ...FIRST, isDirect: true };
      expect(judgeFailure(refused(reason), attempt)).toMatchObject({ reason: 'messages-refused' });
    },
  );

  it('in a server that the bot has left says so, whatever reason Discord gives', () => {
    const attempt = { attempts: 1, inGuild: false };
    const gone = { kind: 'refused', reason: 'guild-gone' };
    expect(judgeFailure(refused('missing-permission'), attempt)).toMatchObject(gone);
    expect(judgeFailure(refused('channel-gone'), attempt)).toMatchObject(gone);
  });

  it.each(['token-invalid', 'message-invalid'] as const)(
    'with %s says so even in a server that the bot has left',
    (reason) => {
      const attempt = { attempts: 1, inGuild: false };
      expect(judgeFailure(refused(reason), attempt)).toMatchObject({ reason });
    },
  );

  it('is explained in one clear sentence, or in Discord’s words if it refuses the message', () => {
    expect(judgeFailure(refused('channel-gone'), FIRST)).toMatchObject({
      detail: 'The channel is gone.',
    });
    const said = 'Invalid Form Body (50035)';
    expect(judgeFailure({ ...refused('message-invalid'), said }, FIRST)).toMatchObject({
      detail: 'Discord refused the message itself. Invalid Form Body (50035)',
    });
  });
});

describe('the pause between attempts', () => {
  it('doubles from 30 seconds and stays at a quarter of an hour', () => {
    expect([1, 2, 3, 5, 6, 50].map(backoffMs)).toEqual([
      30_000, 60_000, 120_000, 480_000, 900_000, 900_000,
    ]);
  });
});
