import { splitFigureTokens, type FigureToken } from '../figures/figure-tokens.ts';
import { readNumber, type NumberMention } from '../figures/number-value.ts';
import { isDateOrAge } from '../figures/read-figures.ts';
import { wordSet } from '../../../text/word-set.ts';
import type { TextSpan } from './answer-mark.ts';
import type { AnswerKind } from './question.ts';

/** The words of a measure, as they stand right behind its number. */
const UNITS: Partial<Record<AnswerKind, RegExp>> = {
  share: /^ ?(?:%|percent(?!\p{L})|per cent(?!\p{L}))/iu,
  length:
    /^[ -]?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|feet|foot|ft|met(?:er|re)s?|m|kilomet(?:er|re)s?|km|miles?|yards?|inch(?:es)?|cm|pages?|laps?)(?!\p{L})/iu,
  distance:
    /^[ -]?(?:feet|foot|ft|met(?:er|re)s?|m|kilomet(?:er|re)s?|km|miles?|yards?|inch(?:es)?|cm|mm|light[ -]years?)(?!\p{L})/iu,
  speed:
    /^[ -]?(?:knots?|mph|kph|km\/h|(?:miles|kilomet(?:er|re)s|km|met(?:er|re)s|feet|cm|centimet(?:er|re)s?) (?:an?|per|\/) ?(?:hour|second|minute))(?!\p{L})/iu,
  weight: /^[ -]?(?:kg|kilos?|kilograms?|tons?|tonnes?|pounds?|lbs?|grams?|ounces?)(?!\p{L})/iu,
};
/** What a depth or a height is measured in, and the words that tell one from other distances. */
const DIMENSIONS: Partial<Record<AnswerKind, RegExp>> = {
  depth: /(?<!\p{L})(?:deep|depths?|down|below|beneath|deeper)(?!\p{L})/iu,
  strength:
    /(?<!\p{L})(?:magnitude|richter|scale|category|megatons?|kilotons?|strength)(?!\p{L})/iu,
  height:
    /(?<!\p{L})(?:high|tall|height|heights|up|above|higher|taller|standing|stands|stood)(?!\p{L})/iu,
};

const CURRENCY_BEFORE = /(?:[$€£¥₹₽]|(?:US|USD|EUR|GBP|CHF|Rs)\.?) ?$/u;
const CURRENCY_AFTER =
  /^ ?(?:(?:hundred|thousand|million|billion|trillion|bn|mn?)(?!\p{L}) ?)?(?:(?:U\.?S\.?|Canadian|Australian|British) )?(?:[$€£¥₹₽]|(?:dollars?|euros?|pounds?|rupees?|yen|yuan|rubles?|roubles?|lei|pesos?|francs?|krona|kronor|cents?|lira|rand|reais|USD|EUR|GBP)(?!\p{L}))/iu;

/** "24 hours" and "2 p.m." count nothing, unless time is asked for. */
const CLOCK = /^ ?(?:[ap]\.?m\.?(?!\p{L})|(?:o['’]clock)(?!\p{L})|GMT|UTC|BST)/iu;

/** "Eleven days ago", "236.5 km": what counts nothing but its unit. */
const OTHER_UNIT =
  /^[ -]?(?:more )?(seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|feet|foot|met(?:er|re)s?|m|kilomet(?:er|re)s?|km|miles?|mile|yards?|inch(?:es)?|cm|mm|kg|knots?)(?!\p{L})/iu;

/**
 * Finds the numbers of a sentence that can answer a question of a kind. `isAsked` says whether the question has a
 * word.
 */
export function findNumberMarks(
  kind: AnswerKind,
  text: string,
  isAsked: (word: string) => boolean,
): TextSpan[] {
  const tokens = splitFigureTokens(text);
  const dimension = DIMENSIONS[kind];
  if (dimension && !dimension.test(text)) return [];
  const units = kind === 'depth' || kind === 'height' ? UNITS.distance : UNITS[kind];
  const marks: TextSpan[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const number = readNumber(tokens, at);
    if (!number) continue;
    at = number.to - 1;
    const span = { start: tokens[number.from]!.start, end: tokens[at]!.end };
    const after = text.slice(span.end, span.end + 40);
    const unit = kind === 'number' ? OTHER_UNIT.exec(after)?.[1] : undefined;
    if (unit !== undefined && !isAsked(unit.toLowerCase())) continue;
    if (fits(kind, text, span, units) && !isNoCount(tokens, number, kind, after)) {
      marks.push(span);
    }
  }
  return marks;
}

function fits(kind: AnswerKind, text: string, { start, end }: TextSpan, units?: RegExp): boolean {
  const after = text.slice(end, end + 40);
  if (kind === 'money') {
    return (
      CURRENCY_BEFORE.test(text.slice(Math.max(0, start - 5), start)) || CURRENCY_AFTER.test(after)
    );
  }
  return units === undefined || units.test(after);
}

function isNoCount(
  tokens: readonly FigureToken[],
  number: NumberMention,
  kind: AnswerKind,
  after: string,
): boolean {
  if (kind !== 'number' && kind !== 'strength') return false;
  // "The first one" counts nothing.
  const isPronoun = number.value === 1 && tokens[number.from]!.kind === 'word';
  return (
    isPronoun ||
    isDateOrAge(tokens, number) ||
    CLOCK.test(after.slice(0, 12)) ||
    isInName(tokens, number)
  );
}

/** Words whose number is a name: "Flight 516", "stage 13". */
const NUMBERED = wordSet(
  'flight number no route interstate highway runway stage section article chapter platform terminal boeing airbus apollo line grade phase group day page room gate unit model level category',
);

/** "Flight 516", "Chandrayaan-3": a number that is a part of a name. */
function isInName(tokens: readonly FigureToken[], { from }: NumberMention): boolean {
  const [number, before, last] = [tokens[from]!, tokens[from - 1], tokens[from - 2]];
  if (number.kind !== 'number' || !before) return false;
  if (before.text === '-') return last?.isCapital === true && last.end === before.start;
  return NUMBERED.has(before.text);
}
