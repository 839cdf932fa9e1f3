import type { OptionValue } from '../page-events.ts';
import { tailId, type Draft, type DraftField } from './draft.ts';
import { findMeant, itemValue, optionItems } from './option-items.ts';
import type { OptionSpec } from './option-spec.ts';
import type { Directory } from '../pick/directory-items.ts';

/**
 * What an option's field holds.
 *
 * @internal
 */
export type Read =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: OptionValue }
  | { readonly kind: 'wrong'; readonly why: string };

/** Discord's limit for a text option that sets none. */
const maxTextChars = 6_000;

/**
 * Reads a field as Discord's client does before it sends.
 *
 * @internal
 */
export function readField({ option, text, chosen }: DraftField, directory: Directory): Read {
  if (chosen !== undefined) return { kind: 'value', value: chosen };
  if (text.trim() === '') {
    return option.required ? wrong('This option is required.') : { kind: 'empty' };
  }
  const items = optionItems(option, directory);
  if (items) {
    const meant = findMeant(items, text);
    if (meant) return { kind: 'value', value: itemValue(option, meant.value) };
    return wrong('Choose one of the options in the list.');
  }
  if (option.kind === 'string') return readText(option, text);
  return option.kind === 'attachment' ? wrong('Choose a file.') : readNumber(option, text);
}

/**
 * Returns the values of all fields and their faults, by option; `tail` is the text typed after
 * them.
 */
export function readDraft(
  draft: Draft,
  directory: Directory,
  tail = '',
): { readonly options: Record<string, OptionValue>; readonly faults: Record<string, string> } {
  const options: Record<string, OptionValue> = {};
  const faults: Record<string, string> = {};
  for (const field of draft.fields) {
    const read = readField(field, directory);
    if (read.kind === 'value') options[field.option.name] = read.value;
    if (read.kind === 'wrong') faults[field.option.name] = read.why;
  }
  const stray = tail.trim();
  if (stray !== '') faults[tailId] = `There is no option "${stray}".`;
  return { options, faults };
}

function readText({ min = 1, max = maxTextChars }: OptionSpec, text: string): Read {
  const value = text.trim();
  if (value.length < min)
    return wrong(`Write at least ${min} characters; there are ${value.length}.`);
  if (value.length > max)
    return wrong(`Write at most ${max} characters; there are ${value.length}.`);
  return { kind: 'value', value };
}

function readNumber({ kind, min, max }: OptionSpec, text: string): Read {
  // JavaScript also reads '' and '0x10' as numbers.
  const isPlain = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text.trim());
  const value = Number(text);
  if (!isPlain) return wrong(kind === 'integer' ? 'Write a whole number.' : 'Write a number.');
  if (kind === 'integer' && !Number.isSafeInteger(value)) return wrong('Write a whole number.');
  const isInRange = (min === undefined || value >= min) && (max === undefined || value <= max);
  return isInRange ? { kind: 'value', value } : wrong(`Write a number ${inRange(min, max)}.`);
}

/** Writes a range in words. */
export function inRange(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return `from ${min} to ${max}`;
  return min === undefined ? `of ${max ?? 'any size'} or less` : `of ${min} or more`;
}

function wrong(why: string): Read {
  return { kind: 'wrong', why };
}
