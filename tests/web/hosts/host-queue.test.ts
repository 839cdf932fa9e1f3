import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FETCH_LIMITS, type FetchLimits } from '../../../src/web/request/fetch-limits.ts';
import { HostQueue, type TurnOptions } from '../../../src/web/hosts/host-queue.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

function open(limits: Partial<FetchLimits> = {}) {
  const queue = new HostQueue({ ...FETCH_LIMITS, ...limits }, () => new Date());
  const starts: string[] = [];
  let running = 0;
  let most = 0;
  const run = (host: string, name = host, lastsMs = 10, options: TurnOptions = {}) =>
    queue.run(
      host,
      async () => {
        starts.push(`${Date.now()} ${name}`);
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, lastsMs));
        running -= 1;
        return name;
      },
      options,
    );
  return { queue, run, starts, most: () => most };
}

describe('a queue by host', () => {
  it('spaces the starts for one host, but not those for different hosts', async () => {
    const { run, starts } = open({ hostSpacingMs: 500 });
    void run('a', 'a1');
    void run('a', 'a2');
    void run('a', 'a3', 10);
    void run('b', 'b1');
    await vi.advanceTimersByTimeAsync(2000);
    expect(starts).toEqual(['0 a1', '0 b1', '500 a2', '1000 a3']);
  });

  it('waits longer after a task that asks for it', async () => {
    const { run, starts } = open();
    void run('a', 'a1', 10, { spacingMs: 3000 });
    void run('a', 'a2');
    await vi.advanceTimersByTimeAsync(4000);
    expect(starts).toEqual(['0 a1', '3000 a2']);
  });

  it('runs as many tasks as allowed, and for one host no more than its limit', async () => {
    const wide = open({ hostSpacingMs: 0 });
    for (let at = 0; at < 40; at += 1) void wide.run(`host${at}`);
    await vi.advanceTimersByTimeAsync(1000);
    expect(wide.most()).toBe(FETCH_LIMITS.maxConcurrent);
    expect(wide.starts).toHaveLength(40);
    const narrow = open({ hostSpacingMs: 0 });
    for (let at = 0; at < 40; at += 1) void narrow.run('one', `${at}`);
    await vi.advanceTimersByTimeAsync(1000);
    expect(narrow.most()).toBe(FETCH_LIMITS.maxPerHost);
    expect(narrow.starts).toHaveLength(40);
  });

  it('does not let a host with many links delay another', async () => {
    const { run, starts } = open({ hostSpacingMs: 0, maxConcurrent: 1 });
    for (let at = 1; at <= 3; at += 1) void run('a', `a${at}`);
    void run('b', 'b1');
    await vi.advanceTimersByTimeAsync(100);
    expect(starts.map((start) => start.split(' ')[1])).toEqual(['a1', 'a2', 'b1', 'a3']);
  });

  it('lets urgent tasks overtake others', async () => {
    const { run, starts } = open();
    for (let at = 0; at < 30; at += 1) void run(`host${at}`, 'poll', 5000);
    void run('news', 'link', 10, { isUrgent: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(starts).toContain('0 link');
    expect(starts).toHaveLength(FETCH_LIMITS.maxConcurrent + 1);
  });

  it('settles like the task, and continues after a failure', async () => {
    const { queue, run } = open({ hostSpacingMs: 0 });
    const failing = queue.run('a', () => Promise.reject(new Error('broken')));
    const working = run('a', 'fine');
    await expect(failing).rejects.toThrow('broken');
    await vi.advanceTimersByTimeAsync(100);
    expect(await working).toBe('fine');
  });

  it('drops a task whose caller has given up', async () => {
    const { run, starts } = open();
    const controller = new AbortController();
    void run('a', 'a1');
    const waiting = run('a', 'a2', 10, { signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ reason: 'aborted' });
    await expect(run('a', 'a3', 10, { signal: controller.signal })).rejects.toMatchObject({
      reason: 'aborted',
    });
    await vi.advanceTimersByTimeAsync(2000);
    expect(starts).toEqual(['0 a1']);
  });

  it('refuses more than it can hold', async () => {
    const { run } = open({ maxWaiting: 1 });
    void run('a');
    void run('a');
    await expect(run('a')).rejects.toMatchObject({ reason: 'busy' });
  });

  it('refuses all waiting tasks when it is closed, and leaves no timer', async () => {
    const { queue, run } = open();
    void run('a', 'a1', 0);
    const waiting = run('a');
    queue.close();
    await expect(waiting).rejects.toMatchObject({ reason: 'closed' });
    await expect(run('b')).rejects.toMatchObject({ reason: 'closed' });
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
