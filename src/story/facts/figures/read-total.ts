import { wordSet } from '../../../text/word-set.ts';
import { kindOfWord, PEOPLE, type CountedKind } from './counted-words.ts';
import type { FigureToken } from './figure-tokens.ts';

/** The most words between the verb and what it is said of: "number of dead in Turkey and Syria climbed". */
const FURTHEST = 14;

/** What a total does. */
const CHANGES = wordSet(
  'rose rises risen rise climbed climbs climb jumped jumps passed passes exceeded exceeds topped tops surpassed surpasses reached reaches stood stands grew grows hit hits put',
);

/** Words between such a verb and its number. */
const BEFORE = wordSet(
  'to at above past over beyond by more than least about around some nearly almost roughly approximately an estimated now has have was is had up',
);

/** What isn't part of one phrase on what is counted. */
const BREAKS = wordSet('who which that but when while after before as because');

/**
 * Reads what a number counts that is a total's: "the number of dead in Turkey and Syria climbed above 11,000", "the
 * toll from the quake rose to 35". Undefined if no total is spoken of. A noun behind the number is counted itself.
 */
export function readTotal(tokens: readonly FigureToken[], from: number): CountedKind | undefined {
  let at = from - 1;
  let changes = false;
  for (; at >= 0; at -= 1) {
    const { text } = tokens[at]!;
    if (CHANGES.has(text)) changes = true;
    else if (!BEFORE.has(text)) break;
  }
  if (!changes) return undefined;
  for (const first = Math.max(0, at - FURTHEST); at >= first; at -= 1) {
    const { text, kind } = tokens[at]!;
    if (kind !== 'word' || BREAKS.has(text)) return undefined;
    // "The injury toll" would be another one.
    if (text === 'toll') return kindOfWord(tokens[at - 1]?.text ?? '') ?? 'killed';
    if (text === 'number' && tokens[at + 1]?.text === 'of') return readOf(tokens, at + 2);
  }
  return undefined;
}

/** "Dead in …", "people killed by …", not "dead trees". */
function readOf(tokens: readonly FigureToken[], at: number): CountedKind | undefined {
  const isPeople = PEOPLE.has(tokens[at]?.text ?? '') && tokens[at]?.text !== 'dead';
  const kindAt = isPeople ? at + 1 : at;
  const kind = kindOfWord(tokens[kindAt]?.text ?? '');
  const next = tokens[kindAt + 1];
  return next && (AFTER.has(next.text) || CHANGES.has(next.text)) ? kind : undefined;
}

const AFTER = wordSet('in from by at of on has had have was is now across along after near');
