import type { ArticleReader } from '../../../src/index/article-view.ts';
import type { Source } from '../../../src/ingest/sources/source.ts';
import type { Limits } from '../../../src/index/narrowing/narrowing.ts';
import { isSourceNamed, similarSource } from '../../../src/index/is-source-named.ts';

/** Finds the publishers, languages and countries that no article has. */
export function findUnknownLimits(
  { sources = [], languages = [], countries = [] }: Partial<Limits>,
  index: Pick<ArticleReader, 'sources' | 'languages' | 'countries'>,
): Limits {
  return {
    sources: sources.filter(
      (typed) => !index.sources().some(({ name }) => isSourceNamed(name, typed)),
    ),
    languages: languages.filter((wanted) => !index.languages().some(({ lang }) => lang === wanted)),
    countries: countries.filter(
      (wanted) => !index.countries().some(({ country }) => country === wanted),
    ),
  };
}

/** The names of all publishers: those with articles, and those whose feeds are read. */
export function listNames(
  index: Pick<ArticleReader, 'sources'>,
  feeds: readonly Pick<Source, 'name'>[],
): string[] {
  return [...new Set([...index.sources(), ...feeds].map(({ name }) => name))];
}

/**
 * Says which publishers may be meant by names that no article has, else where to see all of them.
 * `quote` makes a name safe to show.
 */
export function adviseOnSources(
  unknown: readonly string[],
  names: readonly string[],
  quote: (name: string) => string = (name) => name,
): string {
  const similar = unknown
    .map((typed) => similarSource(typed, names))
    .filter((name) => name !== undefined);
  return similar.length > 0
    ? `Did you mean ${[...new Set(similar)].map(quote).join(' or ')}?`
    : '`/sources list` shows whose I have.';
}
