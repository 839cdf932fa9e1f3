import type { Snowflake } from 'discord-api-types/v10';

/** A file chosen for an attachment option or in a modal. */
export interface ChosenFile {
  readonly filename: string;
  /** Its text, or its bytes where it is none. */
  readonly content: string;
  readonly encoding?: 'base64';
  readonly contentType?: string;
}

/** The value of a command option, as `POST /local/act` takes it; users, roles, channels by id. */
export type OptionValue = string | number | boolean | ChosenFile;

/** What is filled in in one field of a modal, as `POST /local/act` takes it. */
export type ModalValue = string | boolean | readonly string[] | readonly ChosenFile[];

/**
 * What elements of the page ask for. They bubble and are composed; `<local-discord>` carries them out,
 * so that no element but it speaks to the server.
 */
export interface PageEvents {
  /** A button of a message was pressed. */
  'page-press': { readonly messageId: Snowflake; readonly customId: string };
  /** Values of a message's menu were chosen. */
  'page-select': {
    readonly messageId: Snowflake;
    readonly customId: string;
    readonly values: readonly string[];
  };
  /** The menu of a message is asked for, at a point of the window. */
  'page-message-menu': { readonly messageId: Snowflake; readonly x: number; readonly y: number };
  /** An ephemeral message is to disappear. */
  'page-dismiss': { readonly messageId: Snowflake };
  /** A message of the open channel is to be looked at. */
  'page-show-message': { readonly messageId: Snowflake };
  /** A mentioned channel or thread is to be opened. */
  'page-open-channel': { readonly channelId: Snowflake };
  /** A slash command is to be put into the composer; its name may be followed by options, as one types them. */
  'page-use-command': { readonly name: string };
  /** A plain message is to be sent. */
  'page-send': { readonly content: string };
  /** A slash command is to be run; subcommands are named with a blank. */
  'page-run': { readonly name: string; readonly options: Readonly<Record<string, OptionValue>> };
  /** A message command is to be run. */
  'page-run-on-message': { readonly messageId: Snowflake; readonly name: string };
  /** What was sent for a message is to be shown. */
  'page-show-sent': { readonly messageId: Snowflake };
  /** A modal was filled in. */
  'page-submit-modal': {
    readonly interactionId: Snowflake;
    readonly values: Readonly<Record<string, ModalValue>>;
  };
  'page-close-modal': { readonly interactionId: Snowflake };
}

/** Sends an event of the page from an element. */
export function emit<Name extends keyof PageEvents>(
  from: EventTarget,
  name: Name,
  detail: PageEvents[Name],
): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
