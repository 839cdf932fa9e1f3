import type { KeptRequest } from '../state/records/kept-request.ts';
import type { StoredMessage } from '../state/records/stored-message.ts';
import { listUsage } from './list-usage.ts';
import type { Sent, SentRequest } from './view.ts';

/** Describes the bot's requests for a message, and how much of Discord's limits the message uses. */
export function describeSent({ api, requests }: StoredMessage): Sent {
  return { requests: requests.map(describeRequest), usage: listUsage(api) };
}

function describeRequest({ atMs, text, ...rest }: KeptRequest): SentRequest {
  return { at: new Date(atMs).toISOString(), ...rest, body: JSON.parse(text) };
}
