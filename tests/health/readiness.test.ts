import { describe, expect, it } from 'vitest';
import { createProgress } from '../../src/health/work-progress.ts';
import {
  CHECKS,
  isStuck,
  judgeReadiness,
  type ReadinessFacts,
} from '../../src/health/readiness.ts';

const WELL: ReadinessFacts = {
  isEnding: false,
  store: { engine: 'SQLite' },
  index: { isLoaded: true, articleCount: 1 },
  gateway: { connected: true, guildCount: 2 },
  expected: CHECKS,
  since: { polling: 15_000, scheduling: 60_000 },
};
const MINUTE_MS = 60_000;

describe('readiness', () => {
  it('is there if every part is well', () => {
    const { ready, checks } = judgeReadiness(WELL);
    expect(ready).toBe(true);
    expect(checks.map(({ name, detail }) => `${name}: ${detail}`)).toEqual([
      'store: SQLite answers.',
      'index: It has 1 article.',
      'gateway: It is connected, with 2 servers.',
      'scheduler: It last went on 60 s ago.',
      'polling: It last went on 15 s ago.',
    ]);
  });

  it('is missing, part by part, while the bot starts', () => {
    const { ready, checks } = judgeReadiness({ isEnding: false, since: {}, expected: CHECKS });
    expect(ready).toBe(false);
    expect(checks.filter(({ ok }) => ok)).toEqual([]);
    for (const { detail } of checks) expect(detail).toMatch(/yet\.|so far\./);
  });

  const ills: readonly (readonly [string, Partial<ReadinessFacts>, string])[] = [
    ['the store refuses writes', { store: { engine: 'SQLite', trouble: 'It is full.' } }, 'store'],
    ['the index is loaded', { index: { isLoaded: false, articleCount: 7 } }, 'index'],
    ['the gateway is lost', { gateway: { connected: false, guildCount: 2 } }, 'gateway'],
    ['no tick comes', { since: { ...WELL.since, scheduling: 6 * MINUTE_MS } }, 'scheduler'],
    ['no poll comes', { since: { ...WELL.since, polling: 11 * MINUTE_MS } }, 'polling'],
  ];
  it.each(ills)('is missing while %s', (_, change, name) => {
    const { ready, checks } = judgeReadiness({ ...WELL, ...change });
    expect(ready).toBe(false);
    expect(checks.find((check) => check.name === name)?.ok).toBe(false);
  });

  it('says that polling waits for a store that takes no writes', () => {
    const { checks } = judgeReadiness({ ...WELL, store: { engine: 'SQLite', trouble: 'Full.' } });
    expect(checks[0]).toEqual({ name: 'store', ok: false, detail: 'Full.' });
    expect(checks.at(-1)).toEqual({
      name: 'polling',
      ok: false,
      detail: 'It waits for the store.',
    });
  });

  it('is missing as soon as the bot ends, although all checks succeed', () => {
    const { ready, checks } = judgeReadiness({ ...WELL, isEnding: true });
    expect(ready).toBe(false);
    expect(checks.every(({ ok }) => ok)).toBe(true);
  });
});

describe('the progress of repeated work', () => {
  it('is how long ago the work last went on', () => {
    let elapsed = 1000;
    const progress = createProgress(() => elapsed);
    expect(progress.since()).toEqual({});
    progress.observer.schedulingGoesOn();
    elapsed += 500;
    progress.observer.pollingGoesOn();
    elapsed += 20;
    expect(progress.since()).toEqual({ scheduling: 520, polling: 20 });
  });

  it('makes a scheduler count as stuck after a quarter of an hour, but not before its first tick', () => {
    expect(isStuck({})).toBe(false);
    expect(isStuck({ scheduling: 14 * MINUTE_MS })).toBe(false);
    expect(isStuck({ scheduling: 16 * MINUTE_MS })).toBe(true);
  });
});
