import { expect, it, onTestFinished, vi } from 'vitest';
import { READERS, watchJoiners } from '../../src/run/watch-joiners.ts';
import { createLocks } from '../../src/store/locks.ts';
import { JOINERS } from '../../src/story/stored/join-stories.ts';
import { collectLog, LEVELS } from '../support/collect-log.ts';

it('warns once while no process joins the stories, and says when one does again', async () => {
  const locks = createLocks({});
  const { log, lines } = collectLog();
  const watch = watchJoiners({ locks, log, intervalMs: 1, missedAfterMs: 0 });
  onTestFinished(() => watch.stop());
  await vi.waitFor(() => expect(watch.isMissing()).toBe(true));
  expect(await locks.isHeld(READERS)).toBe(true);

  let end!: () => void;
  const joining = locks.share(JOINERS, () => new Promise<void>((resolve) => (end = resolve)));
  await vi.waitFor(() => expect(watch.isMissing()).toBe(false));
  end();
  await joining;
  await vi.waitFor(() => expect(watch.isMissing()).toBe(true));
  expect(lines.map(({ level }) => level)).toEqual([LEVELS.warn, LEVELS.info, LEVELS.warn]);
  expect(lines[0]!.msg).toContain('start one with --role ingest');
});

it('says nothing of a process that may be back soon, nor while the store is away', async () => {
  const { log, lines } = collectLog();
  const away = new Error('the store is away');
  const locks = createLocks({ isLocked: vi.fn<() => Promise<boolean>>().mockRejectedValue(away) });
  const watches = [
    watchJoiners({ locks: createLocks({}), log, intervalMs: 1, missedAfterMs: 60_000 }),
    watchJoiners({ locks, log, intervalMs: 1, missedAfterMs: 0 }),
  ];
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(watches.map((watch) => watch.isMissing())).toEqual([false, false]);
  await Promise.all(watches.map((watch) => watch.stop()));
  expect(await locks.isHeld(READERS).catch(() => 'away')).toBe('away');
  expect(lines).toEqual([]);
});
