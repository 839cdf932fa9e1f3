import type { APIMessage, Snowflake } from 'discord-api-types/v10';
import type { ViewEvent } from '../../view/view.ts';

/** The messages of one channel as far as the page knows them, oldest first. */
export interface ChannelMessages {
  readonly messages: readonly APIMessage[];
  readonly loaded: boolean;
  /** What happened since a fetch began, whose answer may not know of it; absent when none runs. */
  readonly meanwhile?: readonly MessageEvent[];
}

type MessageEvent = Extract<ViewEvent, { readonly channelId: Snowflake }>;

/** A channel of which nothing is known yet. */
export const UNKNOWN_MESSAGES: ChannelMessages = { messages: [], loaded: false };

/** Notes that a fetch begins, so that what happens until its answer is not lost. */
export function startFetch(channel: ChannelMessages): ChannelMessages {
  return { ...channel, meanwhile: [] };
}

/** Takes the answer of a fetch, and upon it what happened since it began. */
export function takeFetched(
  channel: ChannelMessages,
  fetched: readonly APIMessage[],
): ChannelMessages {
  const messages = (channel.meanwhile ?? []).reduce(change, fetched.toSorted(byId));
  return { messages, loaded: true };
}

/** Applies what happened to a message. */
export function applyEvent(channel: ChannelMessages, event: MessageEvent): ChannelMessages {
  return {
    ...channel,
    messages: change(channel.messages, event),
    ...(channel.meanwhile ? { meanwhile: [...channel.meanwhile, event] } : {}),
  };
}

/** Orders by id, and so by time: ids are numbers too long for a number. */
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
