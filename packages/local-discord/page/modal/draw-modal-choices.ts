import { html, nothing, type TemplateResult } from 'lit';
import { describedBy, drawMore, mark, type FieldState } from './modal-label.ts';
import type { ChoicesField } from './modal-part.ts';

/** Draws radio buttons, or checkboxes if several can be chosen. */
export function drawChoices(
  field: ChoicesField,
  chosen: readonly string[],
  state: FieldState,
): TemplateResult {
  const { id, fault } = state;
  const invalid = fault === undefined ? nothing : 'true';
  return html`<div
    role=${field.isRadio ? 'radiogroup' : 'group'}
    aria-labelledby="${id}-label"
    aria-describedby=${describedBy(field, state)}
    aria-required=${field.isRadio && field.required ? 'true' : nothing}
    aria-invalid=${field.isRadio ? invalid : nothing}
  >
    <div class="label" id="${id}-label">
      ${field.label}${mark(field)}${
        field.required && !field.isRadio
          ? html`<span class="only-heard">, required</span>`
          : nothing
      }
    </div>
    ${drawMore(field, id)} ${field.items.map((_, at) => drawChoice(field, chosen, state, at))}
    <div class="below"><span class="fault" id="${id}-fault">${fault}</span></div>
  </div>`;
}

function drawChoice(
  field: ChoicesField,
  chosen: readonly string[],
  { id, fault, write }: FieldState,
  at: number,
): TemplateResult | typeof nothing {
  const item = field.items[at];
  if (!item) return nothing;
  const { value, label, description } = item;
  const change = (event: Event): void => {
    const isOn = (event.target as HTMLInputElement).checked;
    if (field.isRadio) return write(isOn ? [value] : []);
    // In the order of the items, whichever was chosen first.
    const wanted = field.items.filter((one) =>
      one.value === value ? isOn : chosen.includes(one.value),
    );
    write(wanted.map((one) => one.value));
  };
  return html`<label class="choice">
    <input
      type=${field.isRadio ? 'radio' : 'checkbox'}
      name=${id}
      data-field=${at === 0 ? field.customId : nothing}
      aria-invalid=${!field.isRadio && fault !== undefined ? 'true' : nothing}
      .checked=${chosen.includes(value)}
      @change=${change}
    />
    <span>${label}${description ? html`<small>${description}</small>` : nothing}</span>
  </label>`;
}
