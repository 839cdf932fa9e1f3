import './command-composer.ts';
import './text-composer.ts';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import { css, html, LitElement, type PropertyValues } from 'lit';
import type { ViewChannel } from '../../view/view.ts';
import { CHANNEL } from '../discord-numbers.ts';
import type { Lookup } from '../lookup.ts';
import { emit, type OptionValue } from '../page-events.ts';
import type { CommandComposerElement } from './command-composer.ts';
import { findEntry, listEntries, type CommandEntry } from './command-entries.ts';
import { renewDraft, startDraft, type Draft } from './draft.ts';
import { parseCommandLine } from './parse-command-line.ts';
import { remember, stepHistory, type SentEntry } from './sent-history.ts';
import type { Autocomplete } from './suggester.ts';
import type { TextComposerElement } from './text-composer.ts';

/** The composer of a channel: plain text, or a command with its options. */
export class ComposerViewElement extends LitElement {
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override properties = {
    channel: { attribute: false },
    commands: { attribute: false },
    lookup: { attribute: false },
    autocomplete: { attribute: false },
    text: { state: true },
    draft: { state: true },
  };
  static override styles = css`
    :host {
      display: block;
    }
  `;
  declare channel: ViewChannel;
  /** Undefined until they are loaded. */
  declare commands: readonly APIApplicationCommand[] | undefined;
  declare lookup: Lookup;
  declare autocomplete: Autocomplete;
  declare protected text: string;
  declare protected draft: Draft | undefined;
  #entries: readonly CommandEntry[] = [];
  #sent: SentEntry[] = [];
  /** The position in the history; its length stands for the empty composer. */
  #at = 0;

  constructor() {
    super();
    this.commands = undefined;
    this.text = '';
    this.draft = undefined;
  }

  /** Puts a command into the composer, by its full name or as a line with options. */
  useCommand(name: string): void {
    void this.#use(`/${name.replace(/^\//, '')}`);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.lookup || (!changed.has('commands') && !changed.has('lookup'))) return;
    this.#entries = listEntries(this.commands ?? [], this.lookup.locale);
    const { draft } = this;
    if (!draft) {
      // A name and a space were typed before the commands were loaded.
      if (changed.has('commands') && isWrittenOut(this.text)) this.#takeLine(this.text);
      return;
    }
    const entry = findEntry(this.#entries, draft.entry.name);
    if (entry) {
      const isOther = JSON.stringify(entry) !== JSON.stringify(draft.entry);
      if (isOther) this.draft = renewDraft(draft, entry);
      return;
    }
    this.text = `/${draft.entry.shown}`;
    this.draft = undefined;
    // The focused field disappears with the draft.
    if (this.matches(':focus-within')) void this.#begin();
  }

  protected override render() {
    if (!this.channel || !this.lookup) return html``;
    const { draft, lookup } = this;
    if (draft) {
      return html`<command-composer
        .draft=${draft}
        .lookup=${lookup}
        .autocomplete=${this.autocomplete}
        @fill=${this.#onFill}
        @run=${this.#onRun}
        @leave=${this.#onLeave}
      ></command-composer>`;
    }
    return html`<text-composer
      .text=${this.text}
      .entries=${this.#entries}
      .isWaiting=${this.commands === undefined}
      .canSend=${this.channel.canSend}
      .reason=${whyNotSend(this.channel)}
      .destination=${channelLabel(this.channel)}
      @write=${this.#onWrite}
      @take=${this.#onTake}
      @send=${this.#onSend}
      @step=${this.#onStep}
      @paste-line=${this.#onPasteLine}
    ></text-composer>`;
  }

  readonly #onWrite = ({ detail }: CustomEvent<{ text: string }>): void => {
    this.text = detail.text;
    this.#at = this.#sent.length;
  };

  readonly #onTake = ({ detail }: CustomEvent<{ name: string }>): void => {
    const entry = findEntry(this.#entries, detail.name);
    if (!entry) return;
    this.draft = startDraft(entry);
    void this.#begin();
  };

  readonly #onSend = (): void => {
    // A whole command line, typed before the commands were loaded or set as one text.
    if (this.#takeLine(this.text)) return;
    emit(this, 'page-send', { content: this.text });
    this.#clear({ kind: 'text', text: this.text });
  };

  readonly #onFill = ({ detail }: CustomEvent<{ draft: Draft }>): void => {
    this.draft = detail.draft;
  };

  readonly #onRun = ({ detail }: CustomEvent<{ options: Record<string, OptionValue> }>): void => {
    const { draft } = this;
    if (!draft) return;
    emit(this, 'page-run', { name: draft.entry.name, options: detail.options });
    this.#clear({ kind: 'command', draft });
  };

  readonly #onLeave = ({ detail }: CustomEvent<{ keep: boolean }>): void => {
    this.text = detail.keep && this.draft ? `/${this.draft.entry.shown}` : '';
    this.draft = undefined;
    void this.#begin();
  };

  readonly #onStep = (event: CustomEvent<{ by: -1 | 1 }>): void => {
    const last = this.#sent[this.#at];
    const isOwn = this.text === (last?.kind === 'text' ? last.text : '');
    const at = stepHistory(this.#sent, this.#at, event.detail.by);
    if (!isOwn || at === this.#at) return;
    event.preventDefault();
    this.#at = at;
    const entry = this.#sent[at];
    this.text = entry?.kind === 'text' ? entry.text : '';
    this.draft = entry?.kind === 'command' ? entry.draft : undefined;
    void this.#begin();
  };

  readonly #onPasteLine = (event: CustomEvent<{ text: string }>): void => {
    if (this.#takeLine(event.detail.text)) event.preventDefault();
  };

  /** Turns a whole command line into a draft. Returns false if it isn't a command. */
  #takeLine(line: string): boolean {
    const draft = parseCommandLine(line, this.#entries, this.lookup);
    if (!draft) return false;
    this.draft = draft;
    void this.#begin();
    return true;
  }

  #clear(entry: SentEntry): void {
    this.#sent = remember(this.#sent, entry);
    this.#at = this.#sent.length;
    this.text = '';
    this.draft = undefined;
    void this.#begin();
  }

  /** Focuses the field in which typing continues. */
  async #begin(): Promise<void> {
    await this.updateComplete;
    const part = this.renderRoot.querySelector<CommandComposerElement | TextComposerElement>(
      'command-composer, text-composer',
    );
    await part?.updateComplete;
    part?.begin();
  }

  async #use(line: string): Promise<void> {
    // The commands may have been loaded just now.
    await this.updateComplete;
    this.draft = parseCommandLine(line, this.#entries, this.lookup);
    // The name of a group of subcommands opens their list.
    this.text = this.draft ? '' : `${line} `;
    await this.#begin();
  }
}

/** Tells whether a text is a command's name and the space after it. */
function isWrittenOut(text: string): boolean {
  return /^\/.* $/.test(text);
}

function channelLabel({ type, name }: ViewChannel): string {
  return type === CHANNEL.direct ? `@${name}` : `#${name}`;
}

function whyNotSend({ canSend, archived }: ViewChannel): string {
  if (canSend) return '';
  return archived
    ? 'This thread is archived.'
    : 'You do not have permission to send messages in this channel.';
}

customElements.define('composer-view', ComposerViewElement);

declare global {
  interface HTMLElementTagNameMap {
    'composer-view': ComposerViewElement;
  }
}
