import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildEdition as buildEditionOf,
  buildEmptyDigest,
} from '../../src/digest/build-edition.ts';
import {
  editionKey,
  editionMark,
  editionSchema,
  type Edition,
  type EditionState,
} from '../../src/digest/edition.ts';
import { firstWindow, planWindow } from '../../src/digest/plan-window.ts';
import { isFirstEdition } from '../../src/digest/prepare-digest.ts';
import { EDITIONS_KEPT, selectExpired } from '../../src/digest/select-expired.ts';
import { collectTold } from '../../src/digest/told.ts';
import { subscriptionSchema, type Subscription } from '../../src/digest/subscription.ts';
import { buildArticle } from '../support/build-article.ts';
import { buildDigest, buildDigestStory } from '../support/build-digest.ts';
import { buildEdition, buildSubscription } from '../support/build-subscription.ts';

const SLOT = new Date('2024-03-14T08:00:00.000Z');
const STATES: EditionState[] = [
  {
    kind: 'pending',
    since: '2024-03-14T08:00:00.000Z',
    attempts: 1,
    retryAt: '2024-03-14T08:02:00.000Z',
  },
  {
    kind: 'pending',
    since: '2024-03-14T08:00:00.000Z',
    attempts: 2,
    retryAt: '2024-03-14T08:02:00.000Z',
    detail: 'No answer.',
  },
  { kind: 'posted', at: '2024-03-14T08:00:01.000Z', messageId: '1', threadId: '1' },
  { kind: 'quiet', at: '2024-03-14T08:00:01.000Z' },
  { kind: 'missed', at: '2024-03-14T08:00:01.000Z' },
  {
    kind: 'failed',
    at: '2024-03-14T08:00:01.000Z',
    outcome: { kind: 'refused', reason: 'channel-gone', detail: 'Gone.' },
  },
  {
    kind: 'failed',
    at: '2024-03-14T08:00:01.000Z',
    outcome: { kind: 'given-up', detail: 'No answer.' },
  },
];

describe("an edition's id", () => {
  const build = (changes: Partial<Parameters<typeof buildEditionOf>[0]> = {}) =>
    buildEditionOf({
      subscription: buildSubscription(),
      slot: SLOT,
      late: false,
      digest: buildDigest(),
      state: { kind: 'quiet', at: SLOT.toISOString() },
      ...changes,
    });

  it('is the same for the same inputs, whenever and however it is posted', () => {
    expect(build({ late: true, state: STATES[0]! }).id).toBe(build().id);
    expect(build().id).toMatch(/^[0-9a-f]{12}$/);
    expect(editionMark(build().id)).toBe(`Edition ${build().id}`);
  });

  it.each([
    ['another digest', { digest: buildDigest({ articleCount: 35 }) }],
    ['another slot', { slot: new Date('2024-03-15T08:00:00.000Z') }],
    ['another window', { digest: buildDigest({ from: '2024-03-12T08:00:00.000Z' }) }],
    ['another subscription', { subscription: buildSubscription({ id: 'sub-2' }) }],
    ['other topics', { subscription: buildSubscription({ topics: ['flood'] }) }],
    ['other languages', { subscription: buildSubscription({ languages: ['fr'] }) }],
    ['other countries', { subscription: buildSubscription({ countries: ['FR'] }) }],
    ['another count', { subscription: buildSubscription({ storyCount: 3 }) }],
  ])('is another for %s', (_, changes) => {
    expect(build(changes).id).not.toBe(build().id);
  });

  it('stands under the key of channel, subscription and slot', () => {
    expect(editionKey(build())).toBe('200:sub-1:2024-03-14T08:00:00.000Z');
  });
});

describe('an edition read back from the store', () => {
  it.each(STATES.map((state) => [state.kind, state] as const))(
    'is the same when %s',
    (_, state) => {
      const edition = buildEdition({
        state,
        digest: buildDigest({
          noNewsSince: '2024-03-01T00:00:00.000Z',
          stories: [
            buildDigestStory({
              article: buildArticle({ place: 'DERNA, Libya' }),
              places: [{ country: 'LY' }, { country: 'IT', capital: true }],
            }),
          ],
          omissions: [{ storyId: 'a', headline: 'b', reason: 'no-room' }],
        }),
      });
      expect(editionSchema.safeParse(JSON.parse(JSON.stringify(edition))).data).toEqual(edition);
    },
  );

  it('of a missed slot is the same', () => {
    const edition = buildEdition({ digest: buildEmptyDigest(SLOT), state: STATES[4]! });
    expect(editionSchema.safeParse(JSON.parse(JSON.stringify(edition))).data).toEqual(edition);
  });

  it('is none for anything else, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        expect(editionSchema.safeParse(raw).data).toBeUndefined();
      }),
    );
    const { slot: _slot, ...without } = buildEdition();
    expect(editionSchema.safeParse(without).data).toBeUndefined();
    expect(editionSchema.safeParse({ ...buildEdition(), slot: 'yesterday' }).data).toBeUndefined();
  });
});

describe('a subscription read back from the store', () => {
  it.each<[string, Partial<Subscription>]>([
    ['plain', {}],
    [
      'with a role',
      { roleId: '500', thread: 'discussion', topics: ['flood'], sources: ['Northlight'] },
    ],
    [
      'paused',
      {
        state: {
          kind: 'paused',
          by: 'delivery',
          reason: 'Gone.',
          since: '2024-03-14T08:00:00.000Z',
          untold: true,
        },
      },
    ],
  ])('is the same when %s', (_, given) => {
    const subscription = buildSubscription(given);
    expect(subscriptionSchema.safeParse(JSON.parse(JSON.stringify(subscription))).data).toEqual(
      subscription,
    );
    const narrowed = {
      ...subscription,
      languages: ['fr'],
      pictures: false,
      countries: ['FR', 'ML'],
    };
    expect(subscriptionSchema.safeParse(JSON.parse(JSON.stringify(narrowed))).data).toEqual(
      narrowed,
    );
  });

  it.each<[string, object]>([
    ['a zone that does not exist', { schedule: { cron: '0 8 * * *', zone: 'Mars/Phobos' } }],
    ['a cron expression that cannot be read', { schedule: { cron: 'at eight', zone: 'UTC' } }],
    ['eleven stories', { storyCount: 11 }],
    ['a state of a later version', { state: { kind: 'archived' } }],
  ])('is none with %s', (_, given) => {
    expect(subscriptionSchema.safeParse({ ...buildSubscription(), ...given }).data).toBeUndefined();
  });

  it('is none for anything else, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        expect(subscriptionSchema.safeParse(raw).data).toBeUndefined();
      }),
    );
  });
});

describe('an alert', () => {
  const alert = { storyId: 'story', voices: 3, hours: 6 };

  it('is stored by its story, so that the story is claimed once', () => {
    const keys = [SLOT.toISOString(), '2024-03-14T08:01:00.000Z'].map((slot) =>
      editionKey({ channelId: '200', subscriptionId: 'sub-1', slot, alert }),
    );
    expect(new Set(keys)).toEqual(new Set(['200:sub-1:alert:story']));
  });

  it('is the first edition of no subscription', () => {
    const past = [buildEdition({ slot: '2024-03-14T07:00:00.000Z', alert })];
    expect(isFirstEdition(past, 'sub-1', SLOT)).toBe(true);
  });
});

describe('the window of an edition', () => {
  const at = (until: string, given: Partial<Edition> = {}) =>
    buildEdition({ slot: until, digest: buildDigest({ until }), ...given });
  const fromOf = (editions: Edition[]) => planWindow(editions, 'sub-1', SLOT).from.toISOString();

  it('is 24 hours for the first one', () => {
    expect(planWindow([], 'sub-1', SLOT)).toEqual(firstWindow(SLOT));
    expect(fromOf([])).toBe('2024-03-13T08:00:00.000Z');
  });

  it('begins where the last one that was posted or quiet ended', () => {
    const editions = [
      at('2024-03-12T08:00:00.000Z'),
      at('2024-03-13T20:00:00.000Z', { state: STATES[3]! }),
    ];
    expect(fromOf(editions)).toBe('2024-03-13T20:00:00.000Z');
  });

  it('covers slots that told nothing', () => {
    const told = at('2024-03-12T08:00:00.000Z');
    for (const state of [STATES[4]!, STATES[5]!]) {
      expect(fromOf([told, at('2024-03-13T08:00:00.000Z', { state })])).toBe(
        '2024-03-12T08:00:00.000Z',
      );
    }
  });

  it('covers slots that told nothing before any told something', () => {
    const failed = at('2024-03-12T08:00:00.000Z', { state: STATES[5]! });
    expect(fromOf([failed, at('2024-03-13T08:00:00.000Z', { state: STATES[4]! })])).toBe(
      '2024-03-11T08:00:00.000Z',
    );
  });

  it('is not ended by an alert, which tells one story only', () => {
    const alert = { storyId: 'story', voices: 3, hours: 6 };
    const editions = [at('2024-03-13T08:00:00.000Z'), at('2024-03-14T07:00:00.000Z', { alert })];
    expect(fromOf(editions)).toBe('2024-03-13T08:00:00.000Z');
  });

  it('is never longer than 7 days', () => {
    expect(fromOf([at('2024-02-01T08:00:00.000Z')])).toBe('2024-03-07T08:00:00.000Z');
  });

  it('knows nothing of other subscriptions and of slots to come', () => {
    const others = [
      at('2024-03-14T07:00:00.000Z', { subscriptionId: 'sub-2' }),
      at('2024-03-20T08:00:00.000Z'),
    ];
    expect(fromOf(others)).toBe('2024-03-13T08:00:00.000Z');
  });
});

describe('what a channel was told', () => {
  const story = buildDigestStory();
  const digest = buildDigest({ stories: [story] });

  it('is what was posted or may be there', () => {
    for (const state of STATES.slice(0, 3)) {
      const told = collectTold([buildEdition({ digest, state })], SLOT);
      expect([...told.articleIds]).toEqual(story.articleIds);
      expect([...told.sentences]).toEqual(story.sentences.map(({ text }) => text));
    }
  });

  it('is not what was missed, quiet or refused', () => {
    const editions = STATES.slice(3).map((state) => buildEdition({ digest, state }));
    expect(collectTold(editions, SLOT).articleIds.size).toBe(0);
  });

  it('is forgotten after 14 days', () => {
    expect(
      collectTold([buildEdition({ digest })], new Date('2024-03-28T08:00:00Z')).articleIds.size,
    ).toBe(1);
    expect(
      collectTold([buildEdition({ digest })], new Date('2024-03-28T08:00:01Z')).articleIds.size,
    ).toBe(0);
  });
});

describe('editions kept', () => {
  const daily = Array.from({ length: 100 }, (_, day) =>
    buildEdition({ slot: new Date(SLOT.getTime() - day * 86_400_000).toISOString() }),
  );

  it('are those of the last 60 days, and pending ones', () => {
    const expired = selectExpired(daily, SLOT);
    expect(expired).toEqual(daily.slice(EDITIONS_KEPT.days + 1));
    expect(
      selectExpired(
        daily.map((edition) => ({ ...edition, state: STATES[0]! })),
        SLOT,
      ),
    ).toEqual([]);
  });

  it('are the newest of each schedule, whatever their age', () => {
    const yearAhead = new Date(SLOT.getTime() + 365 * 86_400_000);
    const weekly = daily.slice(0, 3).map((edition) => ({ ...edition, subscriptionId: 'weekly' }));
    expect(selectExpired([...daily, ...weekly], yearAhead)).toEqual(
      daily.slice(EDITIONS_KEPT.ofEach),
    );
  });

  it('are so many of each schedule besides its alerts', () => {
    const yearAhead = new Date(SLOT.getTime() + 365 * 86_400_000);
    const alert = { storyId: 'story', voices: 3, hours: 6 };
    const alerts = daily.slice(0, 60).map((edition) => ({ ...edition, alert }));
    expect(selectExpired([...alerts, ...daily.slice(60, 70)], yearAhead)).toEqual(
      alerts.slice(EDITIONS_KEPT.ofEach),
    );
  });

  it('are at most 500', () => {
    const often = Array.from({ length: 510 }, (_, index) =>
      buildEdition({ slot: new Date(SLOT.getTime() - index * 900_000).toISOString() }),
    );
    expect(selectExpired(often.toReversed(), SLOT)).toEqual(often.slice(500));
  });
});
