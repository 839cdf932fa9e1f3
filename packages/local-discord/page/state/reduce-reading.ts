import type { Snowflake } from 'discord-api-types/v10';
import { guildOf } from './choose-channel.ts';
import { firstUnseen } from './unseen.ts';
import { without } from '../without.ts';
import { applyEvent, startFetch, takeFetched, UNKNOWN_MESSAGES } from './channel-messages.ts';
import type { ChannelMessages } from './channel-messages.ts';
import type { ReadingChange } from './page-change.ts';
import type { PageState } from './page-state.ts';
import { countUnread, type Unread } from './unread.ts';

/** Returns the state after a change of the messages or of what the viewer sees of them. */
export function reduceReading(state: PageState, change: ReadingChange): PageState {
  return noteSeen(applyReading(state, change));
}

function applyReading(state: PageState, change: ReadingChange): PageState {
  switch (change.is) {
    case 'channel-opened':
      return markRead({
        ...state,
        channelId: change.channelId,
        newFrom: undefined,
        startFrom: undefined,
        sent: undefined,
        attention: { ...state.attention, isNewestInSight: true },
      });
    case 'fetch-started':
      return withMessages(state, change.channelId, startFetch);
    case 'fetched':
      return beginReading(
        withMessages(state, change.channelId, (known) => takeFetched(known, change.messages)),
        state,
        change.channelId,
      );
    case 'message-event':
      return takeEvent(state, change.event);
    case 'attention':
    default:
      return markRead({ ...state, attention: { ...state.attention, ...change.attention } });
  }
}

/**
 * The first time that a channel is shown, it scrolls to what is new; to the newest message if the viewer was never
 * there.
 */
function beginReading(next: PageState, before: PageState, channelId: Snowflake): PageState {
  const wasShown = (before.messages[channelId]?.messages.length ?? 0) > 0;
  const messages = next.messages[channelId]?.messages ?? [];
  if (channelId !== next.channelId || wasShown) return next;
  const seenId = next.seen[channelId];
  if (seenId === undefined) return { ...next, startFrom: next.newFrom ?? messages.at(-1)?.id };
  const newFrom = next.newFrom ?? firstUnseen(messages, seenId, next.view?.me.id ?? '');
  return { ...next, newFrom, startFrom: newFrom };
}

/** Notes the newest message of the open channel as seen if the viewer sees it. */
function noteSeen(state: PageState): PageState {
  const channelId = state.channelId ?? '';
  const { loaded = false, messages = [] } = state.messages[channelId] ?? {};
  const newest = messages.at(-1)?.id;
  const isNoted = newest === undefined || state.seen[channelId] === newest;
  if (isNoted || !loaded || !isAttending(state)) return state;
  return { ...state, seen: { ...state.seen, [channelId]: newest } };
}

function takeEvent(
  state: PageState,
  event: Extract<ReadingChange, { readonly is: 'message-event' }>['event'],
): PageState {
  const next = withMessages(state, event.channelId, (known) => applyEvent(known, event));
  if (event.kind !== 'message') {
    const id = event.kind === 'message-edit' ? event.message.id : event.messageId;
    return { ...next, failures: without(state.failures, id) };
  }
  if (event.channelId === state.channelId && isAttending(state)) return next;
  const known = state.unread[event.channelId];
  const unread = countUnread(known, event.message, viewerIn(state, event.channelId));
  return unread ? { ...next, unread: { ...state.unread, [event.channelId]: unread } } : next;
}

function viewerIn({ view }: PageState, channelId: Snowflake) {
  const id = view?.me.id ?? '';
  const guild = view && guildOf(view, channelId);
  return { id, roles: guild?.members.find(({ user }) => user.id === id)?.roles ?? [] };
}

function isAttending({ attention }: PageState): boolean {
  return attention.isPageVisible && attention.isNewestInSight;
}

/** Marks the open channel as read if the viewer sees it, and notes where its unread messages began. */
function markRead(state: PageState): PageState {
  const unread: Unread | undefined = state.unread[state.channelId ?? ''];
  if (!unread || !isAttending(state)) return state;
  return {
    ...state,
    unread: without(state.unread, state.channelId ?? ''),
    newFrom: unread.firstId,
    startFrom: unread.firstId,
  };
}

function withMessages(
  state: PageState,
  channelId: Snowflake,
  change: (known: ChannelMessages) => ChannelMessages,
): PageState {
  const known = state.messages[channelId] ?? UNKNOWN_MESSAGES;
  return { ...state, messages: { ...state.messages, [channelId]: change(known) } };
}
