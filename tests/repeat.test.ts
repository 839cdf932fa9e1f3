import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { repeat } from '../src/repeat.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('repeated work', () => {
  it('runs after each interval until it is stopped', async () => {
    const work = vi.fn<() => Promise<void>>(async () => undefined);
    const repeating = repeat(work, 1000, () => undefined);
    expect(work).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(3000);
    expect(work).toHaveBeenCalledTimes(3);
    await repeating.stop();
    await vi.advanceTimersByTimeAsync(3000);
    expect(work).toHaveBeenCalledTimes(3);
  });

  it('never runs twice at once, and stopping waits for the current run', async () => {
    let finish: () => void = () => undefined;
    const work = vi.fn<() => Promise<void>>(
      () => new Promise<void>((resolve) => void (finish = resolve)),
    );
    const repeating = repeat(work, 1000, () => undefined);
    await vi.advanceTimersByTimeAsync(5000);
    expect(work).toHaveBeenCalledTimes(1);
    let stopped = false;
    const stopping = repeating.stop().then(() => void (stopped = true));
    await vi.advanceTimersByTimeAsync(1000);
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('reports a failure and continues', async () => {
    const faults: unknown[] = [];
    const work = vi
      .fn<() => Promise<void>>()
      .mockRejectedValueOnce(new Error('no'))
      .mockResolvedValue(undefined);
    const repeating = repeat(work, 1000, (error) => faults.push(error));
    await vi.advanceTimersByTimeAsync(2000);
    expect(faults).toEqual([new Error('no')]);
    expect(work).toHaveBeenCalledTimes(2);
    await repeating.stop();
  });
});
