import { describe, expect, it } from 'vitest';
import {
  editSubscription,
  pauseSubscription,
  resumeSubscription,
} from '../../src/digest/change-subscription.ts';
import { planRun, RUN_LIMITS } from '../../src/digest/plan-run.ts';
import { buildSubscription } from '../support/build-subscription.ts';

const LIMITS = { ...RUN_LIMITS, graceMs: 6 * 3_600_000 };
const NOON = new Date('2024-03-14T12:00:00.000Z');

describe('a subscription', () => {
  it('that is edited keeps its identity and its channel, and catches up no earlier slots', () => {
    const edited = editSubscription(
      buildSubscription(),
      { storyCount: 3, schedule: { cron: '0 11 * * *', zone: 'UTC' } },
      NOON,
    );
    expect(edited).toEqual(
      buildSubscription({
        storyCount: 3,
        schedule: { cron: '0 11 * * *', zone: 'UTC' },
        changedAt: NOON.toISOString(),
      }),
    );
    expect(planRun(edited, undefined, NOON, LIMITS)).toMatchObject({ kind: 'wait', missed: [] });
  });

  it('that is paused records by whom, why and since when', () => {
    expect(pauseSubscription(buildSubscription(), 'manager', 'Holidays', NOON).state).toEqual({
      kind: 'paused',
      by: 'manager',
      reason: 'Holidays',
      since: NOON.toISOString(),
    });
  });

  it('that is resumed does not catch up slots during the pause', () => {
    const paused = pauseSubscription(
      buildSubscription(),
      'manager',
      'Holidays',
      new Date('2024-03-14T07:00:00Z'),
    );
    const resumed = resumeSubscription(paused, new Date('2024-03-14T08:30:00Z'));
    expect(resumed.state).toEqual({ kind: 'active' });
    expect(planRun(resumed, undefined, new Date('2024-03-14T08:31:00Z'), LIMITS)).toEqual({
      kind: 'wait',
      missed: [],
    });
  });
});
