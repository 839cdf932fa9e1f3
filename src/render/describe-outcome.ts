import type { DeliveryOutcome, RefusalReason } from '../digest/delivery.ts';
import { renderLine } from './render-text.ts';

/** What came of a slot: an attempt's outcome, or that there was nothing to post or nobody to do so. */
export type SlotOutcome = DeliveryOutcome | { readonly kind: 'quiet' | 'missed' };

const REFUSALS: Readonly<Record<RefusalReason, string>> = {
  'channel-gone': 'the channel is gone; choose another with `/schedule edit`',
  'guild-gone': 'I am no longer in that server',
  'missing-permission': 'I may not post there; give me View Channel and Send Messages',
  'token-invalid': 'Discord does not know me; whoever runs this bot must renew its token',
  'message-invalid': 'Discord refused the message; tell whoever runs this bot',
};

const DETAIL_SIZE = 200;

/** Says in words what came of a slot, and what to do about it. */
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
      return `not posted yet, I try again: ${renderLine(outcome.detail, DETAIL_SIZE)}`;
    case 'given-up':
      return `I gave up: ${renderLine(outcome.detail, DETAIL_SIZE)}`;
    default:
      return outcome satisfies never;
  }
}

/** What Discord says of a message is for whoever runs the bot; the other reasons need no more words. */
function describeRefusal({ reason, detail }: DeliveryOutcome & { kind: 'refused' }): string {
  const words = REFUSALS[reason];
  return reason === 'message-invalid' ? `${words} (${renderLine(detail, DETAIL_SIZE)})` : words;
}
