import type {
  APIApplicationCommand,
  APIGuildMember,
  APIMessage,
  APIRole,
  APIUser,
  Snowflake,
} from 'discord-api-types/v10';

/** What the page shows to one user, apart from messages: `GET /local/view?as=`. */
export interface View {
  /** Ms since 1970 by this Discord's clock, which may have been moved forward. */
  readonly now: number;
  readonly application: {
    readonly id: Snowflake;
    readonly name: string;
    /** Whether the bot is connected. */
    readonly isOnline: boolean;
  };
  /** What the page proposes to someone who opens it for the first time. */
  readonly hints: readonly Hint[];
  readonly me: APIUser;
  /** Users through whose eyes the page can look, this one included; no bots. */
  readonly people: readonly APIUser[];
  /** The servers that this user is a member of. */
  readonly guilds: readonly ViewGuild[];
  /** The conversation with the bot. */
  readonly direct: ViewChannel;
}

/** A command to try; the page proposes it where it can be run. */
export interface Hint {
  /** As it is typed, without the slash: `schedule add`. */
  readonly command: string;
  /** What the message box holds once the hint is taken: `schedule add time:08:00`. */
  readonly line: string;
  /** What it does: "Have a digest posted every day". */
  readonly words: string;
}

/** A server as one of its members sees it. */
export interface ViewGuild {
  readonly id: Snowflake;
  readonly name: string;
  readonly ownerId: Snowflake;
  readonly roles: readonly APIRole[];
  readonly members: readonly ViewMember[];
  /** Those that the member can view, in the order of the list; threads follow their channel. */
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
 * What changes for one user: `GET /local/events?as=`, server-sent events named by `kind` with this as
 * JSON. Ephemeral messages come to the one who sees them; a message that says "thinking …" has the flag
 * `Loading` until its update.
 */
export type ViewEvent =
  | { readonly kind: 'message'; readonly channelId: Snowflake; readonly message: APIMessage }
  | { readonly kind: 'message-edit'; readonly channelId: Snowflake; readonly message: APIMessage }
  | {
      readonly kind: 'message-delete';
      readonly channelId: Snowflake;
      readonly messageId: Snowflake;
    }
  /** Servers, channels, roles, members, commands or whether the bot is there: ask for the view again. */
  | { readonly kind: 'view' }
  | { readonly kind: 'clock'; readonly now: number };

/** Everything that the bot sent for one message, oldest first: `GET /local/sent?as=&in=&message=`. */
export interface Sent {
  readonly requests: readonly SentRequest[];
  /** How much of each limit the message as it stands uses. */
  readonly usage: readonly Usage[];
}

/** A request as the bot made it. */
export interface SentRequest {
  /** ISO 8601, UTC, by this Discord's clock. */
  readonly at: string;
  readonly method: string;
  /** Below `/api/v10`; tokens are left out. */
  readonly path: string;
  /** The exact JSON. */
  readonly body: unknown;
  readonly files: readonly {
    readonly name: string;
    readonly contentType: string;
    readonly bytes: number;
  }[];
}

/** A limit of Discord and how far a message goes towards it. */
export interface Usage {
  /** In words: "Characters in all text displays". */
  readonly what: string;
  readonly used: number;
  readonly limit: number;
}

/** The answer to `POST /local/clock` with `{"advanceMs": …}`, which moves the clock forward. */
export interface ClockMoved {
  readonly now: number;
}
