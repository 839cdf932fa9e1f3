import type {
  APIApplicationCommand,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  Snowflake,
} from 'discord-api-types/v10';
import type { Sent, View } from '../../view/view.ts';
import type { Remembered } from './memory.ts';
import type { ChannelMessages } from './messages.ts';
import type { ClockMove, ClockReading } from './page-clock.ts';
import type { Unread } from './unread.ts';

/** The page's colours. */
export type Theme = 'dark' | 'light';

/** What stands at the right of the messages. */
export type Panel = 'none' | 'members' | 'sent' | 'clock';

/** Something that has been asked of the bot and waits for its first answer. */
export interface PendingDeed {
  readonly key: number;
  readonly channelId: Snowflake;
  readonly label: string;
}

/** Tells the viewer what did not work. */
export interface Notice {
  readonly key: number;
  readonly channelId: Snowflake | undefined;
  readonly text: string;
  readonly reason?: string;
}

/** A modal that the bot has opened. */
export interface OpenModal {
  readonly interactionId: Snowflake;
  readonly modal: APIModalInteractionResponseCallbackData;
  /** Why it could not be sent. */
  readonly problem?: string | undefined;
}

/** A message whose requests are looked at. */
export interface SentView {
  readonly channelId: Snowflake;
  readonly messageId: Snowflake;
  readonly answer?: Sent;
  readonly problem?: string;
}

/** Whether the viewer can see the newest message of the open channel: both must hold. */
export interface Attention {
  readonly isPageVisible: boolean;
  readonly isNewestInSight: boolean;
}

/** What the viewer has set to their liking. */
export interface Looks {
  readonly theme: Theme;
  /** Absent for as long as the theme is the browser's. */
  readonly chosenTheme: Theme | undefined;
  readonly panel: Panel;
  /** Whether servers and channels are drawn over the messages, where there is no room beside them. */
  readonly navOpen: boolean;
  readonly hintOpen: boolean;
}

/** Everything that the page shows. */
export interface PageState {
  readonly connection: 'connecting' | 'live' | 'gone';
  /** Through whose eyes the page looks; the local Discord's manager if absent. */
  readonly viewerId: Snowflake | undefined;
  readonly view: View | undefined;
  readonly channelId: Snowflake | undefined;
  readonly messages: Readonly<Record<Snowflake, ChannelMessages>>;
  readonly commands: Readonly<Record<Snowflake, readonly APIApplicationCommand[]>>;
  readonly unread: Readonly<Record<Snowflake, Unread>>;
  /** The message in the open channel from which on all were new. */
  readonly newFrom: Snowflake | undefined;
  /** The message in the open channel at which reading begins; at the newest if absent. */
  readonly startFrom: Snowflake | undefined;
  /** The newest message that was ever before the viewer's eyes, by channel. */
  readonly seen: Readonly<Record<Snowflake, Snowflake>>;
  readonly attention: Attention;
  /** Why a press or choice came to nothing, by its message. */
  readonly failures: Readonly<Record<Snowflake, string>>;
  /** How many presses and choices have been answered, by their message. */
  readonly touches: Readonly<Record<Snowflake, number>>;
  readonly pending: readonly PendingDeed[];
  readonly notices: readonly Notice[];
  readonly modal: OpenModal | undefined;
  readonly sent: SentView | undefined;
  readonly clock: ClockReading | undefined;
  readonly move: ClockMove | undefined;
  readonly looks: Looks;
}

/** What belongs to one viewer, before they have seen anything: no other may go on seeing it. */
export const NOBODYS_STATE = {
  messages: {},
  commands: {},
  unread: {},
  newFrom: undefined,
  startFrom: undefined,
  failures: {},
  touches: {},
  pending: [],
  notices: [],
  modal: undefined,
  sent: undefined,
} satisfies Partial<PageState>;

/** The state before anything is known but what was remembered. */
export function startState(
  remembered: Remembered,
  browser: {
    readonly prefersLight: boolean;
    readonly isNarrow: boolean;
    readonly channelId?: string | undefined;
  },
): PageState {
  return {
    connection: 'connecting',
    viewerId: remembered.viewerId,
    view: undefined,
    channelId: browser.channelId ?? remembered.channelId,
    ...NOBODYS_STATE,
    seen: remembered.seen ?? {},
    attention: { isPageVisible: true, isNewestInSight: true },
    clock: undefined,
    move: undefined,
    looks: {
      theme: remembered.theme ?? (browser.prefersLight ? 'light' : 'dark'),
      chosenTheme: remembered.theme,
      panel: browser.isNarrow ? 'none' : (remembered.panel ?? 'members'),
      navOpen: false,
      hintOpen: remembered.hintDismissed !== true,
    },
  };
}

const NO_MESSAGES: readonly never[] = [];

/** The messages of the open channel that are to be seen. */
export function listVisible(state: PageState): readonly APIMessage[] {
  return state.messages[state.channelId ?? '']?.messages ?? NO_MESSAGES;
}
