import type { Query } from '../query/query.ts';

/** An article fits a list when it has one of its entries, or when the list is empty. */
export interface Limits {
  /** Publishers by name; see `isSourceNamed`. */
  readonly sources: readonly string[];
  /** Primary subtags: `fr`. */
  readonly languages: readonly string[];
  /** Where it happens, by ISO 3166-1 alpha-2: `FR`. */
  readonly countries: readonly string[];
}

/**
 * What a list of articles is limited to. It is plain data that means the same to every reader:
 * languages and countries are given by code, and `since` depends on no clock.
 */
export interface Narrowing extends Query, Limits {
  /** What an article must not have. */
  readonly without: Query['without'] & Limits;
  /** The earliest date: a day ("2024-06-14", from 00:00 UTC) or a minute ("2024-06-14T08:30Z"). */
  readonly since?: string;
}

/** A narrowing that was just read from text. */
export interface ParsedNarrowing extends Narrowing {
  /** Parts of the text that could not be understood; an empty one when they are no longer known. */
  readonly ignored: readonly string[];
  /** Every language was asked for, by `lang:all`. */
  readonly everyLanguage?: true;
}

const NO_LIMITS = { words: [], phrases: [], sources: [], languages: [], countries: [] } as const;

/** The narrowing that every article fits. */
export const UNLIMITED: Narrowing = { ...NO_LIMITS, without: NO_LIMITS };

/** Whether every article fits a narrowing. */
export function isUnlimited(narrowing: Narrowing): boolean {
  return narrowing.since === undefined && [narrowing, narrowing.without].every(isEmpty);
}

function isEmpty({ words, phrases, sources, languages, countries }: Narrowing['without']): boolean {
  return [words, phrases, sources, languages, countries].every((list) => list.length === 0);
}
