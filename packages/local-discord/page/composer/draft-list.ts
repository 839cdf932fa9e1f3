import type { ReactiveControllerHost } from 'lit';
import type { DraftField } from './draft.ts';
import { ListPopup } from './list-popup.ts';
import { createSuggester, type Suggester, type Suggestions } from './suggester.ts';

/** The list over a command's options, with what the bot suggests while one types. */
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

  /** Goes on to another field, of which nothing is known yet. */
  forget(): void {
    this.#suggestions = undefined;
  }

  /** Opens it for a field, and asks the bot where that suggests: when typing has paused, or at once. */
  openFor(field: DraftField | undefined, isTyping: boolean): void {
    this.open();
    if (field?.option.autocomplete) this.#suggester.ask(field.option.name, field.text, isTyping);
  }

  /** Closes it for good: what the bot still says is not wanted. */
  settle(): void {
    this.#suggester.stop();
    this.close();
  }

  hostDisconnected(): void {
    this.#suggester.stop();
  }
}
