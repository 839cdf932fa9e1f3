import type { APIMessage, Snowflake } from 'discord-api-types/v10';
import type { ViewEvent } from '../../view/view.ts';

/** The messages of a channel that the page knows, oldest first. */
export interface ChannelMessages {
  readonly messages: readonly APIMessage[];
  readonly loaded: boolean;
  /** Events since a fetch began, which its answer may not include; undefined if no fetch is running. */
  readonly meanwhile?: readonly MessageEvent[];
}

type MessageEvent = Extract<ViewEvent, { readonly channelId: Snowflake }>;

/** The messages of a channel before anything was fetched. */
export const UNKNOWN_MESSAGES: ChannelMessages = { messages: [], loaded: false };

/** Starts to collect events until the answer of a fetch arrives. */
export function startFetch(channel: ChannelMessages): ChannelMessages {
  return { ...channel, meanwhile: [] };
}

/** Replaces the messages by those of a fetch, and applies the events since the fetch began. */
export function takeFetched(
  channel: ChannelMessages,
  fetched: readonly APIMessage[],
): ChannelMessages {
  const messages = (channel.meanwhile ?? []).reduce(change, fetched.toSorted(byId));
  return { messages, loaded: true };
}

/** Applies an event of a message. */
export function applyEvent(channel: ChannelMessages, event: MessageEvent): ChannelMessages {
  return {
    ...channel,
    messages: change(channel.messages, event),
    ...(channel.meanwhile ? { meanwhile: [...channel.meanwhile, event] } : {}),
  };
}

/** Compares by id, and so by time. Ids are integers that are too long for a JavaScript number. */
export function byId(a: { readonly id: Snowflake }, b: { readonly id: Snowflake }): number {
  return a.id.length - b.id.length || (a.id < b.id ? -1 : Number(a.id > b.id));
}

function change(messages: readonly APIMessage[], event: MessageEvent): readonly APIMessage[] {
  if (event.kind === 'message-delete') {
    return messages.filter(({ id }) => id !== event.messageId);
  }
  const { message } = event;
  const isKnown = messages.some(({ id }) => id === message.id);
  if (isKnown) return messages.map((one) => (one.id === message.id ? message : one));
  return [...messages, message].toSorted(byId);
}
