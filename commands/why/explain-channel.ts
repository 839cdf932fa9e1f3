import { VIEW_CHANNEL } from '../../src/command/needed-permissions.ts';
import type { CommandContext } from '../../src/command/command.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { listEditions } from '../../src/digest/prepare-digest.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import {
  judgeChannel,
  type ChannelCase,
  type ChannelStage,
} from '../../src/digest/why/judge-channel.ts';
import type { StageReport } from '../../src/digest/why/stage.ts';
import { findSubscription, listSubscriptions } from '../schedule/guild-subscriptions.ts';

const LATEST_SHOWN = 5;

/** What keeps the digests of a schedule from coming; without a schedule, of a channel that has none. */
export interface ScheduleExplanation {
  readonly subscription?: Subscription;
  readonly stages: readonly StageReport<ChannelStage>[];
  /** The editions of its last slots, the newest first. */
  readonly latest: readonly Edition[];
}

/** Finds out what keeps digests from a channel: each of its schedules, or the one with this id. */
export async function explainChannel(
  channelId: string,
  scheduleId: string | undefined,
  context: CommandContext,
): Promise<ScheduleExplanation[]> {
  const asked =
    scheduleId === undefined
      ? (await listSubscriptions(context)).filter((one) => one.channelId === channelId)
      : [await findSubscription(scheduleId, context)];
  if (asked.length === 0) return [{ stages: judgeChannel(undefined), latest: [] }];
  const explained: ScheduleExplanation[] = [];
  for (const subscription of asked) {
    const read = await readCase(subscription, context);
    const latest = read.editions
      .filter(({ subscriptionId, alert }) => subscriptionId === subscription.id && !alert)
      .toSorted((a, b) => Date.parse(b.slot) - Date.parse(a.slot))
      .slice(0, LATEST_SHOWN);
    explained.push({ subscription, stages: judgeChannel(read), latest });
  }
  return explained;
}

async function readCase(
  subscription: Subscription,
  { services, now, guildId }: CommandContext,
): Promise<ChannelCase> {
  const check = await services.checkChannel?.(subscription);
  const { digest } = await services.traceDigest({ subscription, slot: now });
  return {
    subscription,
    lacking: check && (check.isElsewhere ? [VIEW_CHANNEL] : check.toPost),
    sources: await services.manageSources.list(guildId),
    editions: await listEditions(services.editions, subscription.channelId),
    digest,
    now,
  };
}
