import type { CommandContext } from '../../src/command/command.ts';
import { describeAlert } from '../../src/digest/alerts/describe-alert.ts';
import { describeSchedule } from '../../src/digest/describe-schedule.ts';
import { nextSlot } from '../../src/digest/slots.ts';
import { nameSubscription } from '../../src/digest/subscription-name.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import { describeLimits } from '../../src/render/describe-narrowing.ts';
import { renderLine } from '../../src/render/render-text.ts';
import { countOf } from '../../src/text/count-of.ts';
import { renderTimeStamp } from '../../src/render/time-stamp.ts';

/** Characters of markdown, so that all follows of a person fit into one message. */
const SIZES = { name: 90, reason: 80 } as const;

/** Describes a follow in lines of markdown: what and when, whether it comes, and what comes at once. */
export function describeFollow(follow: Subscription, context: CommandContext): string[] {
  const { id, storyId, schedule, alert } = follow;
  const name = renderLine(nameSubscription(follow), SIZES.name);
  const notes = [
    ...(storyId === undefined ? [] : ['only what is new of this story']),
    ...describeLimits({ languages: follow.languages ?? [] }),
    ...(alert ? [`at once: ${describeAlert(alert)}`] : []),
  ];
  return [
    `**${name}** · \`${id}\` · ${describeSchedule(schedule)}`,
    describeState(follow, context),
    ...(notes.length > 0 ? [`-# ${notes.join(' · ')}`] : []),
  ];
}

function describeState(
  { storyId, state, schedule }: Subscription,
  { services, now }: CommandContext,
): string {
  if (storyId !== undefined && !services.index.has(storyId)) {
    const { older } = services;
    const age = older ? `, or is older than ${countOf(older.days, 'day')}` : '';
    return `**Nothing comes**: I no longer have this story, because its article was removed${age}. \`/follow remove\` takes it away.`;
  }
  if (state.kind === 'paused') {
    const since = renderTimeStamp(state.since, 'R');
    return `**Stopped** ${since}: ${renderLine(state.reason, SIZES.reason)} \`/follow add\` starts it again.`;
  }
  const next = nextSlot(schedule, now)?.toISOString();
  return `Next ${renderTimeStamp(next, 'R')}, ${renderTimeStamp(next, 'f')}`;
}
