import { expect, it } from 'vitest';
import { createLocks } from '../../src/store/locks.ts';

/** Work that ends when it is told to. */
function buildWork() {
  let end!: () => void;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work: () => ended, end };
}

it('are held by one at a time, and free afterwards', async () => {
  const locks = createLocks({});
  const { work, end } = buildWork();
  const first = locks.hold('channel:1', work);
  expect(await locks.hold('channel:1', async () => 'second')).toEqual({ kind: 'taken' });
  expect(await locks.hold('channel:2', async () => 'other')).toEqual({
    kind: 'held',
    value: 'other',
  });
  end();
  expect(await first).toEqual({ kind: 'held', value: undefined });
  expect(await locks.hold('channel:1', async () => 'third')).toEqual({
    kind: 'held',
    value: 'third',
  });
});

it('are free after work that failed', async () => {
  const locks = createLocks({});
  await expect(locks.hold('a', () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  expect((await locks.hold('a', async () => 1)).kind).toBe('held');
});

it('are free after the engine failed to take one', async () => {
  const answers = [Promise.reject(new Error('no connection')), Promise.resolve(undefined)];
  const locks = createLocks({ lock: () => answers.shift()! });
  await expect(locks.hold('a', async () => 1)).rejects.toThrow('no connection');
  expect(await locks.hold('a', async () => 1)).toEqual({ kind: 'taken' });
});

it('may be shared by several, and are then held by nobody alone', async () => {
  const locks = createLocks({});
  const [first, second] = [buildWork(), buildWork()];
  expect(await locks.isHeld('a')).toBe(false);
  const shared = [locks.share('a', first.work), locks.share('a', second.work)];
  expect(await locks.hold('a', async () => 1)).toEqual({ kind: 'taken' });
  first.end();
  await shared[0];
  expect(await locks.isHeld('a')).toBe(true);
  expect(await locks.hold('a', async () => 1)).toEqual({ kind: 'taken' });
  second.end();
  await shared[1];
  expect(await locks.isHeld('a')).toBe(false);
  const alone = await locks.hold('a', () => locks.share('a', async () => 1));
  expect(alone).toEqual({ kind: 'held', value: { kind: 'taken' } });
});
