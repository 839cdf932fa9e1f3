import type { OptionValue } from '../page-events.ts';
import type { CommandEntry } from './command-entries.ts';
import type { OptionSpec } from './option-spec.ts';

/** A command that is being filled in. */
export interface Draft {
  readonly entry: CommandEntry;
  /** The options shown, in their order on the page. */
  readonly fields: readonly DraftField[];
}

/** A shown option with its value. */
export interface DraftField {
  readonly option: OptionSpec;
  readonly text: string;
  /** The value that was picked; undefined once something else is typed. */
  readonly chosen?: OptionValue | undefined;
}

/** Starts a command with its required options. */
export function startDraft(entry: CommandEntry): Draft {
  const fields = entry.options
    .filter(({ required }) => required)
    .map((option) => ({ option, text: '' }));
  return { entry, fields };
}

/** Adapts a draft to a command that was registered again. Options that still exist keep their text. */
export function renewDraft(draft: Draft, entry: CommandEntry): Draft {
  const known = draft.fields.flatMap((field) => {
    const option = entry.options.find(({ name }) => name === field.option.name);
    return option
      ? [option.kind === field.option.kind ? { ...field, option } : { option, text: '' }]
      : [];
  });
  const missing = startDraft(entry).fields.filter(
    ({ option }) => !known.some((field) => field.option.name === option.name),
  );
  return { entry, fields: [...missing, ...known] };
}

/** Lists the options that aren't shown yet. */
export function optionsLeft({ entry, fields }: Draft): OptionSpec[] {
  return entry.options.filter(({ name }) => !fields.some(({ option }) => option.name === name));
}

/** Adds an option at the end. */
export function addField(draft: Draft, name: string): Draft {
  const option = optionsLeft(draft).find((one) => one.name === name);
  return option ? { ...draft, fields: [...draft.fields, { option, text: '' }] } : draft;
}

/**
 * Removes an option and its text. A required one stays.
 *
 * @internal
 */
export function removeField(draft: Draft, name: string): Draft {
  const fields = draft.fields.filter(({ option }) => option.name !== name || option.required);
  return { ...draft, fields };
}

/** Sets an option's text and picked value, and shows the option if it isn't shown. */
export function writeField(draft: Draft, name: string, text: string, chosen?: OptionValue): Draft {
  const shown = addField(draft, name);
  const fields = shown.fields.map((field) =>
    field.option.name === name ? { option: field.option, text, chosen } : field,
  );
  return { ...shown, fields };
}

/**
 * Names the field to fill after `after`: the next empty one, or else the first empty one before it.
 * `undefined` if none is empty.
 */
export function nextField(draft: Draft, after?: string): string | undefined {
  const { fields } = draft;
  const from = fields.findIndex(({ option }) => option.name === after) + 1;
  return [...fields.slice(from), ...fields.slice(0, from)].find(
    ({ text, option }) => text === '' && option.name !== after,
  )?.option.name;
}

/** The id of the field after all options. No option has this name, because names are lower case. */
export const tailId = 'Tail';

/** Returns the id of the field after (1) or before (-1) a field; `undefined` at the ends. */
export function neighbour({ fields }: Draft, id: string, step: 1 | -1): string | undefined {
  const ids = [...fields.map(({ option }) => option.name), tailId];
  return ids[ids.indexOf(id) + step];
}

/**
 * Returns the draft after Backspace in an empty field, and the field to focus; `undefined` if the
 * command itself is to be removed.
 */
export function eraseBack(
  draft: Draft,
  id: string,
): { readonly draft: Draft; readonly to: string } | undefined {
  const { fields } = draft;
  const before = neighbour(draft, id, -1);
  if (id !== tailId) {
    const field = fields.find(({ option }) => option.name === id);
    const rest = removeField(draft, id);
    return field?.option.required && before === undefined
      ? undefined
      : { draft: rest, to: before ?? tailId };
  }
  const last = fields.at(-1);
  if (!last) return undefined;
  if (last.option.required) return { draft, to: last.option.name };
  return { draft: removeField(draft, last.option.name), to: tailId };
}

/** Finds an option that isn't shown yet and whose name is typed with a colon: `count:`. */
export function namedOption(draft: Draft, text: string): OptionSpec | undefined {
  const named = text.trim().toLowerCase();
  return optionsLeft(draft).find(
    ({ name, shown }) => `${name}:` === named || `${shown.toLowerCase()}:` === named,
  );
}

/** Tells whether the text of a field is only the field's own name with a colon. */
export function isOwnName(field: DraftField | undefined, text: string): boolean {
  const typed = text.trim().toLowerCase();
  return (
    field !== undefined &&
    [field.option.name, field.option.shown].some((name) => `${name.toLowerCase()}:` === typed)
  );
}

/** Returns the id of the first field with a fault. */
export function firstFault(
  { fields }: Draft,
  faults: Readonly<Record<string, string>>,
): string | undefined {
  return [...fields.map(({ option }) => option.name), tailId].find((id) => id in faults);
}
