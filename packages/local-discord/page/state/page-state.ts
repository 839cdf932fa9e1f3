import type {
  APIApplicationCommand,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  Snowflake,
} from 'discord-api-types/v10';
import type { Sent, View } from '../../view/view.ts';
import type { Remembered } from './memory.ts';
import type { ChannelMessages } from './channel-messages.ts';
import type { ClockMove, ClockReading } from './page-clock.ts';
import type { Unread } from './unread.ts';

/** The page's colours. */
export type Theme = 'dark' | 'light';

/** The panel to the right of the messages. */
export type Panel = 'none' | 'members' | 'sent' | 'clock';

/** A request to the bot that waits for its first answer. */
export interface PendingDeed {
  readonly key: number;
  readonly channelId: Snowflake;
  readonly label: string;
}

/** A line that tells the viewer what failed. */
export interface Notice {
  readonly key: number;
  readonly channelId: Snowflake | undefined;
  readonly text: string;
  readonly reason?: string;
}

/** A modal that the bot opened. */
export interface OpenModal {
  readonly interactionId: Snowflake;
  readonly modal: APIModalInteractionResponseCallbackData;
  /** Why it was refused. */
  readonly problem?: string | undefined;
}

/** The message whose requests the panel shows. */
export interface SentView {
  readonly channelId: Snowflake;
  readonly messageId: Snowflake;
  readonly answer?: Sent;
  readonly problem?: string;
}

/**
 * Whether the page and the newest message are visible. The viewer sees that message only if both
 * are.
 */
export interface Attention {
  readonly isPageVisible: boolean;
  readonly isNewestInSight: boolean;
}

/** The page's settings and open parts. */
export interface Looks {
  readonly theme: Theme;
  /** Undefined while the theme follows the browser. */
  readonly chosenTheme: Theme | undefined;
  readonly panel: Panel;
  /** Whether the list of servers and channels is open, on screens where it covers the messages. */
  readonly navOpen: boolean;
  readonly hintOpen: boolean;
}

/** Everything that the page shows. */
export interface PageState {
  readonly connection: 'connecting' | 'live' | 'gone';
  /** The user whose view the page shows; undefined until the local Discord has chosen one. */
  readonly viewerId: Snowflake | undefined;
  readonly view: View | undefined;
  readonly channelId: Snowflake | undefined;
  readonly messages: Readonly<Record<Snowflake, ChannelMessages>>;
  readonly commands: Readonly<Record<Snowflake, readonly APIApplicationCommand[]>>;
  readonly unread: Readonly<Record<Snowflake, Unread>>;
  /** The first new message of the open channel. */
  readonly newFrom: Snowflake | undefined;
  /** The message of the open channel to which it scrolls at first; the newest if undefined. */
  readonly startFrom: Snowflake | undefined;
  /** The newest message that the viewer has seen, by channel. */
  readonly seen: Readonly<Record<Snowflake, Snowflake>>;
  readonly attention: Attention;
  /** Why a press or choice failed, by its message. */
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

/** The initial state of everything that belongs to one viewer; a change of viewer resets it. */
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

/** Returns the initial state from what was stored and from the browser. */
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

/** Lists the messages of the open channel. */
export function listVisible(state: PageState): readonly APIMessage[] {
  return state.messages[state.channelId ?? '']?.messages ?? NO_MESSAGES;
}
