import type { OptionValue } from '../page-events.ts';
import type { Choice } from './option-spec.ts';

/**
 * Asks the bot for suggestions for one option of a command; `options` holds the values of the
 * others.
 */
export type Autocomplete = (
  name: string,
  focused: { readonly option: string; readonly value: string },
  options: Readonly<Record<string, OptionValue>>,
) => Promise<readonly Choice[]>;

/** The state of the bot's suggestions for an option. */
export type Suggestions =
  /** `choices` are the answer to an earlier request and are shown until a new one arrives. */
  | { readonly kind: 'waiting'; readonly option: string; readonly choices: readonly Choice[] }
  | { readonly kind: 'failed'; readonly option: string; readonly why: string }
  | { readonly kind: 'ready'; readonly option: string; readonly choices: readonly Choice[] };

/** Asks the bot for suggestions while a user types. */
export interface Suggester {
  /** Asks for suggestions: at once, or once typing pauses. Answers to older requests are dropped. */
  ask(option: string, value: string, isTyping: boolean): void;
  /** Drops the answers that are still to come. */
  stop(): void;
}

/** How long typing must pause before the bot is asked, about as in Discord's client. */
const pauseMs = 150;

/** Creates a suggester. `ask` asks the bot; `tell` receives each new state. */
export function createSuggester(
  ask: (option: string, value: string) => Promise<readonly Choice[]>,
  tell: (suggestions: Suggestions) => void,
): Suggester {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  let shown: { option: string; choices: readonly Choice[] } | undefined;
  const send = async (option: string, value: string, turn: number): Promise<void> => {
    let known: Suggestions;
    try {
      known = { kind: 'ready', option, choices: await ask(option, value) };
    } catch (error) {
      known = { kind: 'failed', option, why: error instanceof Error ? error.message : '' };
    }
    if (turn !== latest) return;
    shown = known.kind === 'ready' ? known : undefined;
    tell(known);
  };
  return {
    ask(option, value, isTyping) {
      clearTimeout(timer);
      latest += 1;
      const turn = latest;
      tell({ kind: 'waiting', option, choices: shown?.option === option ? shown.choices : [] });
      timer = setTimeout(() => void send(option, value, turn), isTyping ? pauseMs : 0);
    },
    stop() {
      clearTimeout(timer);
      latest += 1;
    },
  };
}
