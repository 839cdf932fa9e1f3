import { describeAlert } from '../../src/digest/alerts/describe-alert.ts';
import { describeSchedule } from '../../src/digest/describe-schedule.ts';
import type { Layout } from '../../src/digest/layout.ts';
import { nextSlot } from '../../src/digest/slots.ts';
import { nameSubscription } from '../../src/digest/subscription-name.ts';
import type { Subscription, ThreadUse } from '../../src/digest/subscription.ts';
import type { CommandContext } from '../../src/command/command.ts';
import type { Usual } from '../../src/digest/guild/usual.ts';
import { topicLanguages } from '../../src/digest/guild/limit-to-usual.ts';
import { describeLimits } from '../../src/render/describe-narrowing.ts';
import { renderLine } from '../../src/render/render-text.ts';
import { renderTimeStamp } from '../../src/render/time-stamp.ts';

/** Characters of markdown for typed text, so that a list of ten subscriptions fits into one message. */
const SIZES = { name: 100, list: 150, reason: 150 } as const;

/** Describes a subscription in lines of markdown: when and where, its state, and what it contains. */
export function describeSubscription(
  subscription: Subscription,
  { now, usual }: Pick<CommandContext, 'now' | 'usual'>,
): string[] {
  const { id, channelId, schedule } = subscription;
  return [
    `**${renderLine(nameSubscription(subscription), SIZES.name)}** · \`${id}\` · <#${channelId}> · ${describeSchedule(schedule)}`,
    describeState(subscription, now),
    describeContent(subscription, usual),
  ];
}

/** Says which languages a schedule has that it doesn't name. */
function describeLanguages({ languages, topics }: Subscription, usual: Usual): string[] {
  if (languages !== undefined) return languages.length === 0 ? ['in every language'] : [];
  if (topicLanguages(topics).length > 0) return [];
  return describeLimits({ languages: usual.languages }).map((limit) => `${limit} as the server`);
}

function describeState({ state, schedule }: Subscription, now: Date): string {
  if (state.kind === 'paused') {
    const since = renderTimeStamp(state.since, 'R');
    return `**Paused** ${since}: ${renderLine(state.reason, SIZES.reason)}`;
  }
  const next = nextSlot(schedule, now)?.toISOString();
  return next
    ? `Next ${renderTimeStamp(next, 'R')}, ${renderTimeStamp(next, 'f')}`
    : 'It never runs again';
}

const LAYOUT_WORDS = {
  headlines: 'headlines only',
  compact: 'one sentence a story',
  full: undefined,
} as const satisfies Record<Layout, string | undefined>;

const THREAD_WORDS = {
  none: undefined,
  discussion: 'opens a thread',
  stories: 'opens a thread with a message for each story',
} as const satisfies Record<ThreadUse, string | undefined>;

function describeContent(subscription: Subscription, usual: Usual): string {
  const { topics, storyCount, roleId, thread, layout, pictures, alert, onQuiet } = subscription;
  const parts = [
    storyCount === 1 ? '1 story' : `${storyCount} stories`,
    topics.length > 0 ? `on ${renderLine(topics.join(', '), SIZES.list)}` : 'on everything',
    ...describeLimits(subscription),
    ...describeLanguages(subscription, usual),
    layout && LAYOUT_WORDS[layout],
    roleId && `mentions <@&${roleId}>`,
    THREAD_WORDS[thread],
    pictures === false && 'without pictures',
    alert && `at once: stories of ${describeAlert(alert)}`,
    onQuiet === 'say-so' ? 'says when nothing is new' : 'silent when nothing is new',
  ];
  return `-# ${parts.filter(Boolean).join(' · ')}`;
}
