import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { onAbort, waitUnlessAborted } from '../src/abort.ts';

const countListeners = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length;
const never = (): Promise<never> => new Promise(() => {});

describe('a listener for an abort', () => {
  it('is called once and then forgotten', () => {
    const controller = new AbortController();
    let calls = 0;
    onAbort(controller.signal, () => (calls += 1));
    controller.abort();
    expect(calls).toBe(1);
    expect(countListeners(controller.signal)).toBe(0);
  });

  it('is called at once if the signal has already aborted', () => {
    let calls = 0;
    onAbort(AbortSignal.abort(), () => (calls += 1))();
    expect(calls).toBe(1);
  });

  it('is not called after it was stopped', () => {
    const controller = new AbortController();
    let calls = 0;
    onAbort(controller.signal, () => (calls += 1))();
    expect(countListeners(controller.signal)).toBe(0);
    controller.abort();
    expect(calls).toBe(0);
  });
});

describe('waiting until a signal aborts', () => {
  it('resolves to the result of the work', async () => {
    const { signal } = new AbortController();
    expect(await waitUnlessAborted(Promise.resolve('done'), signal)).toBe('done');
    expect(countListeners(signal)).toBe(0);
  });

  it('rejects with the error of the work', async () => {
    const { signal } = new AbortController();
    const failing = Promise.reject(new Error('broken'));
    await expect(waitUnlessAborted(failing, signal)).rejects.toThrow('broken');
    expect(countListeners(signal)).toBe(0);
  });

  it('rejects with the reason of the signal while the work continues', async () => {
    const controller = new AbortController();
    const waiting = waitUnlessAborted(never(), controller.signal);
    expect(countListeners(controller.signal)).toBe(1);
    controller.abort(new Error('closing'));
    await expect(waiting).rejects.toThrow('closing');
    expect(countListeners(controller.signal)).toBe(0);
  });

  it('rejects at once if the signal has already aborted, and handles an error of the work', async () => {
    const signal = AbortSignal.abort(new Error('closed'));
    const failing = Promise.reject(new Error('nobody hears this'));
    await expect(waitUnlessAborted(failing, signal)).rejects.toThrow('closed');
  });

  it('leaves no listener on a signal that was used many times', async () => {
    const { signal } = new AbortController();
    for (let at = 0; at < 50; at += 1) await waitUnlessAborted(Promise.resolve(at), signal);
    expect(countListeners(signal)).toBe(0);
  });
});
