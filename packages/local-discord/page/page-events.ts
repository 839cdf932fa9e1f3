import type { Snowflake } from 'discord-api-types/v10';

/** A file chosen for an attachment option or in a modal. */
export interface ChosenFile {
  readonly filename: string;
  /** Its text, or its bytes in base64 if it isn't text. */
  readonly content: string;
  readonly encoding?: 'base64';
  readonly contentType?: string;
}

/** The value of a command option, as `POST /local/act` takes it. Users, roles and channels are ids. */
export type OptionValue = string | number | boolean | ChosenFile;

/** The value of one field of a modal, as `POST /local/act` takes it. */
export type ModalValue = string | boolean | readonly string[] | readonly ChosenFile[];

/**
 * The events by which elements of the page request things. They bubble and are composed.
 * `<local-discord>` handles them, so that it is the only element that talks to the server.
 */
export interface PageEvents {
  /** A button of a message was pressed. */
  'page-press': { readonly messageId: Snowflake; readonly customId: string };
  /** Values were chosen in a menu of a message. */
  'page-select': {
    readonly messageId: Snowflake;
    readonly customId: string;
    readonly values: readonly string[];
  };
  /** Open a message's context menu at a point of the window. */
  'page-message-menu': { readonly messageId: Snowflake; readonly x: number; readonly y: number };
  /** Dismiss an ephemeral message. */
  'page-dismiss': { readonly messageId: Snowflake };
  /** Scroll to a message of the open channel. */
  'page-show-message': { readonly messageId: Snowflake };
  /** Open a mentioned channel or thread. */
  'page-open-channel': { readonly channelId: Snowflake };
  /**
   * Put a slash command into the composer. Its name may be followed by options, as a user types
   * them.
   */
  'page-use-command': { readonly name: string };
  /** Send a plain message. */
  'page-send': { readonly content: string };
  /** Run a slash command. The name of a subcommand follows its command's after a space. */
  'page-run': { readonly name: string; readonly options: Readonly<Record<string, OptionValue>> };
  /** Run a message command. */
  'page-run-on-message': { readonly messageId: Snowflake; readonly name: string };
  /** Show the requests that the bot sent for a message. */
  'page-show-sent': { readonly messageId: Snowflake };
  /** Submit a modal. */
  'page-submit-modal': {
    readonly interactionId: Snowflake;
    readonly values: Readonly<Record<string, ModalValue>>;
  };
  'page-close-modal': { readonly interactionId: Snowflake };
}

/** Dispatches an event of the page from an element. */
export function emit<Name extends keyof PageEvents>(
  from: EventTarget,
  name: Name,
  detail: PageEvents[Name],
): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
