import {
  compileNarrowing,
  type ArticleFilter,
} from '../../src/index/narrowing/compile-narrowing.ts';
import { UNLIMITED, type Narrowing } from '../../src/index/narrowing/narrowing.ts';
import { parseQuery } from '../../src/index/query/parse-query.ts';

/** The filter of a query, or of a narrowing whose other fields are unlimited. */
export function buildFilter(
  query: string | Partial<Narrowing>,
  now = new Date('2024-06-19T12:00:00Z'),
): ArticleFilter {
  return compileNarrowing(
    typeof query === 'string' ? parseQuery(query, now) : { ...UNLIMITED, ...query },
  );
}
