import { createHash } from 'node:crypto';
import { describeSchedule } from '../digest/describe-schedule.ts';
import type { Subscription } from '../digest/subscription.ts';
import type { Log } from '../log.ts';
import type { Message } from '../render/message.ts';
import type { DiscordPort } from './deliver-port.ts';

const NOTICE_MS = 15_000;

/**
 * Tells a server's managers in its system channel, where the bot may write there, that a
 * subscription was paused and why. A failure is logged: the reason stands in /schedule list too.
 */
export async function notifyManagers(
  subscription: Subscription,
  port: DiscordPort,
  log: Log,
): Promise<void> {
  const { guildId, state, id } = subscription;
  const channelId = port.writableSystemChannel(guildId);
  if (channelId === undefined || state.kind !== 'paused') return;
  const nonce = createHash('sha256')
    .update(`${id}:${state.since}`)
    .digest('base64url')
    .slice(0, 25);
  try {
    const signal = AbortSignal.timeout(NOTICE_MS);
    await port.postMessage(channelId, buildNotice(subscription, state.reason), nonce, signal);
  } catch (error) {
    log.warn({ err: error, subscription: id }, 'the managers could not be told of a pause');
  }
}

function buildNotice({ channelId, schedule }: Subscription, reason: string): Message {
  return {
    content:
      `The news digest in <#${channelId}> (${describeSchedule(schedule)}) is paused: ${reason}\n` +
      'When that is mended, start it again with `/schedule resume`.',
    allowed_mentions: { parse: [] },
  };
}
