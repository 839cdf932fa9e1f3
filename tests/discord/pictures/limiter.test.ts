import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createLimiter } from '../../../src/discord/pictures/limiter.ts';

const NEVER = new AbortController().signal;

/** Work that ends when the test says so. */
function buildWork(name: string, begun: string[]) {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = async (): Promise<void> => {
    begun.push(name);
    await ended;
  };
  return { run, end };
}

describe('a limiter', () => {
  it('begins waiting work in the order of the calls', async () => {
    const begun: string[] = [];
    const limit = createLimiter(1);
    const [a, b, c] = ['a', 'b', 'c'].map((name) => buildWork(name, begun));
    const all = [a, b, c].map((work) => limit(work!.run, NEVER));
    c!.end();
    b!.end();
    expect(begun).toEqual(['a']);
    a!.end();
    await Promise.all(all);
    expect(begun).toEqual(['a', 'b', 'c']);
  });

  it('forgets work whose signal aborts before its turn, and leaves no listener', async () => {
    const begun: string[] = [];
    const limit = createLimiter(1);
    const [a, b, c] = ['a', 'b', 'c'].map((name) => buildWork(name, begun));
    const first = limit(a!.run, NEVER);
    const late = new AbortController();
    const second = limit(b!.run, late.signal);
    const third = limit(c!.run, NEVER);
    late.abort(new Error('too late'));
    await expect(second).rejects.toThrow('too late');
    a!.end();
    c!.end();
    await Promise.all([first, third]);
    expect(begun).toEqual(['a', 'c']);
    expect(getEventListeners(late.signal, 'abort')).toEqual([]);
    expect(getEventListeners(NEVER, 'abort')).toEqual([]);
  });

  it('continues after work that failed', async () => {
    const limit = createLimiter(1);
    await expect(limit(() => Promise.reject(new Error('broken')), NEVER)).rejects.toThrow('broken');
    expect(await limit(() => Promise.resolve('fine'), NEVER)).toBe('fine');
  });
});
