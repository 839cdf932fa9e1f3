import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import { localDescription, localName, type Described, type Named } from './localized.ts';
import type { PickItem } from '../pick/pick-items.ts';

/** Discord's numbers for the types of options that take a value. Subcommands are 1 and 2. */
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

/** The type of an option's value. */
export type OptionKind = (typeof kinds)[keyof typeof kinds];

/** An option of a command, localized for the viewer. */
export interface OptionSpec {
  /** The registered name. */
  readonly name: string;
  /** The name in the viewer's language. */
  readonly shown: string;
  readonly description: string;
  readonly kind: OptionKind;
  readonly required: boolean;
  readonly autocomplete: boolean;
  /** Fixed choices; empty if any value is allowed. Numbers are strings in `value`. */
  readonly choices: readonly PickItem[];
  /** A number's minimum, or a text's minimum length. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Discord's numbers for the channel types that are allowed; empty for all. */
  readonly channelTypes: readonly number[];
}

/** Reads a registered option. `undefined` if its type isn't known here. */
export function readOptionSpec(
  option: APIApplicationCommandBasicOption,
  locale: string,
): OptionSpec | undefined {
  const kind: OptionKind | undefined = (kinds as Readonly<Record<number, OptionKind>>)[option.type];
  if (kind === undefined) return undefined;
  // One record type, because which fields exist depends on the option's type.
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

/** A choice, fixed or suggested, as the bot gave it. */
export type Choice = Named & { readonly value: string | number };

/** Converts a choice to an item of a list. */
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
