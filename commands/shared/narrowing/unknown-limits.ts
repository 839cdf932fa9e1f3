import type { ArticleReader } from '../../../src/index/article-view.ts';
import type { Limits } from '../../../src/index/narrowing/narrowing.ts';
import { isSourceNamed } from '../../../src/index/is-source-named.ts';

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
