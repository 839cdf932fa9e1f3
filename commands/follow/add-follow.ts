import { createHash } from 'node:crypto';
import type { CommandContext } from '../../src/command/command.ts';
import { parseAlert } from '../../src/digest/alerts/parse-alert.ts';
import { resumeSubscription } from '../../src/digest/change-subscription.ts';
import { followerId } from '../../src/digest/follow.ts';
import { subscriptionKey, type Subscription } from '../../src/digest/subscription.ts';
import { topicLanguages } from '../../src/digest/guild/limit-to-usual.ts';
import { parseNarrowing } from '../../src/index/narrowing/parse-narrowing.ts';
import { splitList } from '../shared/scheduling/split-list.ts';
import { UserError } from '../../src/errors.ts';
import { parseScheduleOptions } from '../shared/scheduling/parse-schedule-options.ts';
import { findSubject, type Subject, type SubjectOptions } from './find-subject.ts';
import { FOLLOWS_A_PERSON, listFollows } from './own-follows.ts';

/** The options of `/follow add`. */
interface FollowOptions extends SubjectOptions {
  readonly time?: string;
  readonly zone?: string;
  readonly language?: string;
  readonly alert?: string;
}

const USUAL_TIME = '08:00';
const STORIES = 5;

/**
 * Stores what the requester follows. If they follow it already, what was typed is changed, and it starts again if it
 * had stopped. Throws a UserError.
 */
export async function addFollow(
  values: FollowOptions,
  context: CommandContext,
): Promise<{ readonly follow: Subscription; readonly isNew: boolean }> {
  const { services, userId, now } = context;
  const all = await listFollows(context);
  const named = readLanguages(values, context);
  const subject = await findSubject(values, named ?? context.usual.languages, context);
  const same = all.find((one) => isOn(one, subject));
  if (!same && all.length >= FOLLOWS_A_PERSON) {
    throw new UserError(
      'not-allowed',
      `You can follow ${FOLLOWS_A_PERSON} things. Remove one with \`/follow remove\` first.`,
    );
  }
  const usual = usualLanguages(subject, context);
  const alert = values.alert === undefined ? undefined : parseAlert(values.alert);
  // The zone of the newest follow is probably that of the next one too.
  const zone = all.at(-1)?.schedule.zone ?? context.usual.zone;
  const parseWhen = (present: Subscription | undefined): Subscription['schedule'] => {
    const when = present ? values : { ...values, time: values.time ?? USUAL_TIME };
    return parseScheduleOptions(pickWhen(when), zone, present?.schedule);
  };
  // Options that cannot be read open no channel.
  parseWhen(same);
  const channelId = await openChannel(context);
  const key = { guildId: followerId(userId), id: same?.id ?? nameFollow(subject) };
  const at = now.toISOString();
  const { before, after } = await services.subscriptions.change(subscriptionKey(key), (present) => {
    const kept: Subscription = present ?? {
      ...key,
      channelId,
      schedule: parseWhen(undefined),
      topics: [],
      sources: [],
      ...(usual.length > 0 && { languages: usual }),
      storyCount: STORIES,
      thread: 'none',
      onQuiet: 'post-nothing',
      state: { kind: 'active' },
      createdBy: userId,
      createdAt: at,
      changedAt: at,
    };
    const { alert: _, ...others } = kept;
    const changed = {
      ...(alert === undefined ? kept : others),
      ...subject.limits,
      channelId,
      schedule: parseWhen(present),
      ...(named !== undefined && { languages: named }),
      ...(alert !== undefined && alert !== 'off' && { alert }),
    };
    return resumeSubscription(changed, now);
  });
  if (!after) throw new Error('A follow that was stored is absent.');
  return { follow: after, isNew: before === undefined };
}

function readLanguages({ language }: FollowOptions, context: CommandContext) {
  if (language === undefined) return undefined;
  return parseNarrowing({ languages: splitList(language, 'languages') }, context).languages;
}

/** A topic that names its languages itself is in no others. */
function usualLanguages({ limits }: Subject, { usual }: CommandContext): readonly string[] {
  return topicLanguages(limits.topics).length > 0 ? [] : usual.languages;
}

function pickWhen({ time, zone }: Pick<FollowOptions, 'time' | 'zone'>) {
  return { ...(time !== undefined && { time }), ...(zone !== undefined && { zone }) };
}

/** Whether a follow is on the same topics, or on the same story, which may have grown since. */
function isOn({ topics, storyId }: Subscription, { limits, articleIds }: Subject): boolean {
  if (storyId !== undefined) return articleIds.includes(storyId);
  return articleIds.length === 0 && topics.toSorted().join() === limits.topics.toSorted().join();
}

function nameFollow({ limits }: Subject): string {
  const name = JSON.stringify([limits.topics.toSorted(), limits.storyId]);
  return createHash('sha256').update(name).digest('hex').slice(0, 8);
}

async function openChannel({ services, userId }: CommandContext): Promise<string> {
  const channelId = await services.openDirectMessages?.(userId);
  if (channelId !== undefined) return channelId;
  throw new UserError(
    'not-available',
    'I cannot open direct messages with you right now. Please try again in a minute.',
  );
}
