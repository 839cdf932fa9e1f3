import { html, nothing, type TemplateResult } from 'lit';
import type { ChosenFile, ModalValue } from '../page-events.ts';
import { describedBy, drawMore, mark, type FieldState } from './modal-label.ts';
import type { FilesField } from './modal-part.ts';
import { readChosenFiles } from '../read-chosen-files.ts';

/** Draws a file input and the list of chosen files. */
export function drawFiles(field: FilesField, value: ModalValue, state: FieldState): TemplateResult {
  const { id, fault, write, complain } = state;
  const files = value as readonly ChosenFile[];
  const take = async (input: HTMLInputElement): Promise<void> => {
    const read = await readChosenFiles(input);
    if (typeof read === 'string') complain(read);
    else if (read.length > 0) write(field.max === 1 ? read.slice(0, 1) : [...files, ...read]);
  };
  return html`<div>
    <label for=${id}>${field.label}${mark(field)}</label>
    ${drawMore(field, id)}
    <input
      id=${id}
      type="file"
      data-field=${field.customId}
      ?multiple=${field.max > 1}
      aria-required=${field.required ? 'true' : nothing}
      aria-invalid=${fault === undefined ? nothing : 'true'}
      aria-describedby=${describedBy(field, state)}
      @change=${(event: Event) => void take(event.target as HTMLInputElement)}
    />
    <ul class="files" aria-label=${`Files for ${field.label}`}>
      ${files.map(
        (file, at) =>
          html`<li>
            <span>${file.filename}</span>
            <button
              type="button"
              class="close"
              aria-label=${`Remove ${file.filename}`}
              @click=${() => write(files.filter((_, other) => other !== at))}
            >
              ×
            </button>
          </li>`,
      )}
    </ul>
    <div class="below"><span class="fault" id="${id}-fault">${fault}</span></div>
  </div>`;
}
