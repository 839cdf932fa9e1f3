import type { Message } from '../render/message.ts';
import type { OptionSpecs, OptionValues } from './option.ts';
import type { Services } from './services.ts';

/** Who asked, where and when; the same for every kind of interaction. */
export interface CommandContext {
  readonly services: Services;
  readonly now: Date;
  /** The requester's Discord locale, such as "en-GB" or "fr". */
  readonly locale: string;
  readonly userId: string;
  /** Has Manage Server here. Commands that need it declare `access: 'managers'`; it is checked for them. */
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

/** Suggests values for one option from what was typed so far; never throws for odd input. */
export type Suggest = (
  typed: string,
  context: CommandContext,
  others: Readonly<Record<string, unknown>>,
) => Choice[] | Promise<Choice[]>;

/** The part of a command that runs: its options declared as data, and one function of their values. */
export interface Action<O extends OptionSpecs> {
  readonly description: string;
  readonly options: O;
  /** Who sees the answer: everyone in the channel, or only the requester. Only the requester sees an error. */
  readonly audience: 'channel' | 'requester';
  /** Set where a command is for everyone, and this part of it is not. */
  readonly access?: 'managers';
  readonly example: string;
  run(options: OptionValues<O>, context: CommandContext): Promise<Message>;
  readonly suggest?: { readonly [K in keyof O]?: Suggest };
}

/**
 * What a button or menu does. Its `custom_id` is `<command>:<name>:<state…>`, at most 100 characters,
 * so it works after a restart. `values` are a menu's chosen values.
 */
type ComponentHandler = (
  state: readonly string[],
  context: CommandContext,
  values: readonly string[],
) => Promise<Message>;

interface Shared {
  readonly name: string;
  readonly access: 'everyone' | 'managers';
  /** Where it may be used. User installs allow all three. */
  readonly contexts: readonly ('guild' | 'bot-dm' | 'private-channel')[];
  readonly components?: Readonly<Record<string, ComponentHandler>>;
}

/** A slash command, either one action or several subcommands. */
export interface SlashCommand extends Shared {
  readonly kind: 'slash';
  readonly description: string;
  // Actions of different option types stand in one list; `defineAction` has checked each on its own.
  readonly action?: AnyAction;
  readonly subcommands?: Readonly<Record<string, AnyAction>>;
}

/** An entry in a message's context menu. */
export interface MessageCommand extends Shared {
  readonly kind: 'message';
  readonly description: string;
  run(target: TargetMessage, context: CommandContext): Promise<Message>;
  readonly audience: 'channel' | 'requester';
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

/** An action whose option types have been forgotten; the dispatcher parses values before calling it. */
export interface AnyAction {
  readonly description: string;
  readonly options: OptionSpecs;
  readonly audience: 'channel' | 'requester';
  readonly access?: 'managers';
  readonly example: string;
  run(options: Readonly<Record<string, unknown>>, context: CommandContext): Promise<Message>;
  readonly suggest?: Readonly<Record<string, Suggest | undefined>>;
}

/** Keeps an action's option types for its `run`, then lets it stand among others. */
export function defineAction<const O extends OptionSpecs>(action: Action<O>): AnyAction {
  return action;
}
