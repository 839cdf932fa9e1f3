import { without } from '../without.ts';
import type { DeedChange } from './page-change.ts';
import type { PageState } from './page-state.ts';

/** The greatest number of notices; the oldest are dropped. */
const MAX_NOTICES = 3;

/** Returns the state after a change caused by an action of the viewer. */
export function reduceDeed(state: PageState, change: DeedChange): PageState {
  switch (change.is) {
    case 'deed-started':
      return {
        ...state,
        pending: [...state.pending, change.deed],
        // A modal's problem is cleared until it is refused again.
        modal: state.modal && { ...state.modal, problem: undefined },
      };
    case 'deed-ended':
      return { ...state, pending: state.pending.filter(({ key }) => key !== change.key) };
    case 'touch-failed':
      return { ...state, failures: { ...state.failures, [change.messageId]: change.reason } };
    case 'touch-again':
      return { ...state, failures: without(state.failures, change.messageId) };
    case 'touch-ended': {
      const { messageId } = change;
      const ended = (state.touches[messageId] ?? 0) + 1;
      return { ...state, touches: { ...state.touches, [messageId]: ended } };
    }
    case 'noticed':
      return { ...state, notices: [...state.notices, change.notice].slice(-MAX_NOTICES) };
    case 'notice-read':
      return { ...state, notices: state.notices.filter(({ key }) => key !== change.key) };
    case 'modal':
      return { ...state, modal: change.modal };
    case 'modal-refused':
    default:
      return state.modal ? { ...state, modal: { ...state.modal, problem: change.reason } } : state;
  }
}
