import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { PickItem } from './pick-items.ts';
import { channelItems, memberItems, roleItems, type People } from './place-items.ts';

/** Something that stands in a modal. */
export type ModalPart =
  | { readonly kind: 'text'; readonly content: string }
  | (ModalField & {
      readonly kind: 'input';
      readonly isLong: boolean;
      readonly placeholder: string;
    })
  | (ModalField & {
      readonly kind: 'select';
      readonly items: readonly PickItem[];
      readonly placeholder: string;
    })
  /** A field that cannot be filled in here. */
  | { readonly kind: 'unknown'; readonly label: string };

/** A field that can be filled in. */
interface ModalField {
  readonly customId: string;
  readonly label: string;
  readonly description: string;
  readonly required: boolean;
  /** Of a text its characters, of a choice the number of things chosen. */
  readonly min: number;
  readonly max: number;
  /** What stands there at first: a text, or what is chosen. */
  readonly initial: string | readonly string[];
}

/** Discord's numbers of component types. */
const types = {
  actionRow: 1,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  textDisplay: 10,
  label: 18,
  checkboxGroup: 22,
} as const;
const maxInputChars = 4_000;

/** Reads what stands in a modal, old rows and new labels alike, in order. */
export function readModalParts(
  modal: Pick<APIModalInteractionResponseCallbackData, 'components'>,
  people: People,
): ModalPart[] {
  return (modal.components as readonly unknown[]).flatMap((component) => {
    const outer = component as Loose;
    if (outer.type === types.textDisplay) return { kind: 'text', content: outer.content ?? '' };
    if (outer.type === types.actionRow) {
      return (outer.components ?? []).map((inner) => readPart(inner, inner, people));
    }
    const inner = outer.type === types.label ? outer.component : outer;
    return inner ? readPart(inner, outer, people) : [];
  });
}

/** What is wrong with each field as it is filled in; nothing where it can be sent. */
export function checkModalValues(
  parts: readonly ModalPart[],
  values: Readonly<Record<string, string | readonly string[]>>,
): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const part of parts) {
    if (part.kind !== 'input' && part.kind !== 'select') continue;
    const fault = checkLength(part, values[part.customId] ?? part.initial);
    if (fault !== undefined) faults[part.customId] = fault;
  }
  return faults;
}

function checkLength(
  { kind, required, min, max }: Extract<ModalPart, ModalField>,
  value: string | readonly string[],
): string | undefined {
  const { length } = value;
  if (length === 0) return required ? 'This field is required.' : undefined;
  if (length >= min && length <= max) return undefined;
  const range = min === max ? `${min}` : `${min} to ${max}`;
  return kind === 'input'
    ? `Write ${range} characters; it has ${length}.`
    : `Choose ${range}; there are ${length}.`;
}

function readPart(inner: Loose, outer: Loose, people: People): ModalPart {
  const label = outer.label ?? inner.label ?? 'Field';
  const items = readItems(inner, people);
  const isInput = inner.type === types.textInput;
  if (inner.custom_id === undefined || (!isInput && !items)) return { kind: 'unknown', label };
  const required = inner.required ?? true;
  const head = {
    customId: inner.custom_id,
    label,
    description: outer === inner ? '' : (outer.description ?? ''),
    required,
    placeholder: inner.placeholder ?? '',
  };
  if (!items) {
    const { min_length: min = 0, max_length: max = maxInputChars } = inner;
    return {
      ...head,
      kind: 'input',
      isLong: inner.style === 2,
      min,
      max,
      initial: inner.value ?? '',
    };
  }
  const isBoxes = inner.type === types.checkboxGroup;
  const min = inner.min_values ?? (required ? 1 : 0);
  const max = inner.max_values ?? (isBoxes ? items.length : 1);
  return { ...head, kind: 'select', items, min, max, initial: chosenAtFirst(inner) };
}

function readItems(inner: Loose, people: People): PickItem[] | undefined {
  switch (inner.type) {
    case types.stringSelect:
    case types.checkboxGroup:
      return (inner.options ?? []).map(({ value, label, description, emoji }) => ({
        value,
        label,
        description,
        icon: emoji?.id ? undefined : (emoji?.name ?? undefined),
      }));
    case types.userSelect:
      return memberItems(people);
    case types.roleSelect:
      return roleItems(people);
    case types.mentionableSelect:
      return [...memberItems(people), ...roleItems(people)];
    case types.channelSelect:
      return channelItems(people, inner.channel_types ?? []);
    default:
      return undefined;
  }
}

function chosenAtFirst({ options, default_values: ids }: Loose): string[] {
  const marked = (options ?? []).filter((option) => option.default === true);
  return [...marked.map(({ value }) => value), ...(ids ?? []).map(({ id }) => id)];
}

/** A component as it comes; which fields there are depends on its type. */
interface Loose {
  readonly type: number;
  readonly content?: string;
  readonly label?: string;
  readonly description?: string;
  readonly component?: Loose;
  readonly components?: readonly Loose[];
  readonly custom_id?: string;
  readonly style?: number;
  readonly required?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly placeholder?: string;
  readonly value?: string;
  readonly channel_types?: readonly number[];
  readonly default_values?: readonly { readonly id: string }[];
  readonly options?: readonly {
    readonly value: string;
    readonly label: string;
    readonly description?: string;
    readonly default?: boolean;
    readonly emoji?: { readonly id?: string | null; readonly name?: string | null };
  }[];
}
