import {
  kindOfWord,
  LINKS,
  OTHER_QUAKES,
  PEOPLE,
  STATES,
  type CountedKind,
} from './counted-words.ts';
import { wordsBetween, type FigureToken } from './figure-tokens.ts';
import type { NumberMention } from './number-value.ts';
import { readTotal } from './read-total.ts';
import { wordSet } from '../../../text/word-set.ts';

/** What a number counts. */
export interface Counted {
  /** What happened to those that it counts, or the kind of thing that it measures. */
  readonly kind: CountedKind | 'magnitude';
  /** Who or what is counted, in small letters and singular; undefined for people at large. */
  readonly who: string | undefined;
  /** The position of the token that names them; undefined for people at large. */
  readonly whoAt?: number | undefined;
}

/** Reads what a number counts from the words around it; undefined if they do not say. */
export function readCounted(
  tokens: readonly FigureToken[],
  number: NumberMention,
): Counted | undefined {
  return readMagnitude(tokens, number) ?? readCount(tokens, number);
}

/** "A 6.1-magnitude quake", "a magnitude of 6.1", "6.1 on the Richter scale". */
function readMagnitude(
  tokens: readonly FigureToken[],
  { from, to, value }: NumberMention,
): Counted | undefined {
  if (value > 10) return undefined;
  const after = wordsBetween(tokens, to, to + 6);
  const before = wordsBetween(tokens, from - 3, from);
  const isMagnitude =
    after[0] === 'magnitude' ||
    (after[0] === 'on' && (after.includes('richter') || after.includes('magnitude'))) ||
    (after[0] === 'in' && after[1] === 'magnitude') ||
    before.includes('magnitude') ||
    before.at(-1) === 'measuring' ||
    before.at(-1) === 'measured';
  if (!isMagnitude || tokens.some(({ text }) => OTHER_QUAKES.has(text))) return undefined;
  return { kind: 'magnitude', who: undefined };
}

function readCount(tokens: readonly FigureToken[], number: NumberMention): Counted | undefined {
  const { who, whoAt, end, kind: said } = readNoun(tokens, number.to);
  if (who !== undefined && UNITS.has(who)) return undefined;
  const kind =
    said ??
    readVerbAfter(tokens, end) ??
    readVerbBefore(tokens, number.from) ??
    (who === undefined ? readTotal(tokens, number.from) : undefined);
  // People are found in many ways, but bodies are recovered.
  if (kind === undefined || (kind === 'recovered' && who !== 'body')) return undefined;
  return { kind, who, whoAt };
}

/** The most tokens of a counted noun phrase: "members of the national guard". */
const LONGEST_NOUN = 6;

interface CountedNoun extends Pick<Counted, 'who' | 'whoAt'> {
  /** What a word of the phrase says: "12 dead", "355 damaged shops". */
  readonly kind?: CountedKind;
  /** The position after the phrase. */
  readonly end: number;
}

function readNoun(tokens: readonly FigureToken[], from: number): CountedNoun {
  let whoAt: number | undefined;
  let at = isOrSo(tokens, from) ? from + 2 : from;
  for (const limit = at + LONGEST_NOUN; at < Math.min(limit, tokens.length); at += 1) {
    const { text, kind } = tokens[at]!;
    if (text === '-') continue;
    if (kind !== 'word' || ENDS.has(text) || LINKS.has(text)) break;
    const said = kindOfWord(text);
    if (said) {
      const noun = isNounAfterState(tokens, at) ? at + 1 : whoAt;
      return { kind: said, ...nameCounted(tokens, noun), end: at };
    }
    if (text.endsWith('ing')) break;
    if (PEOPLE.has(text)) return { ...nameCounted(tokens, whoAt), end: at + 1 };
    if (!FILLERS.has(text)) whoAt = at;
  }
  return { ...nameCounted(tokens, whoAt), end: at };
}

function nameCounted(
  tokens: readonly FigureToken[],
  whoAt: number | undefined,
): Pick<Counted, 'who' | 'whoAt'> {
  return { who: whoAt === undefined ? undefined : singularOf(tokens[whoAt]!.text), whoAt };
}

/** Whether a state is followed by the noun that is in it: "shops" after "damaged". */
function isNounAfterState(tokens: readonly FigureToken[], at: number): boolean {
  const next = tokens[at + 1];
  if (!next || !STATES.has(tokens[at]!.text) || next.kind !== 'word') return false;
  const { text } = next;
  const isNoun = !ENDS.has(text) && !LINKS.has(text) && !PEOPLE.has(text) && !kindOfWord(text);
  return isNoun && !text.endsWith('ing');
}

/** "Were killed", "of whom remain critical". */
function readVerbAfter(tokens: readonly FigureToken[], from: number): CountedKind | undefined {
  let at = from;
  const isOfThem = tokens[at]?.text === 'of' && /^(?:whom|them)$/.test(tokens[at + 1]?.text ?? '');
  if (isOfThem) at += 2;
  for (const limit = at + 5; at < Math.min(limit, tokens.length); at += 1) {
    const { text } = tokens[at]!;
    const said = kindOfWord(text);
    if (said) return said;
    if (!LINKS.has(text)) return undefined;
  }
  return undefined;
}

/** "Killing at least", "the death toll rose to". */
function readVerbBefore(tokens: readonly FigureToken[], from: number): CountedKind | undefined {
  for (let at = from - 1; at >= Math.max(0, from - 6); at -= 1) {
    const { text } = tokens[at]!;
    const said = kindOfWord(text);
    // "Missing 10 games", "the dead 12 hours later" count nobody.
    if (said) return STATES.has(text) && !VERBS.has(text) ? undefined : said;
    if (!BEFORE.has(text)) return undefined;
  }
  return undefined;
}

export function isOrSo(tokens: readonly FigureToken[], at: number): boolean {
  return tokens[at]?.text === 'or' && tokens[at + 1]?.text === 'so';
}

function singularOf(word: string): string {
  return SINGULARS.get(word) ?? (/[^s]s$/.test(word) ? word.slice(0, -1) : word);
}

/** Words that end a counted noun phrase. */
const ENDS = wordSet(
  'and or but in on at to from by with of for as when while after before since during near the a an this that his her their its',
);
const FILLERS = wordSet('other more all');
/** States that are verbs too: "wounded 12". */
const VERBS = wordSet('wounded injured damaged destroyed infected arrested detained');
const UNITS = wordSet(
  'time year month week day hour minute night percent km mile kilometer kilometre metre meter foot feet inch inche degree pound',
);
/** Words between a verb and the number that it counts. */
const BEFORE = wordSet(
  'at least more than over about around some nearly almost roughly approximately an estimated up to as many much another other others the of toll rose rises rise risen climbed jumped passed passes exceeded exceeds topped stands stood now has have by reached reaches between only just all nearing count is are high $',
);
const SINGULARS: ReadonlyMap<string, string> = new Map([
  ['homes', 'house'],
  ['women', 'woman'],
  ['men', 'man'],
  ['children', 'child'],
  ['kids', 'child'],
  ['bodies', 'body'],
  ['policemen', 'police'],
  ['officers', 'officer'],
]);
