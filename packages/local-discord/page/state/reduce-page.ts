import { chooseChannel } from './choose-channel.ts';
import type { FrameChange, PageChange } from './page-change.ts';
import { NOBODYS_STATE, type PageState } from './page-state.ts';
import { reduceDeed } from './reduce-deed.ts';
import { reduceReading } from './reduce-reading.ts';

/** Returns the state after a change. */
export function reducePage(state: PageState, change: PageChange): PageState {
  switch (change.is) {
    case 'channel-opened':
    case 'fetch-started':
    case 'fetched':
    case 'message-event':
    case 'attention':
      return reduceReading(state, change);
    case 'deed-started':
    case 'deed-ended':
    case 'touch-failed':
    case 'touch-again':
    case 'touch-ended':
    case 'noticed':
    case 'notice-read':
    case 'modal':
    case 'modal-refused':
      return reduceDeed(state, change);
    case 'gone':
    case 'live':
    case 'viewer':
    case 'view':
    case 'commands':
    case 'sent':
    case 'clock':
    case 'move':
    case 'looks':
    default:
      return reduceFrame(state, change);
  }
}

function reduceFrame(state: PageState, change: FrameChange): PageState {
  switch (change.is) {
    case 'gone':
      return { ...state, connection: 'gone', pending: [] };
    case 'live':
      // The commands stay until new ones arrive, so that the command being typed isn't lost.
      return { ...state, connection: 'live', messages: forgetLoaded(state.messages) };
    case 'viewer':
      return { ...state, ...NOBODYS_STATE, viewerId: change.viewerId };
    case 'view':
      return {
        ...state,
        view: change.view,
        viewerId: change.view.me.id,
        channelId: chooseChannel(change.view, [state.channelId]).id,
        clock: { now: change.view.now, readAt: change.readAt },
      };
    case 'commands':
      return { ...state, commands: { ...state.commands, [change.channelId]: change.commands } };
    case 'sent':
      return { ...state, sent: change.sent };
    case 'clock':
      return { ...state, clock: { now: change.now, readAt: change.readAt } };
    case 'move':
      return { ...state, move: change.move };
    case 'looks':
    default:
      return { ...state, looks: { ...state.looks, ...change.looks } };
  }
}

function forgetLoaded(messages: PageState['messages']): PageState['messages'] {
  return Object.fromEntries(
    Object.entries(messages).map(([id, channel]) => [id, { ...channel, loaded: false }]),
  );
}
