import type { Place } from '../../text/places/place.ts';
import type { Query } from '../query/query.ts';
import { isSourceNamed } from '../is-source-named.ts';
import type { Limits, Narrowing } from './narrowing.ts';

/** Which articles `search` and `newest` take; a part that is absent takes all. */
export interface ArticleFilter {
  readonly query?: Query & Pick<Limits, 'languages'>;
  /** The query is a topic: take only articles that are about it, and none that only mention it. */
  readonly isTopic?: boolean | undefined;
  /** The earliest and the first later date, in milliseconds since the epoch. */
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  readonly fits?: ((slot: number, table: ArticleTable) => boolean) | undefined;
}

/** The part of the index that a filter looks at. */
interface ArticleTable {
  lang(slot: number): string;
  source(slot: number): string | undefined;
  seenAt(slot: number): number;
  onlyFor(slot: number): string | undefined;
  places(slot: number): readonly Place[];
}

/** Limits on top of a narrowing: an article has to fit both. */
interface MoreLimits {
  readonly within?: Partial<Limits> | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  readonly isTopic?: boolean | undefined;
}

type Test = (slot: number, table: ArticleTable) => boolean;

/** Makes a narrowing ready for the index, once for all pages of a list. */
export function compileNarrowing(
  narrowing: Narrowing,
  { within = {}, from, until, isTopic }: MoreLimits = {},
): ArticleFilter {
  const { words, phrases, languages, without, since } = narrowing;
  const tests = [
    ...compileLimits(narrowing),
    ...compileLimits(within),
    ...compileLimits(without).map(
      (test): Test =>
        (slot, table) =>
          !test(slot, table),
    ),
  ];
  const earliest = Math.max(
    since === undefined ? Number.NEGATIVE_INFINITY : Date.parse(since),
    from?.getTime() ?? Number.NEGATIVE_INFINITY,
  );
  return {
    query: { words, phrases, languages, without },
    isTopic,
    from: earliest,
    until: until?.getTime(),
    ...(tests.length > 0 && { fits: (slot, table) => tests.every((test) => test(slot, table)) }),
  };
}

/** One test for each list that is not empty. */
function compileLimits({ sources = [], languages = [], countries = [] }: Partial<Limits>): Test[] {
  return [
    ...(sources.length > 0 ? [compileSources(sources)] : []),
    ...(languages.length > 0
      ? [(slot: number, table: ArticleTable) => languages.includes(table.lang(slot))]
      : []),
    ...(countries.length > 0
      ? [
          (slot: number, table: ArticleTable) =>
            table.places(slot).some(({ country }) => countries.includes(country)),
        ]
      : []),
  ];
}

/** Compares each publisher's name once: an index has many articles and few publishers. */
function compileSources(names: readonly string[]): Test {
  const known = new Map<string | undefined, boolean>();
  return (slot, table) => {
    const source = table.source(slot);
    let isNamed = known.get(source);
    if (isNamed === undefined) {
      isNamed = names.some((name) => isSourceNamed(source, name));
      known.set(source, isNamed);
    }
    return isNamed;
  };
}
