import type { Panel } from '../../state/page-state.ts';

/** What each panel is called, on its head and on the button that opens it. */
export const PANEL_TITLES = {
  sent: 'What the bot sent',
  clock: 'Clock',
  members: 'Members',
} as const satisfies Record<Exclude<Panel, 'none'>, string>;
