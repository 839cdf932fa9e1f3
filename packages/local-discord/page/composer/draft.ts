import type { OptionValue } from '../page-events.ts';
import type { CommandEntry } from './command-entries.ts';
import type { OptionSpec } from './option-spec.ts';

/** A command that is being filled in. */
export interface Draft {
  readonly entry: CommandEntry;
  /** The options shown, in the order in which they stand. */
  readonly fields: readonly DraftField[];
}

/** An option that is shown with what stands in it. */
export interface DraftField {
  readonly option: OptionSpec;
  readonly text: string;
  /** What was picked; gone as soon as something else is typed. */
  readonly chosen?: OptionValue | undefined;
}

/** Begins a command: its required options are there at once. */
export function startDraft(entry: CommandEntry): Draft {
  const fields = entry.options
    .filter(({ required }) => required)
    .map((option) => ({ option, text: '' }));
  return { entry, fields };
}

/** Takes a command as it was registered anew; what is written stays where its option does. */
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

/** The options that are not shown yet. */
export function optionsLeft({ entry, fields }: Draft): OptionSpec[] {
  return entry.options.filter(({ name }) => !fields.some(({ option }) => option.name === name));
}

/** Shows an option, at the end. */
export function addField(draft: Draft, name: string): Draft {
  const option = optionsLeft(draft).find((one) => one.name === name);
  return option ? { ...draft, fields: [...draft.fields, { option, text: '' }] } : draft;
}

/**
 * Hides an option again; what stood in it is lost. A required one stays.
 *
 * @internal
 */
export function removeField(draft: Draft, name: string): Draft {
  const fields = draft.fields.filter(({ option }) => option.name !== name || option.required);
  return { ...draft, fields };
}

/** Writes into an option, shown or not. */
export function writeField(draft: Draft, name: string, text: string, chosen?: OptionValue): Draft {
  const shown = addField(draft, name);
  const fields = shown.fields.map((field) =>
    field.option.name === name ? { option: field.option, text, chosen } : field,
  );
  return { ...shown, fields };
}

/**
 * Where to go on after an option was filled: the next empty one, then an empty one before it. `undefined`
 * where none is empty.
 */
export function nextField(draft: Draft, after?: string): string | undefined {
  const { fields } = draft;
  const from = fields.findIndex(({ option }) => option.name === after) + 1;
  return [...fields.slice(from), ...fields.slice(0, from)].find(
    ({ text, option }) => text === '' && option.name !== after,
  )?.option.name;
}

/** Stands for the place behind all options; no option is named so, as it has a capital. */
export const tailId = 'Tail';

/** The place next to a field, 1 after it and -1 before; `undefined` where there is none. */
export function neighbour({ fields }: Draft, id: string, step: 1 | -1): string | undefined {
  const places = [...fields.map(({ option }) => option.name), tailId];
  return places[places.indexOf(id) + step];
}

/**
 * What is left after Backspace in an empty field, and where to go on; `undefined` where the command
 * itself goes.
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

/** The option left whose name is written out with its colon: `count:`. */
export function namedOption(draft: Draft, text: string): OptionSpec | undefined {
  const named = text.trim().toLowerCase();
  return optionsLeft(draft).find(
    ({ name, shown }) => `${name}:` === named || `${shown.toLowerCase()}:` === named,
  );
}

/** Whether text is nothing but the name of its own field with the colon. */
export function isOwnName(field: DraftField | undefined, text: string): boolean {
  const typed = text.trim().toLowerCase();
  return (
    field !== undefined &&
    [field.option.name, field.option.shown].some((name) => `${name.toLowerCase()}:` === typed)
  );
}

/** The first place with a fault, in the order in which they stand. */
export function firstFault(
  { fields }: Draft,
  faults: Readonly<Record<string, string>>,
): string | undefined {
  return [...fields.map(({ option }) => option.name), tailId].find((id) => id in faults);
}
