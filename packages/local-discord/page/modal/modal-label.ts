import { html, nothing, type TemplateResult } from 'lit';
import type { ModalValue } from '../page-events.ts';
import type { ModalField } from './modal-part.ts';

/** How one field of a modal stands. */
export interface FieldState {
  /** An id of the page for the field, of which others are made. */
  readonly id: string;
  readonly fault: string | undefined;
  readonly write: (value: ModalValue) => void;
  /** Tells what is wrong with what was not even taken. */
  readonly complain: (fault: string) => void;
}

/** Draws what the bot says about a field beside its label. */
export function drawMore(field: ModalField, id: string): TemplateResult | typeof nothing {
  return field.description
    ? html`<p class="more" id="${id}-more">${field.description}</p>`
    : nothing;
}

/** Names what describes a field to those who hear it. */
export function describedBy(
  field: ModalField,
  { id, fault }: Pick<FieldState, 'id' | 'fault'>,
): string | typeof nothing {
  const about = [fault && `${id}-fault`, field.description && `${id}-more`].filter(Boolean);
  return about.length > 0 ? about.join(' ') : nothing;
}

/** Marks a label of a field that must be filled in; those who hear it are told by the field. */
export function mark({ required }: Pick<ModalField, 'required'>): TemplateResult | typeof nothing {
  return required ? html`<span class="must" aria-hidden="true"> *</span>` : nothing;
}
