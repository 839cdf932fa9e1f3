import '../pick/pick-field.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { ModalValue } from '../page-events.ts';
import { drawChoices } from './draw-modal-choices.ts';
import { drawFiles } from './draw-modal-files.ts';
import { describedBy, drawMore, mark, type FieldState } from './modal-label.ts';
import type { CheckboxField, InputField, ModalField, SelectField } from './modal-part.ts';

/** Draws a field with its label, value and fault. */
export function drawModalField(
  field: ModalField,
  value: ModalValue,
  state: FieldState,
): TemplateResult {
  switch (field.kind) {
    case 'input':
      return drawInput(field, value as string, state);
    case 'select':
      return drawSelect(field, value, state);
    case 'choices':
      return drawChoices(field, value as readonly string[], state);
    case 'files':
      return drawFiles(field, value, state);
    case 'checkbox':
      return drawCheckbox(field, value === true, state);
    default:
      return field satisfies never;
  }
}

function drawInput(
  field: InputField,
  value: string,
  { id, fault, write }: FieldState,
): TemplateResult {
  const onInput = (event: Event): void =>
    write((event.target as HTMLInputElement | HTMLTextAreaElement).value);
  const describedById = describedBy(field, { id, fault });
  const required = field.required ? 'true' : nothing;
  const invalid = fault === undefined ? nothing : 'true';
  return html`<div>
    <label for=${id}>${field.label}${mark(field)}</label>
    ${drawMore(field, id)}
    ${
      field.isLong
        ? html`<textarea
            id=${id}
            data-field=${field.customId}
            placeholder=${field.placeholder}
            maxlength=${field.max}
            aria-required=${required}
            aria-invalid=${invalid}
            aria-describedby=${describedById}
            .value=${value}
            @input=${onInput}
          ></textarea>`
        : html`<input
            id=${id}
            type="text"
            data-field=${field.customId}
            placeholder=${field.placeholder}
            maxlength=${field.max}
            aria-required=${required}
            aria-invalid=${invalid}
            aria-describedby=${describedById}
            autocomplete="off"
            .value=${value}
            @input=${onInput}
          />`
    }
    <div class="below">
      <span class="fault" id="${id}-fault">${fault}</span>
      ${field.isLong ? html`<span aria-hidden="true">${value.length} / ${field.max}</span>` : nothing}
    </div>
  </div>`;
}

function drawSelect(field: SelectField, value: ModalValue, { fault, write }: FieldState) {
  return html`<div>
    <div class="label" aria-hidden="true">${field.label}${mark(field)}</div>
    ${field.description ? html`<p class="more">${field.description}</p>` : nothing}
    <pick-field
      data-field=${field.customId}
      .items=${field.items}
      .values=${value}
      .min=${field.required ? Math.max(1, field.min) : 0}
      .max=${field.max}
      .label=${field.required ? `${field.label}, required` : field.label}
      .placeholder=${field.placeholder}
      .wrong=${fault}
      @change=${({ detail }: CustomEvent<{ values: readonly string[] }>) => write(detail.values)}
    ></pick-field>
  </div>`;
}

function drawCheckbox(field: CheckboxField, isOn: boolean, { id, write }: FieldState) {
  return html`<div>
    <label class="choice" for=${id}>
      <input
        id=${id}
        type="checkbox"
        data-field=${field.customId}
        aria-describedby=${field.description ? `${id}-more` : nothing}
        .checked=${isOn}
        @change=${(event: Event) => write((event.target as HTMLInputElement).checked)}
      />
      <span>${field.label}</span>
    </label>
    ${drawMore(field, id)}
  </div>`;
}
