import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeHealth } from '../../../src/ingest/sources/describe-health.ts';
import { sourceSchema } from '../../../src/ingest/sources/source.ts';
import { planNextPoll, type PollOutcome } from '../../../src/ingest/sources/plan-poll.ts';
import { isDue } from '../../../src/ingest/sources/source.ts';
import { buildFeed } from '../../support/build-source.ts';
import { NOW } from '../../support/build-services.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const wait = fc.double({ min: 0, max: 400 * DAY, noNaN: true });
const date = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString());

const outcome: fc.Arbitrary<PollOutcome> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('read' as const),
      entryCount: fc.nat(100),
      newDates: fc.array(fc.oneof(date, fc.string())),
      etag: fc.string(),
      permanentUrl: fc.webUrl(),
      ttlMinutes: fc.double({ min: 0, max: 1e9, noNaN: true }),
      maxAgeMs: wait,
    },
    { requiredKeys: ['kind', 'entryCount', 'newDates'] },
  ),
  fc.record({ kind: fc.constant('unchanged' as const), maxAgeMs: wait }),
  fc.record({
    kind: fc.constant('failed' as const),
    reason: fc.string(),
    message: fc.string(),
    retryAfterMs: wait,
  }),
);
const chance = fc.double({ min: 0, max: 0.999, noNaN: true });
const step = fc.record({ outcome, random: chance, laterMs: fc.nat(3 * DAY) });

it('waits at least the lower bound or the first backoff, and at most a day, whatever polls bring', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), (steps) => {
      const bounds = { leastMs: 10 * MINUTE, mostMs: 120 * MINUTE };
      let source = buildFeed();
      let now = NOW;
      for (const { outcome: given, random, laterMs } of steps) {
        source = planNextPoll(source, given, { now, random, bounds });
        const waitMs = Date.parse(source.state.nextPollAt) - now.getTime();
        const leastMs = given.kind === 'failed' ? 5 * MINUTE : bounds.leastMs;
        expect(waitMs).toBeGreaterThanOrEqual(leastMs);
        expect(waitMs).toBeLessThanOrEqual(DAY);
        expect(sourceSchema.safeParse(JSON.parse(JSON.stringify(source))).data).toEqual(source);
        expect(describeHealth(source, now).words).not.toBe('');
        expect(isDue(source, new Date(now.getTime() + DAY))).toBe(source.paused === undefined);
        now = new Date(now.getTime() + laterMs);
      }
    }),
  );
});

it('plans the same for the same input', () => {
  fc.assert(
    fc.property(outcome, chance, (given, random) => {
      const moment = { now: NOW, random, bounds: { leastMs: MINUTE, mostMs: DAY } };
      expect(planNextPoll(buildFeed(), given, moment)).toEqual(
        planNextPoll(buildFeed(), given, moment),
      );
    }),
  );
});
