import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
} from 'discord-api-types/v10';
import { localDescription, localName } from './localized.ts';
import { readOptionSpec, type OptionSpec } from './option-spec.ts';
import { fold, noFit, rankText } from '../pick/pick-items.ts';

/** A slash command that can be run, or one of its subcommands. */
export interface CommandEntry {
  /** Its registered name: `schedule add`. */
  readonly name: string;
  /** Its name in the viewer's language. */
  readonly shown: string;
  readonly description: string;
  /** In the order in which they were registered: required ones first. */
  readonly options: readonly OptionSpec[];
}

/** Discord's numbers for command types and option types. */
const chatInput: number = 1;
const subcommand: number = 1;
const subcommandGroup: number = 2;

/**
 * Lists the slash commands that can be run, each subcommand separately, in the order of
 * registration.
 */
export function listEntries(
  commands: readonly APIApplicationCommand[],
  locale: string,
): CommandEntry[] {
  return commands
    .filter((command) => (command.type as number) === chatInput)
    .flatMap((command) => {
      const head = { name: command.name, shown: localName(command, locale) };
      return branch(head, localDescription(command, locale), command.options ?? [], locale);
    });
}

/** Returns the entries that match the text after the slash, the best match first. */
export function rankEntries(entries: readonly CommandEntry[], typed: string): CommandEntry[] {
  const wanted = fold(typed).trim().replaceAll(/\s+/g, ' ');
  if (wanted === '') return [...entries];
  return entries
    .map((entry) => ({
      entry,
      rank: Math.min(
        rankText(entry.shown, entry.description, wanted),
        rankText(entry.name, '', wanted),
      ),
    }))
    .filter(({ rank }) => rank < noFit)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

/** Finds an entry by its full name, with or without the slash, as registered or as shown. */
export function findEntry(
  entries: readonly CommandEntry[],
  name: string,
): CommandEntry | undefined {
  const wanted = fold(name).replace(/^\//, '').trim().replaceAll(/\s+/g, ' ');
  return (
    entries.find((entry) => fold(entry.name) === wanted) ??
    entries.find((entry) => fold(entry.shown) === wanted)
  );
}

function branch(
  head: Pick<CommandEntry, 'name' | 'shown'>,
  description: string,
  options: readonly APIApplicationCommandOption[],
  locale: string,
): CommandEntry[] {
  const branches = options.filter(isBranch);
  if (branches.length > 0) {
    return branches.flatMap((option) => {
      const below = 'options' in option ? (option.options ?? []) : [];
      const name = `${head.name} ${option.name}`;
      const shown = `${head.shown} ${localName(option, locale)}`;
      return branch({ name, shown }, localDescription(option, locale), below, locale);
    });
  }
  const specs = options.map((option) =>
    readOptionSpec(option as APIApplicationCommandBasicOption, locale),
  );
  return [{ ...head, description, options: specs.filter((spec) => spec !== undefined) }];
}

function isBranch({ type }: APIApplicationCommandOption): boolean {
  return (type as number) === subcommand || (type as number) === subcommandGroup;
}
