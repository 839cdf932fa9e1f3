import type { Usual } from '../digest/guild/usual.ts';
import type { Message } from '../render/message.ts';
import type { OptionSpecs, OptionValues } from './option.ts';
import type { Services } from './services.ts';

/** Who used a command, where and when; the same for every kind of interaction. */
export interface CommandContext {
  readonly services: Services;
  readonly now: Date;
  /** The requester's Discord locale, such as "en-GB" or "fr". */
  readonly locale: string;
  /** Discord's locale of the server. */
  readonly guildLocale?: string;
  /** What is used where they name no language or zone: the server's choice, or without a server what suits them. */
  readonly usual: Usual;
  readonly userId: string;
  /** Whether they have Manage Server here. Commands that need it declare `access: 'managers'` and do not check it themselves. */
  readonly isManager: boolean;
  /** Absent in direct messages. */
  readonly guildId?: string;
  readonly channelId: string;
}

/** One entry of an autocomplete list. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** Suggests values for one option from what was typed so far. It must not throw, whatever was typed. */
export type Suggest = (
  typed: string,
  context: CommandContext,
  others: Readonly<Record<string, unknown>>,
) => Choice[] | Promise<Choice[]>;

/** A command or subcommand that can be run: its options as data, and a function of their values. */
export interface Action<O extends OptionSpecs> {
  readonly description: string;
  readonly options: O;
  /** Who sees the answer: everyone in the channel, or only the requester. Only the requester sees an error. */
  readonly audience: 'channel' | 'requester';
  /** Set if the command is for everyone but this action is not. */
  readonly access?: 'managers';
  /** Set if it stores nothing. Then it may run before Discord has acknowledged it, and answers in one request if it is quick. */
  readonly storesNothing?: true;
  readonly example: string;
  run(options: OptionValues<O>, context: CommandContext): Promise<Message>;
  readonly suggest?: { readonly [K in keyof O]?: Suggest };
}

/**
 * Handles a button or menu. Its `custom_id` is `<command>:<name>:<state…>`, at most 100 characters, so that it still
 * works after a restart. `values` are the values that were chosen in a menu.
 */
type ComponentHandler = (
  state: readonly string[],
  context: CommandContext,
  values: readonly string[],
) => Promise<Message>;

interface Shared {
  readonly name: string;
  readonly access: 'everyone' | 'managers';
  /** Where the command may be used. All three require that users can install it. */
  readonly contexts: readonly ('guild' | 'bot-dm' | 'private-channel')[];
  /** Each replaces the message that its button or menu is on. */
  readonly components?: Readonly<Record<string, ComponentHandler>>;
  /** Each answers with a message that only the requester sees, and leaves the other as it is. */
  readonly replies?: Readonly<Record<string, ComponentHandler>>;
}

/** A slash command, either one action or several subcommands. */
export interface SlashCommand extends Shared {
  readonly kind: 'slash';
  readonly description: string;
  // `defineAction` has checked the option types of each action.
  readonly action?: AnyAction;
  readonly subcommands?: Readonly<Record<string, AnyAction>>;
}

/** A command in the context menu of a message. */
export interface MessageCommand extends Shared {
  readonly kind: 'message';
  readonly description: string;
  run(target: TargetMessage, context: CommandContext): Promise<Message>;
  readonly audience: 'channel' | 'requester';
  readonly storesNothing?: true;
  readonly example: string;
}

/** The message that a context menu was opened on. */
export interface TargetMessage {
  readonly id: string;
  readonly content: string;
  readonly url: string;
  /** Texts and links of its embeds, in order. */
  readonly embeds: readonly { readonly text: string; readonly url?: string }[];
}

export type Command = SlashCommand | MessageCommand;

/** An action without its option types, so that all actions fit into one list. Values are parsed before `run`. */
export interface AnyAction {
  readonly description: string;
  readonly options: OptionSpecs;
  readonly audience: 'channel' | 'requester';
  readonly access?: 'managers';
  readonly storesNothing?: true;
  readonly example: string;
  run(options: Readonly<Record<string, unknown>>, context: CommandContext): Promise<Message>;
  readonly suggest?: Readonly<Record<string, Suggest | undefined>>;
}

/** Checks an action's `run` and `suggest` against its options. */
export function defineAction<const O extends OptionSpecs>(action: Action<O>): AnyAction {
  return action;
}
