import type { ChosenFile } from '../page-events.ts';
import type { PickItem } from '../pick/pick-items.ts';

/** A part of a modal. */
export type ModalPart =
  /** A text in Discord's markdown. */
  | { readonly kind: 'text'; readonly content: string }
  | ModalField
  /** A field of a type that this page doesn't support. */
  | { readonly kind: 'unknown'; readonly label: string };

/** A field that can be filled in. */
export type ModalField = InputField | SelectField | ChoicesField | FilesField | CheckboxField;

interface Field {
  readonly customId: string;
  readonly label: string;
  readonly description: string;
  readonly required: boolean;
}

interface CountedField extends Field {
  /** The least number of characters of a text, or of chosen items otherwise. */
  readonly min: number;
  readonly max: number;
}

/** A text input of one or several lines. */
export interface InputField extends CountedField {
  readonly kind: 'input';
  readonly isLong: boolean;
  readonly placeholder: string;
  readonly initial: string;
}

/** A select menu. */
export interface SelectField extends CountedField {
  readonly kind: 'select';
  readonly items: readonly PickItem[];
  readonly placeholder: string;
  readonly initial: readonly string[];
}

/** Radio buttons, or checkboxes if several can be chosen. */
export interface ChoicesField extends CountedField {
  readonly kind: 'choices';
  readonly isRadio: boolean;
  readonly items: readonly PickItem[];
  readonly initial: readonly string[];
}

/** Files to be uploaded. */
export interface FilesField extends CountedField {
  readonly kind: 'files';
  readonly initial: readonly ChosenFile[];
}

/** A single checkbox. */
export interface CheckboxField extends Field {
  readonly kind: 'checkbox';
  readonly initial: boolean;
}

/** Tells whether a part is a field that can be filled in. */
export function isField(part: ModalPart): part is ModalField {
  return part.kind !== 'text' && part.kind !== 'unknown';
}
