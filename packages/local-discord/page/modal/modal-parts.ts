import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { ModalPart } from './modal-part.ts';
import { COMPONENT } from '../discord-numbers.ts';
import { defaultValues, listOptions, menuItems, type Menu } from '../pick/menu-items.ts';
import type { Directory } from '../pick/directory-items.ts';

const maxInputChars = 4_000;

/** Reads the parts of a modal in order, from action rows and from labels. */
export function readModalParts(
  modal: Pick<APIModalInteractionResponseCallbackData, 'components'>,
  directory: Directory,
): ModalPart[] {
  return (modal.components as readonly unknown[]).flatMap((component) => {
    const outer = component as Loose;
    if (outer.type === COMPONENT.textDisplay) return { kind: 'text', content: outer.content ?? '' };
    if (outer.type === COMPONENT.actionRow) {
      return (outer.components ?? []).map((inner) => readPart(inner, inner, directory));
    }
    const inner = outer.type === COMPONENT.label ? outer.component : outer;
    return inner ? readPart(inner, outer, directory) : [];
  });
}

function readPart(inner: Loose, outer: Loose, directory: Directory): ModalPart {
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
  if (inner.type === COMPONENT.textInput) {
    return {
      ...head,
      kind: 'input',
      isLong: inner.style === 2,
      placeholder,
      min: inner.min_length ?? 0,
      max: inner.max_length ?? maxInputChars,
      initial: inner.value ?? '',
    };
  }
  if (inner.type === COMPONENT.checkbox) {
    return { ...head, required: false, kind: 'checkbox', initial: inner.default === true };
  }
  if (inner.type === COMPONENT.fileUpload) return { ...head, kind: 'files', min, max, initial: [] };
  const initial = defaultValues(inner);
  const isRadio = inner.type === COMPONENT.radioGroup;
  if (isRadio || inner.type === COMPONENT.checkboxGroup) {
    const items = listOptions(inner);
    const most = isRadio ? 1 : (inner.max_values ?? items.length);
    return { ...head, kind: 'choices', isRadio, items, min, max: most, initial };
  }
  const items = menuItems(inner, directory);
  return items
    ? { ...head, kind: 'select', items, placeholder, min, max, initial }
    : { kind: 'unknown', label };
}

/** A component as received. Which fields it has depends on its type. */
interface Loose extends Menu {
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
}
