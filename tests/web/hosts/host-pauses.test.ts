import { expect, it } from 'vitest';
import { HostPauses } from '../../../src/web/hosts/host-pauses.ts';
import { FETCH_LIMITS, type FetchLimits } from '../../../src/web/request/fetch-limits.ts';

function buildPauses(limits: Partial<FetchLimits> = {}) {
  let nowMs = 0;
  const pauses = new HostPauses({ ...FETCH_LIMITS, ...limits }, () => new Date(nowMs));
  const isPaused = (host: string): boolean => {
    try {
      pauses.check(host);
      return false;
    } catch {
      return true;
    }
  };
  return { pauses, isPaused, wait: (ms: number) => (nowMs += ms) };
}

it('pauses a host for as long as it asked for', () => {
  const { pauses, isPaused, wait } = buildPauses();
  expect(pauses.note('a.example', 429, 1000)).toBe(1000);
  wait(999);
  expect([isPaused('a.example'), isPaused('b.example')]).toEqual([true, false]);
  wait(1);
  expect(isPaused('a.example')).toBe(false);
});

it('forgets the least recently used host if it holds too many', () => {
  const { pauses, isPaused } = buildPauses({ maxHostsHeld: 2 });
  pauses.note('a.example', 429, 1000);
  pauses.note('b.example', 429, 1000);
  isPaused('a.example');
  pauses.note('c.example', 429, 1000);
  expect(['a.example', 'b.example', 'c.example'].map(isPaused)).toEqual([true, false, true]);
});
