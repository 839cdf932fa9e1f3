import type {
  APIApplicationCommand,
  APIGuildMember,
  APIMessage,
  APIRole,
  APIUser,
  Snowflake,
} from 'discord-api-types/v10';

/** Everything that the page shows to a user except messages: `GET /local/view?as=`. */
export interface View {
  /** The time of this Discord's clock, in ms since 1970. It may have been moved forward. */
  readonly now: number;
  readonly application: {
    readonly id: Snowflake;
    readonly name: string;
    /** Whether the bot is connected. */
    readonly isOnline: boolean;
  };
  /** Commands that the page suggests on a first visit. */
  readonly hints: readonly Hint[];
  readonly me: APIUser;
  /** All users except bots. The page can be viewed as any of them. */
  readonly people: readonly APIUser[];
  /** The servers that this user is a member of. */
  readonly guilds: readonly ViewGuild[];
  /** The DM channel with the bot. */
  readonly direct: ViewChannel;
}

/** A command to try. The page suggests it in channels where the user can run it. */
export interface Hint {
  /** The command's name with its subcommand, without the slash: `schedule add`. */
  readonly command: string;
  /** The text of the message box after a click on the hint: `schedule add time:08:00`. */
  readonly line: string;
  /** A description of what it does: "Have a digest posted every day". */
  readonly words: string;
}

/** A server as one of its members sees it. */
export interface ViewGuild {
  readonly id: Snowflake;
  readonly name: string;
  readonly ownerId: Snowflake;
  readonly roles: readonly APIRole[];
  readonly members: readonly ViewMember[];
  /** The channels that the member can view, in order. Threads follow their channel. */
  readonly channels: readonly ViewChannel[];
}

export type ViewMember = APIGuildMember & { readonly user: APIUser };

/** A channel or thread as one user sees it. */
export interface ViewChannel {
  readonly id: Snowflake;
  /** Discord's number of the channel type. */
  readonly type: number;
  readonly name: string;
  readonly topic?: string;
  readonly guildId?: Snowflake;
  /** The channel that a thread belongs to. */
  readonly parentId?: Snowflake;
  readonly archived?: boolean;
  readonly canSend: boolean;
}

/** The commands offered to a user in one channel: `GET /local/commands?as=&in=`. */
export interface OfferedCommands {
  readonly commands: readonly APIApplicationCommand[];
}

/** Messages that a user sees in a channel, oldest first: `GET /local/messages?as=&in=`. */
export interface ViewMessages {
  readonly messages: readonly APIMessage[];
}

/**
 * A change that one user sees: `GET /local/events?as=` streams them as server-sent events that are named by
 * `kind` and have this as JSON. Ephemeral messages are sent only to their user. A deferred answer has the flag
 * `Loading` until it is edited.
 */
export type ViewEvent =
  | { readonly kind: 'message'; readonly channelId: Snowflake; readonly message: APIMessage }
  | { readonly kind: 'message-edit'; readonly channelId: Snowflake; readonly message: APIMessage }
  | {
      readonly kind: 'message-delete';
      readonly channelId: Snowflake;
      readonly messageId: Snowflake;
    }
  /** Servers, channels, roles, members, commands or the bot's status changed. Request the view again. */
  | { readonly kind: 'view' }
  | { readonly kind: 'clock'; readonly now: number };

/** The bot's requests for a message, oldest first: `GET /local/sent?as=&in=&message=`. */
export interface Sent {
  readonly requests: readonly SentRequest[];
  /** How much of each limit the message currently uses. */
  readonly usage: readonly Usage[];
}

/** A request of the bot. */
export interface SentRequest {
  /** The time of this Discord's clock, as ISO 8601 in UTC. */
  readonly at: string;
  readonly method: string;
  /** The path below `/api/v10`, without tokens. */
  readonly path: string;
  /** The request's JSON. */
  readonly body: unknown;
  readonly files: readonly {
    readonly name: string;
    readonly contentType: string;
    readonly bytes: number;
  }[];
}

/** A limit of Discord and how much of it a message uses. */
export interface Usage {
  /** The name of the limit: "Characters in all text displays". */
  readonly what: string;
  readonly used: number;
  readonly limit: number;
}

/** The answer to `POST /local/clock` with `{"advanceMs": …}`, which moves the clock forward. */
export interface ClockMoved {
  readonly now: number;
}
