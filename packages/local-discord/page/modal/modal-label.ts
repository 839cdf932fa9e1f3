import { html, nothing, type TemplateResult } from 'lit';
import type { ModalValue } from '../page-events.ts';
import type { ModalField } from './modal-part.ts';

/** The state of one field of a modal, and its callbacks. */
export interface FieldState {
  /** The element id of the field, and the prefix of related ids. */
  readonly id: string;
  readonly fault: string | undefined;
  readonly write: (value: ModalValue) => void;
  /** Reports a fault of a value that wasn't accepted. */
  readonly complain: (fault: string) => void;
}

/** Draws the bot's description of a field. */
export function drawMore(field: ModalField, id: string): TemplateResult | typeof nothing {
  return field.description
    ? html`<p class="more" id="${id}-more">${field.description}</p>`
    : nothing;
}

/** Returns the value of a field's `aria-describedby`. */
export function describedBy(
  field: ModalField,
  { id, fault }: Pick<FieldState, 'id' | 'fault'>,
): string | typeof nothing {
  const about = [fault && `${id}-fault`, field.description && `${id}-more`].filter(Boolean);
  return about.length > 0 ? about.join(' ') : nothing;
}

/** Marks the label of a required field. Screen readers learn it from the field itself. */
export function mark({ required }: Pick<ModalField, 'required'>): TemplateResult | typeof nothing {
  return required ? html`<span class="must" aria-hidden="true"> *</span>` : nothing;
}
