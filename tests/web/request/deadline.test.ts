import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withDeadline } from '../../../src/web/request/deadline.ts';

/** Work that rejects like `fetch` if its signal aborts: with an error of its own. */
const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('the stream was destroyed')));
  });

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => error);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('work under a deadline', () => {
  it('leaves no timer and no listener if it ends in time', async () => {
    const { signal } = new AbortController();
    expect(await withDeadline(1_000, signal, () => Promise.resolve('done'))).toBe('done');
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('fails as too slow when its time is over', async () => {
    const { signal } = new AbortController();
    const failure = failureOf(withDeadline(1_000, signal, untilAborted));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await failure).toMatchObject({ reason: 'too-slow' });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('fails with the reason of the outer signal if that aborts', async () => {
    const controller = new AbortController();
    const failure = failureOf(withDeadline(1_000, controller.signal, untilAborted));
    controller.abort(new Error('closing'));
    expect(await failure).toMatchObject({ message: 'closing' });
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  it('is not started if the outer signal has already aborted', async () => {
    let begun = false;
    const work = async (): Promise<void> => void (begun = true);
    const failing = withDeadline(1_000, AbortSignal.abort(new Error('closed')), work);
    await expect(failing).rejects.toThrow('closed');
    expect(begun).toBe(false);
  });
});
