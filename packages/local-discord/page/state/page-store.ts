import type { PageChange } from './page-change.ts';
import type { PageState } from './page-state.ts';
import { reducePage } from './reduce-page.ts';

/** Holds the page's state and notifies its listeners of every change. */
export interface PageStore {
  readonly state: PageState;
  apply(change: PageChange): void;
  subscribe(listener: (state: PageState) => void): () => void;
}

/** Creates a store with an initial state. */
export function createPageStore(start: PageState): PageStore {
  let state = start;
  const listeners = new Set<(state: PageState) => void>();
  return {
    get state() {
      return state;
    },
    apply(change) {
      state = reducePage(state, change);
      for (const listener of listeners) listener(state);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
