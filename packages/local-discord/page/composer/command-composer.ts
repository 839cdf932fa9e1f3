import { html, LitElement } from 'lit';
import type { Lookup } from '../lookup.ts';
import { without } from '../without.ts';
import { composerStyles } from './composer-styles.ts';
import { draftStyles } from './draft-styles.ts';
import {
  addField,
  eraseBack,
  firstFault,
  isOwnName,
  namedOption,
  neighbour,
  nextField,
  tailId,
  writeField,
  type Draft,
  type DraftField,
} from './draft.ts';
import { draftFields, draftHint } from './draft-fields.ts';
import { focusField } from './focus-field.ts';
import { DraftList } from './draft-list.ts';
import { itemValue } from './option-items.ts';
import { optionRowStyles } from '../pick/option-rows.ts';
import type { PickItem } from '../pick/pick-items.ts';
import { planKey, type KeyDeed } from './plan-key.ts';
import { planDraft } from './plan-list.ts';
import { readKey } from './read-key.ts';
import { readChosenFiles } from '../read-chosen-files.ts';
import { readDraft } from './read-draft.ts';
import type { Autocomplete } from './suggester.ts';

/**
 * A command with its options to fill in. Its events don't bubble: `fill` with the current `{draft}`,
 * `run` with `{options}` if all of them are valid, and `leave` with `{keep}`, which says whether the name
 * stays as text.
 */
export class CommandComposerElement extends LitElement {
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override properties = {
    draft: { attribute: false },
    lookup: { attribute: false },
    autocomplete: { attribute: false },
    at: { state: true },
    tail: { state: true },
    faults: { state: true },
  };
  static override styles = [optionRowStyles, composerStyles, draftStyles];
  declare draft: Draft;
  declare lookup: Lookup;
  declare autocomplete: Autocomplete;
  /** The id of the focused field. */
  declare protected at: string;
  /** The text typed after the options. */
  declare protected tail: string;
  declare protected faults: Readonly<Record<string, string>>;
  readonly #list = new DraftList(this, async (option, value) => {
    const { options } = readDraft(this.draft, this.lookup);
    return await this.autocomplete(
      this.draft.entry.name,
      { option, value },
      without(options, option),
    );
  });

  constructor() {
    super();
    this.at = tailId;
    this.tail = '';
    this.faults = {};
  }

  /** Focuses the first empty field. */
  begin(): void {
    this.tail = '';
    this.faults = {};
    void this.#focus(nextField(this.draft) ?? tailId);
  }

  protected override render() {
    const { lookup } = this;
    const { suggestions } = this.#list;
    const context = { suggestions, directory: lookup, locale: lookup.locale };
    this.#list.plan = planDraft(this.draft, this.at, this.tail, context);
    const fields = draftFields(this.draft, this.tail, this.faults, {
      activeRow: this.#list.activeRow,
      openAt: this.#list.isOpen ? this.at : undefined,
      directory: this.lookup,
      focus: (id) => this.#enter(id),
      write: (id, text) => this.#write(id, text),
      key: (id, event) => this.#key(id, event),
      file: (id, input) => void this.#file(id, input),
      leave: () => this.#leave(false),
    });
    return html`${this.#list.render((item) => this.#pick(item))}
      ${draftHint(this.draft, this.#field)}
      <div class="box" @focusout=${() => this.#list.close()}>
        ${fields}
        <button type="button" class="send" aria-label="Run the command" @click=${() => this.#run()}>
          ➤
        </button>
      </div>`;
  }

  get #field(): DraftField | undefined {
    return this.draft.fields.find(({ option }) => option.name === this.at);
  }

  #enter(id: string): void {
    if (this.at !== id) this.#list.forget();
    this.at = id;
    if (this.#field?.chosen === undefined) this.#list.openFor(this.#field, false);
    else this.#list.close();
  }

  #write(id: string, text: string): void {
    if (id === tailId) {
      const option = namedOption(this.draft, text);
      this.tail = option ? '' : text;
      this.#clearFault(id);
      if (option) return this.#add(option.name);
    } else {
      // Users who type the whole line also type the name of a field that is already there.
      const written = isOwnName(this.#field, text) ? '' : text;
      this.#fill(writeField(this.draft, id, written));
      this.#clearFault(id);
    }
    this.#list.openFor(this.#field, true);
  }

  #add(name: string): void {
    this.tail = '';
    this.#fill(addField(this.draft, name));
    void this.#focus(name);
  }

  #pick(item: PickItem): void {
    const field = this.#field;
    if (!field) return this.#add(item.value);
    const { name } = field.option;
    this.#fill(writeField(this.draft, name, item.label, itemValue(field.option, item.value)));
    this.#clearFault(name);
    this.#list.settle();
    void this.#focus(nextField(this.draft, name) ?? tailId);
  }

  #key(id: string, event: KeyboardEvent): void {
    const isPicked = this.#field?.chosen !== undefined;
    // Enter presses the button that chooses a file, until one is chosen.
    if (event.target instanceof HTMLButtonElement && event.key === 'Enter' && !isPicked) return;
    const press = readKey(event, this.#list.keys, isPicked);
    const deed = press && planKey(press);
    if (!deed || !this.#perform(deed, id)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Does what a key means. Returns false if there is nothing to do. */
  #perform(deed: KeyDeed, id: string): boolean {
    const open = (): void => this.#list.openFor(this.#field, false);
    const pick = (item: PickItem): void => this.#pick(item);
    if (this.#list.follow(deed, open, pick)) return true;
    if (deed.do === 'send') this.#run();
    else if (deed.do === 'leave') this.#leave(false);
    else if (deed.do === 'remove') this.#remove(id);
    else return this.#walk(id, deed.do === 'on' ? 1 : -1);
    return true;
  }

  #remove(id: string): void {
    const field = this.#field;
    this.#clearFault(id);
    if (field?.chosen !== undefined) {
      this.#fill(writeField(this.draft, id, ''));
      return;
    }
    const left = eraseBack(this.draft, id);
    if (!left) return this.#leave(true);
    this.#fill(left.draft);
    void this.#focus(left.to);
  }

  #walk(id: string, step: 1 | -1): boolean {
    const to = neighbour(this.draft, id, step);
    if (to !== undefined) void this.#focus(to);
    return to !== undefined;
  }

  async #file(id: string, input: HTMLInputElement): Promise<void> {
    const read = await readChosenFiles(input);
    const file = typeof read === 'string' ? undefined : read[0];
    if (typeof read !== 'string' && !file) return;
    this.#clearFault(id);
    if (typeof read === 'string') this.faults = { ...this.faults, [id]: read };
    if (file) this.#fill(writeField(this.draft, id, file.filename, file));
    void this.#focus(id);
  }

  #run(): void {
    const { options, faults } = readDraft(this.draft, this.lookup, this.tail);
    this.faults = faults;
    const first = firstFault(this.draft, faults);
    if (first !== undefined) return void this.#focus(first);
    this.dispatchEvent(new CustomEvent('run', { detail: { options } }));
  }

  #fill(draft: Draft): void {
    this.draft = draft;
    this.dispatchEvent(new CustomEvent('fill', { detail: { draft } }));
  }

  #leave(keep: boolean): void {
    this.dispatchEvent(new CustomEvent('leave', { detail: { keep } }));
  }

  #clearFault(id: string): void {
    this.faults = without(this.faults, id);
  }

  async #focus(id: string): Promise<void> {
    await this.updateComplete;
    focusField(this.renderRoot, id);
  }
}

customElements.define('command-composer', CommandComposerElement);
