import type { DeliveryOutcome, RefusalReason } from '../digest/delivery.ts';
import { renderLine } from './render-text.ts';

/**
 * The outcome of a slot: that of an attempt, or that there was nothing to post or nobody to do so.
 */
export type SlotOutcome = DeliveryOutcome | { readonly kind: 'quiet' | 'missed' };

const REFUSALS: Readonly<Record<RefusalReason, string>> = {
  'channel-gone': 'the channel is gone; choose another with `/schedule edit`',
  'guild-gone': 'I am no longer in that server',
  'missing-permission': 'I cannot post there; give me View Channel and Send Messages',
  'messages-refused':
    'your settings refuse my direct messages; allow them, then use `/follow add` again',
  'no-shared-server': 'we share no server; once we do, use `/follow add` again',
  'token-invalid': 'Discord rejects my token; the person who runs this bot must renew it',
  'message-invalid': 'Discord refused the message; tell the person who runs this bot',
};

const DETAIL_SIZE = 200;

/** Describes the outcome of a slot, and what to do about it. */
export function describeOutcome(outcome: SlotOutcome): string {
  switch (outcome.kind) {
    case 'posted':
      return 'posted';
    case 'quiet':
      return 'nothing new, so nothing posted';
    case 'missed':
      return 'missed: I was not running then';
    case 'refused':
      return `not posted: ${describeRefusal(outcome)}`;
    case 'retry':
      return `not posted yet; I will try again: ${renderLine(outcome.detail, DETAIL_SIZE)}`;
    case 'given-up':
      return `I gave up: ${renderLine(outcome.detail, DETAIL_SIZE)}`;
    default:
      return outcome satisfies never;
  }
}

/**
 * Discord's explanation about a message is for the operator of the bot. The other reasons need no
 * details.
 */
function describeRefusal({ reason, detail }: DeliveryOutcome & { kind: 'refused' }): string {
  const words = REFUSALS[reason];
  return reason === 'message-invalid' ? `${words} (${renderLine(detail, DETAIL_SIZE)})` : words;
}
