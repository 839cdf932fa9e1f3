import { html, nothing, type TemplateResult } from 'lit';
import { describeOption } from './describe-option.ts';
import { optionsLeft, tailId, type Draft, type DraftField } from './draft.ts';
import { optionItems } from './option-items.ts';
import type { Directory } from '../pick/directory-items.ts';

/** The composer's state and callbacks for the fields of a command. */
export interface FieldHandlers {
  /** The id of the list's active row. */
  readonly activeRow: string | undefined;
  /** The id of the field whose list is open. */
  readonly openAt: string | undefined;
  readonly directory: Directory;
  focus(id: string): void;
  write(id: string, text: string): void;
  key(id: string, event: KeyboardEvent): void;
  file(id: string, input: HTMLInputElement): void;
  leave(): void;
}

/** Draws a command in the composer: its name, its options, and a field that adds an option. */
export function draftFields(
  draft: Draft,
  tail: string,
  faults: Readonly<Record<string, string>>,
  handlers: FieldHandlers,
): TemplateResult {
  const left = optionsLeft(draft).length;
  const label = left === 0 ? 'No more options; Enter runs the command' : 'Add an option';
  return html`<div class="draft" role="group" aria-label=${`Command /${draft.entry.shown}`}>
    <span class="command">
      /${draft.entry.shown}
      <button
        type="button"
        class="cancel"
        tabindex="-1"
        aria-label="Remove the command"
        @click=${() => handlers.leave()}
      >
        ×
      </button>
    </span>
    ${draft.fields.map((field) => optionField(field, faults[field.option.name], handlers))}
    ${textInput(tailId, tail, handlers, {
      label,
      placeholder: left === 0 ? '' : `+${left} more`,
      hasList: left > 0,
      fault: faults[tailId],
      isRequired: false,
    })}
    ${faultOf(tailId, faults[tailId])}
  </div>`;
}

/** Draws the hint above the box: about the focused option, or about the whole command. */
export function draftHint({ entry }: Draft, field: DraftField | undefined): TemplateResult {
  return html`<div class="hint" id="hint">
    <b>${field ? field.option.shown : `/${entry.shown}`}</b>
    ${field ? describeOption(field.option) : entry.description}
  </div>`;
}

function optionField(
  field: DraftField,
  fault: string | undefined,
  handlers: FieldHandlers,
): TemplateResult {
  const { option, text } = field;
  const id = option.name;
  const isList = option.autocomplete || optionItems(option, handlers.directory) !== undefined;
  const input =
    option.kind === 'attachment'
      ? fileInput(field, fault, handlers)
      : textInput(id, text, handlers, {
          label: option.shown,
          placeholder: '',
          hasList: isList,
          fault,
          isRequired: option.required,
        });
  return html`<span class="field" ?data-wrong=${fault !== undefined}>
    <span class="name" aria-hidden="true">${option.shown}</span>
    ${input} ${faultOf(id, fault)}
  </span>`;
}

function faultOf(id: string, fault: string | undefined): TemplateResult | typeof nothing {
  return fault === undefined
    ? nothing
    : html`<span class="fault" role="alert" id="fault-${id}">${fault}</span>`;
}

interface InputLook {
  readonly label: string;
  readonly placeholder: string;
  readonly hasList: boolean;
  readonly fault: string | undefined;
  readonly isRequired: boolean;
}

function textInput(
  id: string,
  text: string,
  handlers: FieldHandlers,
  look: InputLook,
): TemplateResult {
  const { hasList, fault } = look;
  const isOpen = hasList && handlers.openAt === id;
  return html`<input
    type="text"
    class=${id === tailId ? 'tail' : 'value'}
    data-field=${id}
    role=${hasList ? 'combobox' : nothing}
    aria-autocomplete=${hasList ? 'list' : nothing}
    aria-expanded=${hasList ? String(isOpen) : nothing}
    aria-controls=${hasList ? 'list' : nothing}
    aria-activedescendant=${isOpen && handlers.activeRow !== undefined ? handlers.activeRow : nothing}
    aria-label=${look.label}
    aria-required=${look.isRequired ? 'true' : nothing}
    aria-invalid=${fault === undefined ? nothing : 'true'}
    aria-describedby=${fault === undefined ? 'hint' : `fault-${id} hint`}
    placeholder=${look.placeholder}
    size=${Math.min(40, Math.max(look.placeholder.length, text.length, 6))}
    autocomplete="off"
    spellcheck="false"
    .value=${text}
    @focus=${() => handlers.focus(id)}
    @input=${(event: Event) => handlers.write(id, (event.target as HTMLInputElement).value)}
    @keydown=${(event: KeyboardEvent) => handlers.key(id, event)}
  />`;
}

function fileInput(
  { option, text }: DraftField,
  fault: string | undefined,
  handlers: FieldHandlers,
): TemplateResult {
  const id = option.name;
  return html`<button
      type="button"
      class="choose"
      data-field=${id}
      aria-label=${`${option.shown}: ${text === '' ? 'choose a file' : text}`}
      aria-describedby=${fault === undefined ? 'hint' : `fault-${id} hint`}
      @focus=${() => handlers.focus(id)}
      @keydown=${(event: KeyboardEvent) => handlers.key(id, event)}
      @click=${(event: Event) =>
        ((event.currentTarget as HTMLElement).nextElementSibling as HTMLInputElement).click()}
    >
      ${text === '' ? 'Choose a file' : text}</button
    ><input
      type="file"
      hidden
      @change=${(event: Event) => handlers.file(id, event.target as HTMLInputElement)}
    />`;
}
