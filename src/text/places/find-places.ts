import { isPersonsName, judgeName, type NameMatch } from './judge-name.ts';
import type { PlaceMention } from './place-mention.ts';
import { foldName, placeTable, type PlaceName, type PlaceTable } from './place-table.ts';
import { forEachToken, type Token } from '../tokens.ts';

/** How a text is looked through. */
export interface FindOptions {
  /** Whether all of its words may be capitalized. */
  readonly isTitle?: boolean;
  /** The names to look for. Default: those of the language. */
  readonly table?: PlaceTable;
}

/** Scripts with capital letters, in which names are capitalized. */
const CASED = /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Armenian}]/u;

/** French and Italian attach articles and prepositions to a name: "d'Haïti", "all'Iran". */
const ELISION = /^(?:\p{L}{1,4})['’](?=\p{Lu})/u;
const ELIDING = new Set(['ca', 'fr', 'it']);

/** If more than this share of a headline's longer words are capitalized, all of them are. */
const CAPITALIZED_SHARE = 0.75;

/** Finds the places that a text names, in order. Of overlapping names the longest counts. */
export function findPlaces(
  text: string,
  lang: string,
  { isTitle = false, table = placeTable(lang) }: FindOptions = {},
): PlaceMention[] {
  const words = listWords(text, lang);
  const isTitleCase = isTitle && areMostlyCapitalized(words);
  const found: NameMatch[] = [];
  for (let first = 0; first < words.length; first++) {
    if (!mayBeName(words[first]!.text)) continue;
    const name = matchName(words, first, text, lang, table);
    if (!name) continue;
    const last = first + name.rest.length;
    if (name.kind !== 'none') found.push({ name, first, last });
    first = last;
  }
  // "Steven Lee Jordan … Jordan was acquitted": a person who is named once is meant again.
  const isPerson = lang === 'en' && !isTitleCase;
  const nameOf = ({ first }: NameMatch): string => foldName(words[first]!.text, lang);
  const persons = new Set(
    found.filter((match) => isPerson && isPersonsName(match, { text, words })).map(nameOf),
  );
  return found.flatMap((match, index) => {
    if (match.first === match.last && persons.has(nameOf(match))) return [];
    const around = { text, words, isTitleCase, next: found[index + 1] };
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
    // "Us" and "Uk" aren't names: one this short must be an abbreviation in capitals.
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

/**
 * Whether only a space, a hyphen or an abbreviation's period separates two words of a name. Also
 * accepts "Washington, D.C.".
 */
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

function areMostlyCapitalized(words: readonly Token[]): boolean {
  const long = words.filter(({ text }) => text.length > 3);
  const capitalized = long.filter(({ text }) => !/^\p{Ll}/u.test(text));
  return long.length > 1 && capitalized.length > long.length * CAPITALIZED_SHARE;
}
