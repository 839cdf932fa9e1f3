import { html, nothing, type TemplateResult } from 'lit';
import { describeOption } from './describe-option.ts';
import { optionsLeft, tailId, type Draft, type DraftField } from './draft.ts';
import { optionItems } from './option-items.ts';
import type { People } from '../pick/place-items.ts';

/** What the fields of a command tell the composer. */
export interface FieldHands {
  /** The id of the list's active row. */
  readonly activeRow: string | undefined;
  /** The field whose list is open. */
  readonly openAt: string | undefined;
  readonly people: People;
  focus(id: string): void;
  write(id: string, text: string): void;
  key(id: string, event: KeyboardEvent): void;
  file(id: string, input: HTMLInputElement): void;
  leave(): void;
}

/** A command as it stands in the composer: its name, its options, and a field that adds one. */
export function draftFields(
  draft: Draft,
  tail: string,
  faults: Readonly<Record<string, string>>,
  hands: FieldHands,
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
        aria-label="Take the command away"
        @click=${() => hands.leave()}
      >
        ×
      </button>
    </span>
    ${draft.fields.map((field) => optionField(field, faults[field.option.name], hands))}
    ${textInput(tailId, tail, hands, {
      label,
      placeholder: left === 0 ? '' : `+${left} more`,
      hasList: left > 0,
      fault: faults[tailId],
      isRequired: false,
    })}
    ${faultOf(tailId, faults[tailId])}
  </div>`;
}

/** What is said over the box: of the option that has the focus, or of the whole command. */
export function draftHint({ entry }: Draft, field: DraftField | undefined): TemplateResult {
  return html`<div class="hint" id="hint">
    <b>${field ? field.option.shown : `/${entry.shown}`}</b>
    ${field ? describeOption(field.option) : entry.description}
  </div>`;
}

function optionField(
  field: DraftField,
  fault: string | undefined,
  hands: FieldHands,
): TemplateResult {
  const { option, text } = field;
  const id = option.name;
  const isList = option.autocomplete || optionItems(option, hands.people) !== undefined;
  const input =
    option.kind === 'attachment'
      ? fileInput(field, fault, hands)
      : textInput(id, text, hands, {
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

function textInput(id: string, text: string, hands: FieldHands, look: InputLook): TemplateResult {
  const { hasList, fault } = look;
  const isOpen = hasList && hands.openAt === id;
  return html`<input
    type="text"
    class=${id === tailId ? 'tail' : 'value'}
    data-field=${id}
    role=${hasList ? 'combobox' : nothing}
    aria-autocomplete=${hasList ? 'list' : nothing}
    aria-expanded=${hasList ? String(isOpen) : nothing}
    aria-controls=${hasList ? 'list' : nothing}
    aria-activedescendant=${isOpen && hands.activeRow !== undefined ? hands.activeRow : nothing}
    aria-label=${look.label}
    aria-required=${look.isRequired ? 'true' : nothing}
    aria-invalid=${fault === undefined ? nothing : 'true'}
    aria-describedby=${fault === undefined ? 'hint' : `fault-${id} hint`}
    placeholder=${look.placeholder}
    size=${Math.min(40, Math.max(look.placeholder.length, text.length, 6))}
    autocomplete="off"
    spellcheck="false"
    .value=${text}
    @focus=${() => hands.focus(id)}
    @input=${(event: Event) => hands.write(id, (event.target as HTMLInputElement).value)}
    @keydown=${(event: KeyboardEvent) => hands.key(id, event)}
  />`;
}

function fileInput(
  { option, text }: DraftField,
  fault: string | undefined,
  hands: FieldHands,
): TemplateResult {
  const id = option.name;
  return html`<button
      type="button"
      class="choose"
      data-field=${id}
      aria-label=${`${option.shown}: ${text === '' ? 'choose a file' : text}`}
      aria-describedby=${fault === undefined ? 'hint' : `fault-${id} hint`}
      @focus=${() => hands.focus(id)}
      @keydown=${(event: KeyboardEvent) => hands.key(id, event)}
      @click=${(event: Event) =>
        ((event.currentTarget as HTMLElement).nextElementSibling as HTMLInputElement).click()}
    >
      ${text === '' ? 'Choose a file' : text}</button
    ><input
      type="file"
      hidden
      @change=${(event: Event) => hands.file(id, event.target as HTMLInputElement)}
    />`;
}
