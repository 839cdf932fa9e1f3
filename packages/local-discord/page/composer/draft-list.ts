import type { ReactiveControllerHost } from 'lit';
import type { DraftField } from './draft.ts';
import { ListPopup } from './list-popup.ts';
import { createSuggester, type Suggester, type Suggestions } from './suggester.ts';

/** The list above a command's options, with the bot's suggestions during typing. */
export class DraftList extends ListPopup {
  readonly #suggester: Suggester;
  #suggestions: Suggestions | undefined;

  constructor(
    host: ReactiveControllerHost & { readonly renderRoot: ParentNode },
    ask: Parameters<typeof createSuggester>[0],
  ) {
    super(host);
    this.#suggester = createSuggester(ask, (known) => {
      this.#suggestions = known;
      host.requestUpdate();
    });
  }

  get suggestions(): Suggestions | undefined {
    return this.#suggestions;
  }

  /** Forgets the suggestions, before the focus moves to another field. */
  forget(): void {
    this.#suggestions = undefined;
  }

  /** Opens it for a field, and asks the bot if it has suggestions: once typing pauses, or at once. */
  openFor(field: DraftField | undefined, isTyping: boolean): void {
    this.open();
    if (field?.option.autocomplete) this.#suggester.ask(field.option.name, field.text, isTyping);
  }

  /** Closes it and ignores suggestions that are still to come. */
  settle(): void {
    this.#suggester.stop();
    this.close();
  }

  hostDisconnected(): void {
    this.#suggester.stop();
  }
}
