import { findBareNames } from './find-bare-names.ts';
import { joinsOn } from './foreign-joined.ts';
import { findKnownNouns } from './find-known-nouns.ts';
import { NO_TERM } from '../number-words.ts';
import { pointsBack } from './points-back.ts';
import type { Reading, ReadingSentence } from '../reading.ts';
import { WORD_KINDS } from '../word-kinds.ts';

/** What must have been said before a sentence is understood: words of its text, by their position. */
export interface Needs {
  /** "The torch": the noun that is spoken of as known. */
  readonly nouns: readonly number[];
  /** "Sony held back the film": nouns within it that are spoken of as known, which need something only if the article brought them in. */
  readonly within?: readonly number[];
  /** "Graner": names that stand alone here, but with a first name where the article brings them in. Well-known ones need nothing. */
  readonly names: readonly number[];
  /** "The actor posed on a rug": whom or what it speaks of has another name in a sentence before. */
  readonly isDefinite?: boolean;
}

const NONE: Needs = { nouns: [], names: [] };

/** A noun with the article, which "The death toll of the storm" explains at once and "The torch had arrived" does not. */
const DEFINITE =
  /^the (?!(?:first|second|third|last|latest|next|new|only|same|most|\p{N}+(?!\p{N}|-year-old\b)))[\p{L}\p{N}'’-]/iu;
const EXPLAINED =
  /^the (?:(?!(?:is|are|was|were|has|have|had|will|would|can|could|may|might|do|does|did|said|says|told|took|came|went|made|got|ran|fell|rose|comes|follows|followed|marks|means|shows|ended|ends|stands|stood|lies|lay|arrives|arrived|struck|left|remains|remained|happened|occurred|appeared|lasted|grew|spread|broke|met)\b)[\p{L}'’-]+ ){1,3}(?:of|in|at|for|from|to|on|between|against|that|who|which|where|behind|near|under|over|with|by|into|above|below|outside|inside|around|across|along|after|before|during)\b/iu;

/** A noun that sums up what was said, if no sentence before has its word: "The distortion is the result of the map." */
const SUMMING =
  /^The (?:\p{Ll}[\p{L}-]* )?(?!government|nation|question|population|organi[sz]ation|department|institution|constitution|administration|parliament|association|federation|foundation|commission|environment|situation)(?=\p{Ll}{2,}(?:tion|sion|ment) (?:is|was|are|were|comes?|came|follow(?:s|ed)|mark(?:s|ed)|means?|meant)\b)/u;

/** Who says what is quoted, by a noun: "It was hard," the striker told a reporter. */
const SPEAKER =
  /[,.!?]["”] the (?:\p{Ll}[\p{L}-]* )?(?!government|president|police|army|military|minister|ministry|authorities|opposition|pope|king|queen)(?=\p{Ll}+ (?:said|says|told|tells|added|adds|wrote|explained)\b)/u;

/** What every reader knows without an introduction. */
const KNOWN =
  /^the (?:\p{L}+ )?(?:government|president|prime minister|police|army|military|navy|country|nation|world|opposition|parliament|senate|authorities|public|economy|weather|media|pope|king|queen|internet|press|state|sun|moon|sea)\b/iu;

const explainedBy = (articles: string, links: string): RegExp =>
  new RegExp(`^(?:${articles})(?!\\S+ (?:\\S+ )?(?:${links})(?!\\p{L}))`, 'iu');

/** The same in languages that use the article more freely, so that a noun which most voices have needs nothing. */
const DEFINITES: Readonly<Record<string, RegExp>> = {
  de: /^(?:Der|Die|Das) (?!(?:\p{Ll}\S* )?\p{Lu}\S* (?:des|der|von|vom|in|im|am|auf|aus|für|gegen|über|zu|zum|zur)(?!\p{L}))/u,
  fr: explainedBy(
    "(?:le |la |les |l['’])",
    "de|du|des|d['’]\\S*|à|au|aux|en|dans|sur|pour|contre|qui|que",
  ),
  es: explainedBy('(?:el|la|los|las) ', 'de|del|a|al|en|para|por|contra|que'),
  it: explainedBy(
    "(?:il |lo |la |i |gli |le |l['’])",
    "d[ei]l?|dell['’]\\S*|della|dei|degli|delle|di|da|a|in|per|contro|che",
  ),
  pt: explainedBy('(?:o|a|os|as) ', 'd[eoa]s?|n[oa]s?|em|a|para|por|contra|que'),
  nl: explainedBy('(?:de|het) ', 'van|in|op|aan|voor|uit|over|tegen|die|dat'),
};

/** A person of whom the sentence has the pronoun. */
const PRONOUN = /(?<![\p{L}\p{N}'’])(?:he|him|his|she|her|hers)(?![\p{L}\p{N}])/iu;

/** Words that bring someone in: "a man and his dog". */
const BRINGS_IN =
  /\b(?:an?|every|each|no|one(?! (?:look|thing|day|way|of (?:the )?\p{Ll}+ things)\b))\b/iu;

/**
 * What a sentence that does not open its article needs. Undefined if nothing could introduce it, as for
 * a "he" before whom nobody is named, or if it only adds to the sentence before. In languages other
 * than English names are not looked for. `kinds` are the bits of `WORD_KINDS` that its words have.
 */
export function findNeeds(
  reading: Reading,
  sentence: ReadingSentence,
  kinds = reading.printed.text.kindsOf(sentence),
): Needs | undefined {
  const { text } = sentence;
  if (reading.lang !== 'en') {
    if (joinsOn(text, reading.lang)) return undefined;
    const definite = Object.hasOwn(DEFINITES, reading.lang) ? DEFINITES[reading.lang] : undefined;
    return definite?.test(text) ? { nouns: [], names: findNoun(reading, sentence) } : NONE;
  }
  if (pointsBack(text, kinds)) return undefined;
  const pronoun = (kinds & WORD_KINDS.pronoun) === 0 ? undefined : PRONOUN.exec(text);
  if (pronoun && !isIntroduced(reading, sentence, pronoun.index)) return undefined;
  if (hasNewNoun(reading, sentence, SUMMING) || hasNewNoun(reading, sentence, SPEAKER))
    return undefined;
  const isDefinite = DEFINITE.test(text) && !EXPLAINED.test(text) && !KNOWN.test(text);
  return {
    nouns: isDefinite ? findNoun(reading, sentence) : [],
    within: findKnownNouns(reading, sentence),
    names: findBareNames(reading, sentence),
    ...(isDefinite && { isDefinite }),
  };
}

/** Whether the noun at which a match ends stands for what a sentence before has in another word. */
function hasNewNoun(
  { printed: { text: words } }: Reading,
  { text, start, firstWord }: ReadingSentence,
  pattern: RegExp,
): boolean {
  const match = pattern.exec(text);
  if (match === null) return false;
  const at = words.starts.indexOf(start + match.index + match[0].length, firstWord);
  return at !== -1 && words.terms.indexOf(words.terms[at]!) === at;
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

/** The first word after "The" that is no stop word, unless it is a name or a name follows: "The aid group Oxfam". */
function findNoun(
  { lang, printed: { text: words } }: Reading,
  { text, firstWord, endWord }: ReadingSentence,
): number[] {
  // "L'équipe" is one word, and German nouns are all in capitals.
  const isElided = /^\p{L}['’]\p{Ll}/u.test(text);
  for (let at = isElided ? firstWord : firstWord + 1; at < endWord; at++) {
    if (words.terms[at] === NO_TERM) continue;
    if (lang === 'de') return [at];
    const isNamed =
      (at > firstWord && words.isName(at)) || (at + 1 < endWord && words.isName(at + 1));
    return isNamed ? [] : [at];
  }
  return [];
}
