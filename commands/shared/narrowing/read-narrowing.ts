import type { CommandContext } from '../../../src/command/command.ts';
import type { ParsedNarrowing } from '../../../src/index/narrowing/narrowing.ts';
import {
  parseNarrowing,
  type NarrowingOptions,
} from '../../../src/index/narrowing/parse-narrowing.ts';
import { isSourceNamed } from '../../../src/index/is-source-named.ts';
import type { NARROWING } from './narrowing-options.ts';

/** Options as typed; one that is empty was not given. */
type Typed = Pick<NarrowingOptions, 'query' | 'since'> & {
  readonly [name in keyof typeof NARROWING]?: string | undefined;
};

/** What a reader narrows a list to. */
interface ReadNarrowing extends ParsedNarrowing {
  /** Set if the reader named no language, and the list has those that are usual. */
  readonly isInUsualLanguages?: true;
}

/**
 * Reads what a reader narrows a list to, each publisher under the name that it is stored with.
 * Throws a UserError when an option cannot be understood.
 */
export function readNarrowing(
  { query, source, language, country, since }: Typed,
  context: CommandContext,
): ReadNarrowing {
  const options = {
    query,
    sources: source ? [source] : [],
    languages: language ? [language] : [],
    countries: country ? [country] : [],
    since: since || undefined,
  };
  return useStoredNames(limitToUsual(parseNarrowing(options, context), context), context);
}

/** A list whose language nobody names is in those that are usual. */
function limitToUsual(narrowing: ParsedNarrowing, { usual }: CommandContext): ReadNarrowing {
  const { languages, without, everyLanguage } = narrowing;
  const isNamed = everyLanguage || languages.length + without.languages.length > 0;
  return isNamed || usual.languages.length === 0
    ? narrowing
    : { ...narrowing, languages: usual.languages, isInUsualLanguages: true };
}

function useStoredNames(narrowing: ReadNarrowing, { services }: CommandContext): ReadNarrowing {
  const { sources, without } = narrowing;
  if (sources.length + without.sources.length === 0) return narrowing;
  const stored = services.index.sources();
  const toStored = (typed: string): string =>
    stored.find(({ name }) => isSourceNamed(name, typed))?.name ?? typed;
  return {
    ...narrowing,
    sources: sources.map(toStored),
    without: { ...without, sources: without.sources.map(toStored) },
  };
}
