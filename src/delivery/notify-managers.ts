import { describeSchedule } from '../digest/describe-schedule.ts';
import type { Subscription } from '../digest/subscription.ts';
import type { Log } from '../log.ts';
import type { Message } from '../render/message.ts';
import { buildNonce } from './build-nonce.ts';
import type { GuildKnowledge } from './guild-knowledge.ts';
import type { MessagePort } from './message-port.ts';

/** The dependencies of notifying managers. */
export interface NoticeParts {
  readonly port: Pick<MessagePort, 'post'>;
  readonly guilds: Pick<GuildKnowledge, 'systemChannel'>;
  readonly log: Log;
}

const NOTICE_MS = 15_000;

/**
 * Tells a server's managers in its system channel that a subscription was paused, and why. Resolves
 * to `impossible` if the bot may not write there, since /schedule list shows the reason too, and to
 * `unreachable` if trying again can help.
 */
export async function notifyManagers(
  subscription: Subscription,
  { port, guilds, log }: NoticeParts,
): Promise<'told' | 'impossible' | 'unreachable'> {
  const { guildId, state, id } = subscription;
  if (state.kind !== 'paused') return 'impossible';
  const system = await guilds.systemChannel(guildId);
  if (system.kind !== 'writable') return system.kind === 'none' ? 'impossible' : 'unreachable';
  const nonce = buildNonce(`${id}:${state.since}`);
  const notice = buildNotice(subscription, state.reason);
  const outcome = await port.post(system.channelId, notice, nonce, AbortSignal.timeout(NOTICE_MS));
  if (outcome.kind === 'posted') return 'told';
  log.warn({ err: outcome.cause, subscription: id }, 'the managers could not be told of a pause');
  return outcome.kind === 'unreachable' ? 'unreachable' : 'impossible';
}

function buildNotice({ channelId, schedule }: Subscription, reason: string): Message {
  return {
    content:
      `The news digest in <#${channelId}> (${describeSchedule(schedule)}) is paused: ${reason}\n` +
      'When that is fixed, start it again with `/schedule resume`.',
    allowed_mentions: { parse: [] },
  };
}
