import { describe, expect, it } from 'vitest';
import { claimAlert, type AlertClaims } from '../../../src/digest/alerts/claim-alert.ts';
import { buildSubscription } from '../../support/build-subscription.ts';

const NOW = new Date('2024-03-14T10:00:00.000Z');
const alert = { voices: 2, hours: 6, perDay: 2 };
const subscription = { ...buildSubscription({ id: 'one' }), alert };
const other = { ...buildSubscription({ id: 'two' }), alert };

const later = (ms: number): Date => new Date(NOW.getTime() + ms);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A story that is named by the first of these articles. */
const storyOf = (...articleIds: string[]) => ({ storyId: articleIds[0]!, articleIds });

/** Claims stories one after the other; all are expected to be claimed. */
function claimAll(...stories: readonly ReturnType<typeof storyOf>[]): AlertClaims {
  return stories.reduce<AlertClaims>(
    (claims, story) => {
      const outcome = claimAlert(claims, subscription, story, NOW);
      if (outcome.kind !== 'claimed') throw new Error('not claimed');
      return outcome.claims;
    },
    { claims: [] },
  );
}

describe('claiming a story for an alert', () => {
  it('takes a new story under its own id', () => {
    expect(claimAlert(undefined, subscription, storyOf('a', 'b'), NOW)).toEqual({
      kind: 'claimed',
      storyId: 'a',
      claims: {
        claims: [
          {
            subscriptionId: 'one',
            storyId: 'a',
            articleIds: ['a', 'b'],
            at: NOW.toISOString(),
          },
        ],
      },
    });
  });

  it('leads to the edition of an earlier claim that has one of its articles', () => {
    const claims = claimAll(storyOf('b', 'c'));
    for (const story of [storyOf('a', 'b', 'c'), storyOf('c')]) {
      expect(claimAlert(claims, subscription, story, later(HOUR_MS))).toEqual({
        kind: 'claimed',
        storyId: 'b',
        claims,
      });
    }
  });

  it('waits while another schedule of the channel posts the story', () => {
    const claims = claimAll(storyOf('a', 'b'));
    expect(claimAlert(claims, other, storyOf('b'), later(MINUTE_MS)).kind).toBe('not-now');
    // By now its edition tells what was told.
    expect(claimAlert(claims, other, storyOf('b'), later(3 * MINUTE_MS))).toMatchObject({
      kind: 'claimed',
      storyId: 'b',
    });
    expect(claimAlert(claims, other, storyOf('c'), NOW).kind).toBe('claimed');
  });

  it('takes no more stories than one day of the zone may have', () => {
    const claims = claimAll(storyOf('a'), storyOf('b'));
    expect(claimAlert(claims, subscription, storyOf('c'), later(HOUR_MS)).kind).toBe('not-now');
    expect(claimAlert(claims, other, storyOf('c'), later(HOUR_MS)).kind).toBe('claimed');
    expect(claimAlert(claims, subscription, storyOf('c'), later(14 * HOUR_MS)).kind).toBe(
      'claimed',
    );
  });

  it('forgets claims of days ago, and those of a clock that was ahead', () => {
    const claims = claimAll(storyOf('a'));
    for (const hours of [49, -49]) {
      const outcome = claimAlert(claims, subscription, storyOf('c'), later(hours * HOUR_MS));
      expect(outcome).toMatchObject({ claims: { claims: [{ storyId: 'c' }] } });
    }
  });
});
