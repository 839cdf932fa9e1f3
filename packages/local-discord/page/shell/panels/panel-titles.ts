import type { Panel } from '../../state/page-state.ts';

/** The title of each panel, also the label of the button that opens it. */
export const PANEL_TITLES = {
  sent: 'What the bot sent',
  clock: 'Clock',
  members: 'Members',
} as const satisfies Record<Exclude<Panel, 'none'>, string>;
