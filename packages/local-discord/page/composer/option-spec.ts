import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { localDescription, localName, type Described, type Named } from './localized.ts';
import type { PickItem } from '../pick/pick-items.ts';

/** Discord's numbers of the kinds of options that take a value; subcommands are 1 and 2. */
const kinds = {
  3: 'string',
  4: 'integer',
  5: 'boolean',
  6: 'user',
  7: 'channel',
  8: 'role',
  9: 'mentionable',
  10: 'number',
  11: 'attachment',
} as const;

/** What an option takes. */
export type OptionKind = (typeof kinds)[keyof typeof kinds];

/** An option of a command as the composer needs it. */
export interface OptionSpec {
  /** What the server knows it by. */
  readonly name: string;
  /** What the viewer reads. */
  readonly shown: string;
  readonly description: string;
  readonly kind: OptionKind;
  readonly required: boolean;
  readonly autocomplete: boolean;
  /** Fixed choices; empty where any value goes. Numbers stand in `value` as text. */
  readonly choices: readonly PickItem[];
  /** Of a number its least value, of a text its least length. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Discord's numbers of the channel types that are taken; empty for all. */
  readonly channelTypes: readonly number[];
}

/** Reads an option as registered. `undefined` for a kind that is not known here. */
export function readOptionSpec(
  option: APIApplicationCommandBasicOption,
  locale: string,
): OptionSpec | undefined {
  const kind: OptionKind | undefined = (kinds as Readonly<Record<number, OptionKind>>)[option.type];
  if (kind === undefined) return undefined;
  // The registered form as one record: which fields there are depends on the kind.
  const given: Loose = option;
  const isText = kind === 'string';
  return {
    name: option.name,
    shown: localName(given, locale),
    description: localDescription(given, locale),
    kind,
    required: option.required ?? false,
    autocomplete: given.autocomplete ?? false,
    choices: (given.choices ?? []).map((choice) => choiceItem(choice, locale)),
    min: isText ? given.min_length : given.min_value,
    max: isText ? given.max_length : given.max_value,
    channelTypes: given.channel_types ?? [],
  };
}

/** A choice, fixed or suggested, as the bot names it. */
export type Choice = Named & { readonly value: string | number };

/** A choice as an item of a list. */
export function choiceItem(choice: Choice, locale: string): PickItem {
  return { value: String(choice.value), label: localName(choice, locale) };
}

type Loose = Named &
  Described & {
    readonly autocomplete?: boolean;
    readonly choices?: readonly Choice[];
    readonly min_value?: number;
    readonly max_value?: number;
    readonly min_length?: number;
    readonly max_length?: number;
    readonly channel_types?: readonly number[];
  };
