import { createHash } from 'node:crypto';
import { describeSchedule } from '../digest/describe-schedule.ts';
import type { Subscription } from '../digest/subscription.ts';
import type { Log } from '../log.ts';
import type { Message } from '../render/message.ts';
import { classifyDelivery } from './judge-failure.ts';
import type { DiscordPort } from '../discord/rest/create-message-port.ts';

const NOTICE_MS = 15_000;

/**
 * Tells a server's managers in its system channel, where the bot may write there, that a
 * subscription was paused and why. Resolves to `impossible` where it may not, since the reason stands
 * in /schedule list too, and to `unreachable` where trying again can help.
 */
export async function notifyManagers(
  subscription: Subscription,
  port: DiscordPort,
  log: Log,
): Promise<'told' | 'impossible' | 'unreachable'> {
  const { guildId, state, id } = subscription;
  const channelId = port.writableSystemChannel(guildId);
  if (channelId === undefined || state.kind !== 'paused') return 'impossible';
  const nonce = createHash('sha256')
    .update(`${id}:${state.since}`)
    .digest('base64url')
    .slice(0, 25);
  try {
    const signal = AbortSignal.timeout(NOTICE_MS);
    await port.postMessage(channelId, buildNotice(subscription, state.reason), nonce, signal);
    return 'told';
  } catch (error) {
    log.warn({ err: error, subscription: id }, 'the managers could not be told of a pause');
    const { kind } = classifyDelivery(error, { attempts: 1, inGuild: port.isInGuild(guildId) });
    return kind === 'retry' ? 'unreachable' : 'impossible';
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
