import { NO_TERM } from '../../summary/reading/number-words.ts';
import type { Reading, ReadingSentence } from '../../summary/reading/reading.ts';

/** What must have been said before a sentence is understood: words of its text, by their position. */
export interface Needs {
  /** "The torch": the noun that is spoken of as known. */
  readonly nouns: readonly number[];
  /** "Graner": names that stand alone here, but with a first name where the article brings them in. */
  readonly names: readonly number[];
}

const NONE: Needs = { nouns: [], names: [] };

/** A noun with the article, which "The death toll of the storm" explains at once and "The torch had arrived" does not. */
const DEFINITE =
  /^the (?!(?:first|second|third|last|latest|next|new|only|same|most|\p{N}))[\p{L}'’-]/iu;
const EXPLAINED =
  /^the (?:[\p{L}'’-]+ ){1,3}(?:of|in|at|for|from|to|on|between|against|that|who|which|where|behind|near|under|over|with|by|into)\b/iu;

/** What every reader knows without an introduction. */
const KNOWN =
  /^the (?:\p{L}+ )?(?:government|president|prime minister|police|army|military|navy|country|nation|world|opposition|parliament|senate|authorities|public|economy|weather|media|pope|king|queen|internet|press|state|sun|moon|sea)\b/iu;

/** A person of whom the sentence has the pronoun. */
const PRONOUN = /(?<![\p{L}\p{N}'’])(?:he|him|his|she|her|hers)(?![\p{L}\p{N}])/iu;

/** A word near the beginning that joins on to a sentence before: "A helicopter also took part." */
const JOINED =
  /^.{0,60}\b(?:also|however|therefore|instead|meanwhile|likewise|similarly|nevertheless)\b/iu;

/** Words that bring someone in: "a man and his dog". */
const BRINGS_IN = /\b(?:an?|one|every|each|no)\b/iu;

/**
 * What an English sentence that does not open its article needs. Undefined if nothing could introduce
 * it, as for a "he" before whom nobody is named, or if it only adds to the sentence before.
 */
export function findNeeds(reading: Reading, sentence: ReadingSentence): Needs | undefined {
  if (reading.lang !== 'en') return NONE;
  const { text } = sentence;
  if (JOINED.test(text)) return undefined;
  const pronoun = PRONOUN.exec(text);
  if (pronoun && !isIntroduced(reading, sentence, pronoun.index)) return undefined;
  const isDefinite = DEFINITE.test(text) && !EXPLAINED.test(text) && !KNOWN.test(text);
  return {
    nouns: isDefinite ? findNoun(reading, sentence) : [],
    names: findBareNames(reading, sentence),
  };
}

/** Whether someone is named or brought in before a position of the sentence. */
function isIntroduced(
  { printed, capitals }: Reading,
  { text, start, firstWord, endWord }: ReadingSentence,
  index: number,
): boolean {
  const { starts, terms } = printed.text;
  for (let at = firstWord; at < endWord && starts[at]! < start + index; at++) {
    // Any word that opens a sentence is capitalized; a name is so again elsewhere.
    if (printed.text.isName(at) && (at > firstWord || capitals[terms[at]!]! > 1)) return true;
  }
  return BRINGS_IN.test(text.slice(0, index));
}

/** The first word after "The" that is no stop word, unless it is a name. */
function findNoun({ printed: { text } }: Reading, sentence: ReadingSentence): number[] {
  for (let at = sentence.firstWord + 1; at < sentence.endWord; at++) {
    if (text.terms[at] !== NO_TERM) return text.isName(at) ? [] : [at];
  }
  return [];
}

function findBareNames({ printed: { text } }: Reading, sentence: ReadingSentence): number[] {
  const bare: number[] = [];
  for (let at = sentence.firstWord; at < sentence.endWord; at++) {
    if (!text.isName(at) || text.isRun(at) || text.isLinked(at)) continue;
    if (at > sentence.firstWord && (text.isRun(at - 1) || text.isLinked(at - 1))) continue;
    // "Ministry of Defence" is whole without "British".
    if (at + 1 < sentence.endWord && text.print(at + 1, at + 1) === 'of') continue;
    const first = text.terms.indexOf(text.terms[at]!);
    if (first > 0 && first < sentence.firstWord && text.isRun(first - 1) && !text.isRun(first)) {
      bare.push(at);
    }
  }
  return bare;
}
