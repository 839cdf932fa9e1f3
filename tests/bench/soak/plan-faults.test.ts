import { describe, expect, it } from 'vitest';
import {
  FEED_FAULTS,
  GATEWAY_FAULTS,
  planFaults,
  type FaultRange,
} from '../../../bench/soak/plan-faults.ts';

const RANGE: FaultRange = {
  seed: 1,
  fromMs: 20_000,
  untilMs: 1_760_000,
  feeds: 24,
  houses: 2,
  hasPostgres: true,
};

describe('the faults of a soak', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(planFaults(RANGE)).toEqual(planFaults(RANGE));
    expect(planFaults(RANGE)).not.toEqual(planFaults({ ...RANGE, seed: 2 }));
  });

  it('come in order, within the time that was given', () => {
    const times = planFaults(RANGE).map(({ atMs }) => atMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(RANGE.fromMs);
    expect(times.at(-1)).toBeLessThan(RANGE.untilMs);
  });

  it('are of every kind in half an hour', () => {
    const planned = planFaults(RANGE);
    const named = (kind: string) =>
      new Set(planned.flatMap((fault) => (fault.kind === kind && 'how' in fault ? fault.how : [])));
    expect(named('gateway')).toEqual(new Set(GATEWAY_FAULTS));
    expect(named('feed')).toEqual(new Set(FEED_FAULTS));
    expect(named('postgres')).toEqual(new Set(['fast', 'immediate']));
    expect(planned.some(({ kind }) => kind === 'house')).toBe(true);
    const requests = planned.flatMap((one) => (one.kind === 'discord' ? one.fault.kind : []));
    expect(new Set(requests)).toEqual(new Set(['rate-limit', 'status', 'drop', 'slow']));
  });

  it('never stop two servers of one kind at once', () => {
    const stops = planFaults(RANGE).filter(({ kind }) => kind === 'postgres');
    const overlaps = stops.filter(({ atMs }, at) => {
      const before = stops[at - 1];
      return before !== undefined && before.atMs + before.lastsMs >= atMs;
    });
    expect(overlaps).toEqual([]);
  });

  it('leave out PostgreSQL if the store is another', () => {
    const kinds = planFaults({ ...RANGE, hasPostgres: false }).map(({ kind }) => kind);
    expect(kinds).not.toContain('postgres');
  });
});
