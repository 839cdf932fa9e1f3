import { MONTHS } from './counted-words.ts';
import { splitFigureTokens, wordsBetween, type FigureToken } from './figure-tokens.ts';
import { readNumber, type NumberMention } from './number-value.ts';
import { readCounted, type Counted } from './read-counted.ts';
import { readScope, type FigureScope } from './read-scope.ts';

/** A number of a sentence that counts something. */
export interface Figure
  extends
    Omit<Counted, 'whoAt'>,
    FigureScope,
    Pick<NumberMention, 'value' | 'isVague' | 'precision'> {
  /** UTF-16 offsets in the sentence. */
  readonly start: number;
  readonly end: number;
  /** Those of the word that names what is counted, as printed; undefined for people at large. */
  readonly noun: { readonly start: number; readonly end: number } | undefined;
}

/**
 * Reads the figures of an English sentence that can be compared with those of other sentences: counts of people
 * and things that something happened to, and magnitudes of earthquakes. Dates, times, ages and scores are none.
 */
export function readFigures(sentence: string): Figure[] {
  const tokens = splitFigureTokens(sentence);
  const figures: Figure[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const number = readNumber(tokens, at);
    if (!number) continue;
    const counted = isDateOrAge(tokens, number) ? undefined : readCounted(tokens, number);
    if (counted) figures.push(describe(tokens, number, counted));
    at = number.to - 1;
  }
  return figures;
}

function describe(tokens: readonly FigureToken[], number: NumberMention, counted: Counted): Figure {
  const { from, to, value, isVague, precision } = number;
  const { kind, who, whoAt } = counted;
  const scope = readScope(tokens, number);
  const noun = whoAt === undefined ? undefined : tokens[whoAt];
  return {
    kind,
    who,
    ...scope,
    // Those in a critical state are always some of the injured.
    isPart: scope.isPart && kind !== 'critical',
    value,
    isVague,
    precision,
    start: tokens[from]!.start,
    end: tokens[to - 1]!.end,
    noun: noun && { start: noun.start, end: noun.end },
  };
}

/** Whether a number is a date, a time, an age or a year. */
export function isDateOrAge(
  tokens: readonly FigureToken[],
  { from, to, value }: NumberMention,
): boolean {
  const [before, after] = [tokens[from - 1], tokens[to]];
  if (MONTHS.has(before?.text ?? '') || MONTHS.has(after?.text ?? '')) return true;
  if (before?.text === '.' && MONTHS.has(tokens[from - 2]?.text ?? '')) return true;
  if (after?.text === ':' || (before?.text === ':' && tokens[from - 2]?.kind === 'number'))
    return true;
  const isAttached = after !== undefined && after.start === tokens[to - 1]!.end;
  if (isAttached && /^(?:st|nd|rd|th|pm|am)$/.test(after.text)) return true;
  const [unit = '', old] = wordsBetween(tokens, to, to + 4);
  if (/^years?$/.test(unit) && old === 'old') return true;
  // ", 35," is an age.
  if (before?.text === ',' && after?.text === ',' && value < 120) return true;
  const isYear = Number.isInteger(value) && value >= 1900 && value <= 2100;
  return isYear && to === from + 1 && tokens[from]!.end - tokens[from]!.start === 4;
}
