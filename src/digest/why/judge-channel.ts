import { isSourceNamed } from '../../index/is-source-named.ts';
import { countAnswering } from '../../ingest/sources/count-answering.ts';
import { describeHealth } from '../../ingest/sources/describe-health.ts';
import { describeOutage } from '../../ingest/sources/describe-outage.ts';
import { HOST, type Source } from '../../ingest/sources/source.ts';
import { countOf } from '../../text/count-of.ts';
import { describeSchedule } from '../describe-schedule.ts';
import type { Digest, OmissionReason } from '../digest.ts';
import type { Edition } from '../edition.ts';
import { nextSlot } from '../slots.ts';
import { nameSubscription } from '../subscription-name.ts';
import type { Subscription } from '../subscription.ts';
import { fail, pass, skip, type Judgement, type StageReport } from './stage.ts';

/** What a channel's digest depends on, in the order in which it comes about. */
export const CHANNEL_STAGES = [
  /** A digest is planned for the channel. */
  'schedule',
  /** It is not paused. */
  'running',
  /** The bot may post there. */
  'permission',
  /** Sources that it takes answer. */
  'sources',
  /** There is something new to tell. */
  'news',
  /** Its last edition was posted. */
  'delivery',
  /** It has a next slot. */
  'slot',
] as const;

export type ChannelStage = (typeof CHANNEL_STAGES)[number];

/** What is known of a schedule and its channel. */
export interface ChannelCase {
  readonly subscription: Subscription;
  /** Permissions that the bot lacks to post; undefined if Discord cannot be asked. */
  readonly lacking: readonly string[] | undefined;
  /** All sources that the server reads. */
  readonly sources: readonly Source[];
  /** Its editions. */
  readonly editions: readonly Edition[];
  /** What it would get now. */
  readonly digest: Digest;
  readonly now: Date;
}

/**
 * Finds out what keeps a schedule's digests from coming. Stages don't depend on each other, so several may fail.
 * Undefined stands for a channel without a schedule.
 */
export function judgeChannel(channel: ChannelCase | undefined): StageReport<ChannelStage>[] {
  if (!channel) {
    return CHANNEL_STAGES.map((stage) => ({
      stage,
      ...(stage === 'schedule'
        ? fail('no digest is planned for this channel')
        : skip('there is no schedule')),
    }));
  }
  return CHANNEL_STAGES.map((stage) => ({ stage, ...JUDGES[stage](channel) }));
}

const JUDGES: Readonly<Record<ChannelStage, (channel: ChannelCase) => Judgement>> = {
  schedule: ({ subscription }) =>
    pass(`${nameSubscription(subscription)}, ${describeSchedule(subscription.schedule)}`),
  running({ subscription: { state } }) {
    if (state.kind === 'active') return pass('it is not paused');
    const who = state.by === 'manager' ? '' : ' because Discord refused an edition';
    return fail('paused since ', new Date(state.since), `${who}: ${state.reason}`);
  },
  permission({ lacking }) {
    if (!lacking) return skip('Discord cannot be asked now');
    return lacking.length === 0
      ? pass('the bot may post in the channel')
      : fail(`the bot lacks in the channel: ${lacking.join(', ')}`);
  },
  sources: judgeSources,
  news: judgeNow,
  delivery: judgeDelivery,
  slot({ subscription: { schedule, state }, now }) {
    if (state.kind === 'paused') return skip('a paused schedule has none');
    const next = nextSlot(schedule, now);
    return next ? pass('the next one is due at ', next) : fail('it never runs again');
  },
};

const NAMED_SOURCES = 3;

function judgeSources({ subscription, sources, now }: ChannelCase): Judgement {
  const { sources: names, guildId } = subscription;
  const wanted = sources.filter(
    ({ name, owner }) =>
      (owner === HOST || owner === guildId) &&
      (names.length === 0 || names.some((named) => isSourceNamed(name, named))),
  );
  if (wanted.length === 0) {
    return names.length === 0
      ? skip('no feeds are read; articles come from files')
      : skip(`no feed that is read is called ${names.join(' or ')}; articles may come from files`);
  }
  const { total, answered } = countAnswering(wanted);
  const troubled = wanted
    .map((source) => ({ name: source.name, ...describeHealth(source, now) }))
    .filter(({ kind }) => kind !== 'healthy' && kind !== 'quiet')
    .slice(0, NAMED_SOURCES)
    .map(({ name, words }) => `${name}: ${words}`);
  const faults = describeOutage(wanted) ?? troubled.join('; ');
  if (answered === 0) return fail(faults);
  const answers = `${answered} of ${countOf(total, 'source')} answered`;
  return pass(faults === '' ? answers : `${answers}; ${faults}`);
}

const OMITTED: Readonly<Record<OmissionReason, string>> = {
  'already-told': 'already told',
  'too-short': 'too short to quote',
  'beyond-story-count': 'without room',
  'no-room': 'without room in the message',
};

/** What the schedule would get if a slot were due now. */
function judgeNow({ digest }: ChannelCase): Judgement {
  const { stories, omissions, articleCount, from, noNewsSince } = digest;
  const since = new Date(from);
  if (stories.length > 0 && noNewsSince === undefined)
    return pass(`${countOf(stories.length, 'story', 'stories')} could be told now, since `, since);
  if (stories.length > 0)
    return pass('nothing is new since ', since, ', but its first digest has the latest stories');
  if (articleCount === 0) return fail('no article that it takes has come since ', since);
  const counts = Object.entries(OMITTED).flatMap(([reason, words]) => {
    const count = omissions.filter((omission) => omission.reason === reason).length;
    return count > 0 ? [`${countOf(count, 'story', 'stories')} ${words}`] : [];
  });
  return fail(`${countOf(articleCount, 'article')} came since `, since, `: ${counts.join(', ')}`);
}

function judgeDelivery({ subscription, editions, now }: ChannelCase): Judgement {
  const last = editions
    .filter(
      // An alert that was posted says nothing about the digests.
      ({ subscriptionId, slot, alert }) =>
        subscriptionId === subscription.id && !alert && Date.parse(slot) <= now.getTime(),
    )
    .toSorted((a, b) => Date.parse(a.slot) - Date.parse(b.slot))
    .at(-1);
  if (!last) return skip('no slot of it has come yet');
  const slot = new Date(last.slot);
  const { state } = last;
  switch (state.kind) {
    case 'posted':
      return pass('the edition of ', slot, ' was posted at ', new Date(state.at));
    case 'quiet':
      return pass('nothing was new at ', slot, ', so nothing was posted');
    case 'missed':
      return fail('the bot was not running at ', slot);
    case 'pending': {
      const next = new Date(state.retryAt);
      return fail(
        'the edition of ',
        slot,
        ` is not posted yet${state.detail === undefined ? '.' : `: ${state.detail}`} It is tried again at `,
        next,
      );
    }
    case 'failed': {
      const { outcome } = state;
      const why = 'detail' in outcome ? `: ${outcome.detail}` : '';
      return fail('the edition of ', slot, ` was not posted${why}`);
    }
    default:
      return state satisfies never;
  }
}
