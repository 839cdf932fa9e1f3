import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { within } from '../../src/discord/within.ts';

describe('waiting within a time', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('resolves to the result of the work, and leaves no timer behind', async () => {
    expect(await within(1_000, Promise.resolve('done'), () => 'late')).toBe('done');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('rejects with the error of the work, and leaves no timer behind', async () => {
    const work = Promise.reject(new Error('failed'));
    await expect(within(1_000, work, () => 'late')).rejects.toThrow('failed');
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    ['resolves to what `late` returns', () => 'late', 'late'],
    [
      'rejects with what `late` throws',
      () => {
        throw new Error('too late');
      },
      undefined,
    ],
  ])('%s once the time has passed', async (_, late, expected) => {
    const waiting = within<string>(1_000, new Promise(() => {}), late);
    const outcome = waiting.catch((error: unknown) => (error as Error).message);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await outcome).toBe(expected ?? 'too late');
  });
});
