import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTicker } from '../../src/delivery/ticker.ts';
import { collectLog, LEVELS } from '../support/collect-log.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2024-03-14T07:59:30Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the ticker', () => {
  it('calls at every full minute until it is stopped', async () => {
    const calledAt: string[] = [];
    const ticker = startTicker(async () => {
      calledAt.push(new Date().toISOString().slice(11, 19));
    }, collectLog().log);
    await vi.advanceTimersByTimeAsync(3 * 60_000);
    expect(calledAt).toEqual(['08:00:00', '08:01:00', '08:02:00']);
    await ticker.stop();
    await vi.advanceTimersByTimeAsync(3 * 60_000);
    expect(calledAt).toHaveLength(3);
  });

  it('does not call again while a call is running', async () => {
    let calls = 0;
    const ticker = startTicker(async () => {
      calls += 1;
      await new Promise((resolve) => {
        setTimeout(resolve, 150_000);
      });
    }, collectLog().log);
    await vi.advanceTimersByTimeAsync(170_000);
    expect(calls).toBe(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls).toBe(2);
    await ticker.stop();
  });

  it('logs a call that failed, and continues', async () => {
    const { log, lines } = collectLog();
    let calls = 0;
    const ticker = startTicker(async () => {
      calls += 1;
      throw new Error('the store is gone');
    }, log);
    await vi.advanceTimersByTimeAsync(2 * 60_000);
    expect(calls).toBe(2);
    expect(lines.filter(({ level }) => level === LEVELS.error)).toHaveLength(2);
    await ticker.stop();
  });
});
