import { MONTH_PATTERN } from '../../article/calendar-words.ts';
import { BRIEF_LIMITS } from './brief.ts';

/** A sentence of an article that the reader was told of, whether it was shown or not. */
export interface KnownSentence {
  readonly text: string;
  /** The numbers of its words. */
  readonly terms: ReadonlySet<number>;
}

/** Figures as printed: "2.5m" and "60-kilometre" have those of "2.5 million" and "60 kilometres". */
const FIGURE = /\p{N}+(?:[.,]\p{N}+)*/gu;

/**
 * Whether a sentence says what a known one says, with a few words' difference: a reprint has "said Friday" for "said
 * on Friday". A figure that the known one has not is new, whatever else it repeats.
 */
export function saysAgain(
  { text, says }: { readonly text: string; readonly says: Int32Array },
  known: KnownSentence,
): boolean {
  const terms = new Set(says.filter((word) => word > 0));
  let fresh = 0;
  for (const term of terms) if (!known.terms.has(term)) fresh += 1;
  const said = 1 - fresh / terms.size;
  const isMostlySaid = said >= BRIEF_LIMITS.knownShare;
  const isNearlySaid = said >= BRIEF_LIMITS.maxSaid && fresh <= BRIEF_LIMITS.fewTerms;
  if (!isMostlySaid && !isNearlySaid) return false;
  return hasFiguresOf(text, known.text);
}

/** A date tells nothing new of an event: another publisher prints it where the first one had a weekday. */
const DATE = new RegExp(
  String.raw`(?<!\p{N})(?:\p{N}{1,2}\.? (?:de )?(?:${MONTH_PATTERN})|(?:${MONTH_PATTERN})\.? \p{N}{1,2}|(?:19|20)\p{N}{2})(?![\p{L}\p{N}]|[.,]\p{N})`,
  'giu',
);

/** Whether all figures of a text, except for dates, are in another one. */
export function hasFiguresOf(text: string, other: string): boolean {
  const figures = new Set(other.match(FIGURE));
  const own = text.replace(DATE, '').match(FIGURE) ?? [];
  return own.every((figure) => figures.has(figure));
}
