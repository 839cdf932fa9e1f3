import { findBareNames } from './find-bare-names.ts';
import { findKnownNouns } from './find-known-nouns.ts';
import { NO_TERM } from './number-words.ts';
import type { Reading, ReadingSentence } from './reading.ts';
import { WORD_KINDS } from './word-kinds.ts';

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

/**
 * A pattern; the kinds of words of which every match has one; and texts in small letters of which every match has one.
 * Looking for these first takes a tenth of the time.
 */
interface Guarded {
  readonly pattern: RegExp;
  readonly kinds: number;
  readonly needles: readonly string[];
}

/** A noun with the article, which "The death toll of the storm" explains at once and "The torch had arrived" does not. */
const DEFINITE =
  /^the (?!(?:first|second|third|last|latest|next|new|only|same|most|\p{N}))[\p{L}'’-]/iu;
const EXPLAINED =
  /^the (?:(?!(?:is|are|was|were|has|have|had|will|would|can|could|may|might|do|does|did|said|says|told|took|came|went|made|got|ran|fell|rose)\b)[\p{L}'’-]+ ){1,3}(?:of|in|at|for|from|to|on|between|against|that|who|which|where|behind|near|under|over|with|by|into|above|below|outside|inside|around|across|along|after|before|during)\b/iu;

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

/** A word near the beginning that joins on to a sentence before: "A helicopter also took part." */
const JOINED: Guarded = {
  kinds: WORD_KINDS.pointing,
  pattern:
    /^.{0,60}\b(?:also(?! known)|however|therefore|instead|meanwhile|likewise|similarly|nevertheless)\b/iu,
  needles: [
    'also',
    'however',
    'therefore',
    'instead',
    'meanwhile',
    'likewise',
    'similarly',
    'nevertheless',
  ],
};

/** A place of which a sentence before has told: "Cars there were set on fire." */
const POINTING_THERE: Guarded = {
  kinds: WORD_KINDS.pointing,
  pattern:
    / there\b(?<=\p{L} there)(?<!\b(?:and|as|but|because|for|if|since|so|than|that|when|where|whether|while|though|although|said|says|say|is|was|are|were|will|would|could|can|may|be) there)(?! (?:is|are|has|have|will be|remains?)\b)/iu,
  needles: [' there'],
};

/** A day or a kind of thing of which one has: "They left that night." */
const POINTING: Guarded = {
  kinds: WORD_KINDS.pointing | WORD_KINDS.demonstrative,
  pattern:
    /\bsuch an?\b(?! (?:way|thing|extent)\b)|\bthat (?:day|night|morning|evening|time|week|year)\b|\bthe (?:next|following|previous) (?:day|night|morning|afternoon|evening)\b|\bthe same (?:questions?|answers?|reasons?|charges?|fate|mistakes?)\b(?! (?:as|that|to|of|for)\b)/iu,
  needles: [
    'such a',
    'that day',
    'that night',
    'that morning',
    'that evening',
    'that time',
    'that week',
    'that year',
    'the next ',
    'the following ',
    'the previous ',
    'the same ',
  ],
};

/** Words that bring someone in: "a man and his dog". */
const BRINGS_IN =
  /\b(?:an?|every|each|no|one(?! (?:look|thing|day|way|of (?:the )?\p{Ll}+ things)\b))\b/iu;

/** Remarks of which a sentence before has told: "The train stood at the station when the comments were made." */
const REMARKS: Guarded = {
  kinds: WORD_KINDS.pointing,
  pattern:
    /(?<!^)\b(?:the|these|those) (?:comments|remarks)\b(?! (?:of|by|that|which|from|about|on)\b)/iu,
  needles: [' comments', ' remarks'],
};

/** "Commanders issued the chilling warning as they met." */
const MADE =
  /\b(?:issued|made|gave|delivered|posted) the (?:[\p{Ll}-]+ )?(?:warning|remarks?|comments?|announcement|claims?|statement|allegations?|appeal|threats?|admission|discovery|call|pledge|confession)\b(?! (?:of|that|to|about|on|for|from|against)\b)/u;

/** "Both explosions", of which none is named before, and "for that attack". */
const KNOWN_ONES: Guarded = {
  kinds: WORD_KINDS.pointing | WORD_KINDS.demonstrative,
  pattern:
    /^(?:(?!\band\b).){0,200}\bboth (?!sides\b|parties\b|countries\b|ends\b|houses\b|hands\b)\p{Ll}+s\b(?! and\b)|\b(?:for|of|in|at|after|before|by|from|with|about|during) (?:that|this) (?!(?:week|month|year|morning|afternoon|evening|weekend|spring|summer|autumn|fall|winter|time|season|country|nation|world|point|moment|day|way|age|stage|century|decade|is|was)\b)\p{Ll}{3,}/u,
  needles: ['both ', ' that ', ' this '],
};

/** "The president is needed for those discussions." */
const THOSE: Guarded = {
  kinds: WORD_KINDS.demonstrative,
  pattern:
    /\b(?:for|of|in|at|after|before|by|from|with|about|during|to|on) (?:those|these) (?!days\b|times\b)\p{Ll}{3,}s\b/u,
  needles: [' those ', ' these '],
};

/** A speaker of whom a sentence before has told: "Two graves were opened, he said." */
const SAID_AT_END: Guarded = {
  kinds: WORD_KINDS.pronoun,
  pattern: /[,”"] (?:he|she) (?:said|says|added|adds|explained)\.[”"]?$/u,
  needles: ['he said.', 'he says.', 'he added.', 'he adds.', 'he explained.'],
};

/** Several people or things of whom the sentence has named none before: "Ann Lee created them", "Stone had two of them". */
const THEM =
  /\b(?:(?:one|two|three|four|five|six|all|both|each|few|half|many|most|none|some|several) of )?them(?:selves)?\b/iu;
const SEVERAL =
  /[\p{N}"“”‘]|(?<![\p{L}'’])(?:[Aa]nd|or|[Bb]oth|[Aa]ll|[Ff]ew|[Mm]any|[Mm]ost|[Ss]ome|[Tt]wo|[Tt]hree|four|five|six|[Pp]eople|men|women|children|[Pp]olice|staff|family|team|crew|couple|minority|group|party|public|crowd|[Tt]hey|[Tt]heir|who|[Tt]hose)(?!\p{L})|(?<!\p{L})(?!(?:this|his|has|was|its|does|as|us|is|plus|yes)(?!\p{L}))\p{L}?\p{Ll}+[^ius\P{Ll}]s(?!\p{L})/u;

const POINTS_BACK = [JOINED, POINTING_THERE, POINTING, KNOWN_ONES, THOSE, SAID_AT_END];
const ANY_KIND = WORD_KINDS.pointing | WORD_KINDS.demonstrative | WORD_KINDS.pronoun;

/** Whether a guarded pattern matches a text, which is also given in small letters and by the kinds of its words. */
function matches(
  { pattern, kinds, needles }: Guarded,
  text: string,
  lower: string,
  kindsOfWords: number,
): boolean {
  if ((kinds & kindsOfWords) === 0) return false;
  for (const needle of needles) if (lower.includes(needle)) return pattern.test(text);
  return false;
}

/** Whether an English sentence points at something that a sentence before has told. */
function pointsBack(text: string, kinds: number): boolean {
  if ((kinds & ANY_KIND) === 0) return false;
  const lower = text.toLowerCase();
  for (const guarded of POINTS_BACK) if (matches(guarded, text, lower, kinds)) return true;
  if ((kinds & WORD_KINDS.pointing) !== 0 && MADE.test(text)) return true;
  if (matches(REMARKS, text, lower, kinds) && !/\b(?:said|told|asked|wrote|tweeted)\b/u.test(text))
    return true;
  const them = lower.includes('them') ? THEM.exec(text) : undefined;
  return them != null && !SEVERAL.test(text.slice(0, them.index));
}

/**
 * What a sentence that does not open its article needs. Undefined if nothing could introduce it, as for
 * a "he" before whom nobody is named, or if it only adds to the sentence before. In languages other
 * than English only nouns are looked for. `kinds` are the bits of `WORD_KINDS` that its words have.
 */
export function findNeeds(
  reading: Reading,
  sentence: ReadingSentence,
  kinds = reading.printed.text.kindsOf(sentence),
): Needs | undefined {
  const { text } = sentence;
  if (reading.lang !== 'en') {
    const definite = Object.hasOwn(DEFINITES, reading.lang) ? DEFINITES[reading.lang] : undefined;
    return definite?.test(text) ? { nouns: [], names: findNoun(reading, sentence) } : NONE;
  }
  if (pointsBack(text, kinds)) return undefined;
  const pronoun = (kinds & WORD_KINDS.pronoun) === 0 ? undefined : PRONOUN.exec(text);
  if (pronoun && !isIntroduced(reading, sentence, pronoun.index)) return undefined;
  const isDefinite = DEFINITE.test(text) && !EXPLAINED.test(text) && !KNOWN.test(text);
  return {
    nouns: isDefinite ? findNoun(reading, sentence) : [],
    within: findKnownNouns(reading, sentence),
    names: findBareNames(reading, sentence),
    ...(isDefinite && { isDefinite }),
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
