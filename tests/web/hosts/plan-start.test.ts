import { describe, expect, it } from 'vitest';
import { planStart, type HostLoad } from '../../../src/web/hosts/plan-start.ts';

const LIMITS = { maxConcurrent: 2, maxUrgent: 1, maxPerHost: 1 };

function host(name: string, load: Partial<HostLoad> = {}): HostLoad {
  return { host: name, active: 0, freeAt: 0, waiting: { urgent: 0, ordinary: 1 }, ...load };
}
const urgent = { waiting: { urgent: 1, ordinary: 0 } };

describe('planStart', () => {
  it('starts the first host that has a waiting request', () => {
    const idle = host('a', { waiting: { urgent: 0, ordinary: 0 } });
    expect(planStart([idle, host('b'), host('c')], 0, 0, LIMITS)).toEqual({
      kind: 'start',
      host: 'b',
      lane: 'ordinary',
    });
  });

  it('skips a host that has reached its limit', () => {
    expect(planStart([host('a', { active: 1 }), host('b')], 1, 0, LIMITS)).toMatchObject({
      host: 'b',
    });
  });

  it('waits for the host that may be requested next', () => {
    const loads = [host('a', { freeAt: 900 }), host('b', { freeAt: 400 })];
    expect(planStart(loads, 0, 100, LIMITS)).toEqual({ kind: 'wait', waitMs: 300 });
  });

  it('starts urgent requests first', () => {
    expect(planStart([host('a'), host('b', urgent)], 0, 0, LIMITS)).toMatchObject({
      host: 'b',
      lane: 'urgent',
    });
  });

  it('lets an urgent request exceed the limit of requests, but no further one', () => {
    expect(planStart([host('a')], 2, 0, LIMITS)).toEqual({ kind: 'idle' });
    expect(planStart([host('a', urgent)], 2, 0, LIMITS)).toMatchObject({ lane: 'urgent' });
    expect(planStart([host('a', urgent)], 3, 0, LIMITS)).toEqual({ kind: 'idle' });
  });

  it('sends requests to a host no more often for urgent ones', () => {
    expect(planStart([host('a', { ...urgent, freeAt: 5 })], 0, 0, LIMITS)).toEqual({
      kind: 'wait',
      waitMs: 5,
    });
    expect(planStart([host('a', { ...urgent, active: 1 })], 1, 0, LIMITS)).toEqual({
      kind: 'idle',
    });
  });
});
