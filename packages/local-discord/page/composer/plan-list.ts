import { rankEntries, type CommandEntry } from './command-entries.ts';
import { optionsLeft, tailId, type Draft } from './draft.ts';
import { optionItems } from './option-items.ts';
import { choiceItem, type OptionSpec } from './option-spec.ts';
import { filterItems, type PickItem } from '../pick/pick-items.ts';
import type { Directory } from '../pick/directory-items.ts';
import type { Suggestions } from './suggester.ts';

/** The contents of the list above the composer. */
export interface ListPlan {
  readonly label: string;
  readonly items: readonly PickItem[];
  /** The index of the item that Enter picks before an arrow key is pressed; -1 if Enter sends. */
  readonly first: number;
  /** A line shown below the items or instead of them. */
  readonly status?: string | undefined;
  readonly isBusy?: boolean;
}

/** What an option's list depends on besides the option and its text. */
export interface ListContext {
  readonly suggestions: Suggestions | undefined;
  readonly directory: Directory;
  readonly locale: string;
}

/** Lists the commands that match the text; `undefined` if no command is being typed. */
export function planPalette(text: string, entries: readonly CommandEntry[]): ListPlan | undefined {
  if (entries.length === 0 || !/^\/[^\n/]*$/.test(text)) return undefined;
  const found = rankEntries(entries, text.slice(1));
  return {
    label: 'Commands',
    items: found.map(({ name, shown, description }) => ({
      value: name,
      label: `/${shown}`,
      description,
    })),
    first: 0,
    status: found.length === 0 ? 'No commands match.' : undefined,
  };
}

/** Lists the items to pick in a field of a command; `tail` is the text typed after its options. */
export function planDraft(
  draft: Draft,
  at: string,
  tail: string,
  context: ListContext,
): ListPlan | undefined {
  if (at === tailId) return planOptions(draft, tail);
  const field = draft.fields.find(({ option }) => option.name === at);
  if (!field) return undefined;
  // A picked value doesn't narrow the list, because the user may want another one.
  return planValues(field.option, field.chosen === undefined ? field.text : '', context);
}

/** Lists the options that can still be added; `undefined` if there are none. */
function planOptions(draft: Draft, typed: string): ListPlan | undefined {
  const left = optionsLeft(draft);
  if (left.length === 0) return undefined;
  const items = filterItems(
    left.map(({ name, shown, description }) => ({ value: name, label: shown, description })),
    typed,
  );
  return {
    label: 'Optional',
    items,
    first: typed.trim() === '' ? -1 : 0,
    status: items.length === 0 ? 'No options match.' : undefined,
  };
}

/**
 * Lists the items for an option; `undefined` if any text can be typed. Enter picks the first one,
 * because a user who opened an option wants to fill it.
 */
function planValues(option: OptionSpec, text: string, context: ListContext): ListPlan | undefined {
  const label = option.shown;
  const fixed = optionItems(option, context.directory);
  if (fixed) {
    const items = filterItems(fixed, text);
    return { label, items, first: 0, status: items.length === 0 ? 'No options match.' : undefined };
  }
  if (!option.autocomplete) return undefined;
  const known = context.suggestions?.option === option.name ? context.suggestions : undefined;
  if (!known || known.kind === 'waiting') {
    // While the bot is asked, Enter must not pick a suggestion for an earlier text.
    const items = (known?.choices ?? []).map((choice) => choiceItem(choice, context.locale));
    const status = items.length === 0 ? 'Loading options…' : undefined;
    return { label, items, first: -1, status, isBusy: true };
  }
  if (known.kind === 'failed') {
    const why = known.why === '' ? '' : ` ${known.why}`;
    return { label, items: [], first: -1, status: `Loading options failed.${why}` };
  }
  const items = known.choices.map((choice) => choiceItem(choice, context.locale));
  return { label, items, first: 0, status: items.length === 0 ? 'No options match.' : undefined };
}
