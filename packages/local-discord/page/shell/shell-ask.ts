import type { Snowflake } from 'discord-api-types/v10';
import type { Panel, Theme } from '../state/page-state.ts';

/** A request of an element of the shell to `<local-discord>`. */
export type ShellAsk =
  | { readonly to: 'look-as'; readonly userId: Snowflake }
  | { readonly to: 'set-theme'; readonly theme: Theme }
  /** Shows a panel, or hides it if it is shown. */
  | { readonly to: 'toggle-panel'; readonly panel: Exclude<Panel, 'none'> }
  | { readonly to: 'close-panel' }
  | { readonly to: 'open-nav'; readonly open: boolean }
  | { readonly to: 'attend'; readonly isNewestInSight: boolean }
  | { readonly to: 'move-clock'; readonly advanceMs: number }
  | { readonly to: 'drop-notice'; readonly key: number }
  | { readonly to: 'drop-hint' };

/** Sends a request from an element of the shell. */
export function ask(from: EventTarget, detail: ShellAsk): void {
  from.dispatchEvent(new CustomEvent('shell-ask', { detail, bubbles: true, composed: true }));
}
