import type { CommandEntry } from './command-entries.ts';
import { startDraft, writeField, type Draft } from './draft.ts';
import { findMeant, itemValue, optionItems } from './option-items.ts';
import { fold } from '../pick/pick-items.ts';
import type { Directory } from '../pick/directory-items.ts';

/**
 * Parses a command as users write it: `/latest topic:rust count:3`. `undefined` if it isn't one of the
 * entries.
 */
export function parseCommandLine(
  text: string,
  entries: readonly CommandEntry[],
  directory: Directory,
): Draft | undefined {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  if (!line.startsWith('/')) return undefined;
  const entry = longestEntry(line.slice(1), entries);
  if (!entry) return undefined;
  const { lead, parts } = splitOptions(line.slice(1 + entry.length), entry.entry);
  let draft = startDraft(entry.entry);
  for (const [name, value] of parts) draft = fill(draft, name, value, directory);
  if (lead === '') return draft;
  // Words without an option's name can only be meant for a required option.
  const open = draft.fields.find((field) => field.text === '' && field.option.kind === 'string');
  return open ? fill(draft, open.option.name, lead, directory) : undefined;
}

/** Writes text into an option. If it names one of the option's items, that item is picked. */
function fill(draft: Draft, name: string, text: string, directory: Directory): Draft {
  const option = draft.entry.options.find((one) => one.name === name);
  const items = option && optionItems(option, directory);
  const meant = items && findMeant(items, text);
  if (!option || !meant) return writeField(draft, name, text);
  return writeField(draft, name, meant.label, itemValue(option, meant.value));
}

function longestEntry(
  line: string,
  entries: readonly CommandEntry[],
): { entry: CommandEntry; length: number } | undefined {
  const isAt = (name: string): boolean =>
    fold(line.slice(0, name.length)) === fold(name) && ['', ' '].includes(line.charAt(name.length));
  return entries
    .flatMap((entry) => [entry.name, entry.shown].map((name) => ({ entry, name })))
    .filter(({ name }) => isAt(name))
    .toSorted((a, b) => b.name.length - a.name.length)
    .map(({ entry, name }) => ({ entry, length: name.length }))[0];
}

/** Splits the rest of a line at each `option:` of the command. */
function splitOptions(
  rest: string,
  entry: CommandEntry,
): { lead: string; parts: [name: string, value: string][] } {
  const names = new Map<string, string>();
  for (const { name, shown } of entry.options) names.set(shown.toLowerCase(), name);
  for (const { name } of entry.options) names.set(name.toLowerCase(), name);
  const parts: [string, string][] = [];
  const lead: string[] = [];
  for (const word of rest.split(' ')) {
    const colon = word.indexOf(':');
    const name = colon > 0 ? names.get(word.slice(0, colon).toLowerCase()) : undefined;
    const last = parts.at(-1);
    // A name that occurs a second time is text: `query:since:7d since:3d`.
    if (name !== undefined && !parts.some(([given]) => given === name)) {
      parts.push([name, word.slice(colon + 1)]);
    } else if (last) last[1] = `${last[1]} ${word}`.trim();
    else lead.push(word);
  }
  return { lead: lead.join(' ').trim(), parts };
}
