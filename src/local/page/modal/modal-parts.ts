import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { ModalPart } from './modal-part.ts';
import type { PickItem } from '../pick/pick-items.ts';
import { channelItems, memberItems, roleItems, type People } from '../pick/place-items.ts';

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
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
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

function readPart(inner: Loose, outer: Loose, people: People): ModalPart {
  const label = outer.label ?? inner.label ?? 'Field';
  if (inner.custom_id === undefined) return { kind: 'unknown', label };
  const required = inner.required ?? true;
  const head = {
    customId: inner.custom_id,
    label,
    description: outer === inner ? '' : (outer.description ?? ''),
    required,
  };
  const placeholder = inner.placeholder ?? '';
  const min = inner.min_values ?? (required ? 1 : 0);
  const max = inner.max_values ?? 1;
  switch (inner.type) {
    case types.textInput:
      return {
        ...head,
        kind: 'input',
        isLong: inner.style === 2,
        placeholder,
        min: inner.min_length ?? 0,
        max: inner.max_length ?? maxInputChars,
        initial: inner.value ?? '',
      };
    case types.checkbox:
      return { ...head, required: false, kind: 'checkbox', initial: inner.default === true };
    case types.fileUpload:
      return { ...head, kind: 'files', min, max, initial: [] };
    case types.radioGroup:
    case types.checkboxGroup: {
      const isRadio = inner.type === types.radioGroup;
      const items = optionItems(inner);
      return {
        ...head,
        kind: 'choices',
        isRadio,
        items,
        min,
        max: isRadio ? 1 : (inner.max_values ?? items.length),
        initial: chosenAtFirst(inner),
      };
    }
    default: {
      const items = readItems(inner, people);
      if (!items) return { kind: 'unknown', label };
      return {
        ...head,
        kind: 'select',
        items,
        placeholder,
        min,
        max,
        initial: chosenAtFirst(inner),
      };
    }
  }
}

function readItems(inner: Loose, people: People): PickItem[] | undefined {
  switch (inner.type) {
    case types.stringSelect:
      return optionItems(inner);
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

function optionItems({ options = [] }: Loose): PickItem[] {
  return options.map(({ value, label, description, emoji }) => ({
    value,
    label,
    description: description ?? undefined,
    icon: emoji?.id ? undefined : (emoji?.name ?? undefined),
  }));
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
  readonly default?: boolean;
  readonly channel_types?: readonly number[];
  readonly default_values?: readonly { readonly id: string }[];
  readonly options?: readonly {
    readonly value: string;
    readonly label: string;
    readonly description?: string | null;
    readonly default?: boolean;
    readonly emoji?: { readonly id?: string | null; readonly name?: string | null };
  }[];
}
