import { judgeName, type NameMatch } from './judge-name.ts';
import type { PlaceMention } from './place-mention.ts';
import { foldName, placeTable, type PlaceName, type PlaceTable } from './place-table.ts';
import { forEachToken, type Token } from '../tokens.ts';

/** How a text is looked through. */
export interface FindOptions {
  /** Its words may all be written large. */
  readonly isTitle?: boolean;
  /** The names to look for; by default those of the language. */
  readonly table?: PlaceTable;
}

/** Scripts with large letters, in which a name begins with one. */
const CASED = /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Armenian}]/u;

/** French and Italian write articles and prepositions onto a name: "d'Haïti", "all'Iran". */
const ELISION = /^(?:\p{L}{1,4})['’](?=\p{Lu})/u;
const ELIDING = new Set(['ca', 'fr', 'it']);

/** A headline is written large where so great a part of its longer words is. */
const LARGE_SHARE = 0.75;

/** The places that a text names, in order. Of names within names the longest counts. */
export function findPlaces(
  text: string,
  lang: string,
  { isTitle = false, table = placeTable(lang) }: FindOptions = {},
): PlaceMention[] {
  const words = listWords(text, lang);
  const isLarge = isTitle && areMostlyLarge(words);
  const found: NameMatch[] = [];
  for (let first = 0; first < words.length; first++) {
    if (!mayBeName(words[first]!.text)) continue;
    const name = matchName(words, first, text, lang, table);
    if (!name) continue;
    const last = first + name.rest.length;
    if (name.kind !== 'none') found.push({ name, first, last });
    first = last;
  }
  return found.flatMap((match, index) => {
    const around = { text, words, isLarge, next: found[index + 1] };
    return judgeName(match, lang === 'en', around) ?? [];
  });
}

function listWords(text: string, lang: string): Token[] {
  const words: Token[] = [];
  forEachToken(text, (start, end) => {
    const word = text.slice(start, end);
    const elided = ELIDING.has(lang) ? (ELISION.exec(word)?.[0].length ?? 0) : 0;
    words.push({ text: word.slice(elided), start: start + elided, end });
  });
  return words;
}

function matchName(
  words: readonly Token[],
  at: number,
  text: string,
  lang: string,
  table: PlaceTable,
): PlaceName | undefined {
  const { text: word } = words[at]!;
  const folded = foldName(word, lang);
  // "Frankreichs"
  const names =
    table.get(folded) ??
    (lang === 'de' && folded.endsWith('s') ? table.get(folded.slice(0, -1)) : undefined);
  return names?.find(({ rest }) => {
    // "Us" and "Uk" are no names: one as short is an abbreviation in capitals.
    if (rest.length === 0) return folded.length > 3 || word === word.toUpperCase();
    return rest.every((next, index) => {
      const other = words[at + index + 1];
      return (
        other !== undefined &&
        foldName(other.text, lang) === next &&
        isJoined(text, words[at + index]!.end, other)
      );
    });
  });
}

/** Whether nothing but a space, a hyphen or an abbreviation's stop is between two words of a name; or "Washington, D.C." */
function isJoined(text: string, from: number, { text: next, start }: Token): boolean {
  if (start - from > 2) return false;
  const between = text.slice(from, start);
  return !/[,;:\n]/.test(between) || (between === ', ' && /^D\.?C/.test(next));
}

function mayBeName(word: string): boolean {
  const code = word.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90;
  return /^\p{Lu}/u.test(word) || !CASED.test(word.charAt(0));
}

function areMostlyLarge(words: readonly Token[]): boolean {
  const long = words.filter(({ text }) => text.length > 3);
  const large = long.filter(({ text }) => !/^\p{Ll}/u.test(text));
  return long.length > 1 && large.length > long.length * LARGE_SHARE;
}
