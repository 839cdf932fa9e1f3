import type { FigureToken } from './figure-tokens.ts';

/** A number of a sentence: the tokens that say it, and the numbers that it may stand for. */
export interface NumberMention {
  /** Positions of tokens: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** "dozens", "hundreds", "tens of thousands": anything of that size. */
  readonly isVague: boolean;
  /** The smallest difference that its digits can tell: 1 for 205, 100 for 200, .1 for 6.2. */
  readonly precision: number;
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SMALL = new Map<string, number>([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
  ['dozen', 12],
]);
const SCALES = new Map<string, number>([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['trillion', 1e12],
]);
const VAGUE = new Map<string, number>([
  ['dozens', 24],
  ['scores', 40],
  ['hundreds', 200],
  ['thousands', 2e3],
  ['millions', 2e6],
]);

const NUMBER = new RegExp(
  String.raw`\p{N}|\b(?:${[...SMALL.keys(), ...SCALES.keys(), ...VAGUE.keys()].join('|')})\b`,
  'iu',
);

/** Whether a sentence may have a number, which is found out sooner than its figures are read. */
export function mayHaveNumber(sentence: string): boolean {
  return NUMBER.test(sentence);
}

/** Reads the number that begins at a token, in digits or words; undefined if none does. */
export function readNumber(
  tokens: readonly FigureToken[],
  from: number,
): NumberMention | undefined {
  return readVague(tokens, from) ?? readPlain(tokens, from);
}

function readVague(tokens: readonly FigureToken[], from: number): NumberMention | undefined {
  const text = tokens[from]?.text ?? '';
  const tens = { tens: 10, hundreds: 100 }[text];
  const scale = VAGUE.get(tokens[from + 2]?.text ?? '');
  if (tens !== undefined && scale !== undefined && tokens[from + 1]?.text === 'of') {
    return { from, to: from + 3, value: tens * scale, isVague: true, precision: tens * scale };
  }
  const value = VAGUE.get(text);
  return value === undefined
    ? undefined
    : { from, to: from + 1, value, isVague: true, precision: value };
}

function readPlain(tokens: readonly FigureToken[], from: number): NumberMention | undefined {
  let sum = 0;
  let current: number | undefined;
  let precision = 1;
  let at = from;
  if (isHalf(tokens, from)) {
    current = 0.5;
    at = tokens[from + 1]?.text === '-' || tokens[from + 1]?.text === 'a' ? from + 2 : from + 1;
  }
  for (; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    const digits = token.kind === 'number' ? Number(token.text) : undefined;
    const small = digits ?? SMALL.get(token.text);
    const scale = SCALES.get(token.text);
    if (small !== undefined) {
      // Two numbers in a row are two numbers, but "twenty five" and "two hundred five" are one.
      if (current !== undefined && !mayGoOn(current, small, digits)) break;
      if (digits !== undefined) precision = precisionOf(token.text);
      current = (current ?? 0) + small;
    } else if (scale !== undefined && current !== undefined) {
      precision *= scale;
      if (scale >= 1e3) {
        sum += current * scale;
        current = 0;
      } else current *= scale;
    } else if (scale !== undefined && isOne(tokens[at - 1])) {
      current = scale;
      precision = scale;
    } else if (token.text === '-' && current !== undefined && continues(tokens, at, current)) {
      continue;
    } else break;
  }
  if (current === undefined) return undefined;
  const value = sum + current;
  const isRound = value >= 100 && Number.isInteger(value);
  return {
    from,
    to: at,
    value,
    isVague: false,
    precision: isRound ? Math.max(precision, roundness(value)) : precision,
  };
}

/** Whether a hyphen joins two parts of a number: "twenty-five", "3-million". */
function continues(tokens: readonly FigureToken[], at: number, current: number): boolean {
  const next = tokens[at + 1];
  if (!next || next.kind === 'number') return false;
  const small = SMALL.get(next.text);
  if (small !== undefined) return mayGoOn(current, small, undefined);
  return SCALES.has(next.text) && next.text.length > 2;
}

function mayGoOn(current: number, small: number, digits: number | undefined): boolean {
  if (digits !== undefined) return current === 0;
  return small < 10 ? current % 10 === 0 && current > 0 : small < 100 && current % 100 === 0;
}

function isHalf(tokens: readonly FigureToken[], at: number): boolean {
  const [half, next, last] = [tokens[at]?.text, tokens[at + 1]?.text, tokens[at + 2]?.text];
  return (
    half === 'half' &&
    (next === 'a' || next === '-' ? SCALES.has(last ?? '') : SCALES.has(next ?? ''))
  );
}

function isOne(token: FigureToken | undefined): boolean {
  return token?.text === 'a' || token?.text === 'an';
}

function precisionOf(digits: string): number {
  const decimals = digits.split('.')[1];
  return decimals === undefined ? 1 : 10 ** -decimals.length;
}

/** The power of ten that a number is a multiple of, at most two digits before it: 100 for 1,300. */
function roundness(value: number): number {
  let power = 1;
  while (value % (power * 10) === 0) power *= 10;
  return power;
}
