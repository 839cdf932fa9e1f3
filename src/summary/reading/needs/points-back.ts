import { WORD_KINDS } from '../word-kinds.ts';

/** A pattern, and the kinds of words of which every match has one. Looking for these first takes a tenth of the time. */
interface Guarded {
  readonly pattern: RegExp;
  readonly kinds: number;
}

/** A word near the beginning that joins on to a sentence before: "A helicopter also took part." */
const JOINED: Guarded = {
  kinds: WORD_KINDS.joining,
  pattern:
    /^.{0,60}\b(?:also(?! known)|however|therefore|instead|meanwhile|likewise|similarly|nevertheless|on the other hand|by contrast|though(?=,)(?<=, though))\b/iu,
};

/** A remark on what was said: "Of course, the pier was old.", "Now the port is closed." */
const OPENS_ON: Guarded = {
  kinds: WORD_KINDS.opensBack,
  pattern:
    /^(?:now,? (?:there|he|she|they|it|his|her|its|their|this|those|these|the)|either way|of course,|in any (?:case|event)|(?:after all|to be sure)(?=,)|on top of (?:that|this)|not surprisingly|unsurprisingly|in the end(?! (?:zone|of)\b)|in (?:short|sum|all)(?=,)|actually|again(?=,)|plus(?=,)|elsewhere(?=,)|granted(?=,)|admittedly|above all(?=,)|worse still|back then|at first(?! (?:glance|sight|light))|as such(?=,))(?=[ ,])/iu,
};

/** A place of which a sentence before has told: "Cars there were set on fire." */
const POINTING_THERE: Guarded = {
  kinds: WORD_KINDS.there,
  pattern:
    / there\b(?<=\p{L} there)(?<!\b(?:and|as|but|because|for|if|since|so|than|that|when|where|whether|while|though|although|said|says|say|is|was|are|were|will|would|could|can|may|be) there)(?! (?:is|are|has|have|will be|remains?)\b)/iu,
};

/** A day or a kind of thing of which one has: "They left that night." */
const POINTING: Guarded = {
  kinds: WORD_KINDS.pointing,
  pattern:
    /\bsuch an?\b(?! (?:way|thing|extent)\b)|\bthat (?:day|night|morning|evening|time|week|year)\b|\bthe (?:next|following|previous) (?:day|night|morning|afternoon|evening)\b|\bthe same (?:questions?|answers?|reasons?|charges?|fate|mistakes?)\b(?! (?:as|that|to|of|for)\b)/iu,
};

/** Remarks of which a sentence before has told: "The train stood at the station when the comments were made." */
const REMARKS: Guarded = {
  kinds: WORD_KINDS.remarks,
  pattern:
    /(?<!^)\b(?:the|these|those) (?:comments|remarks)\b(?! (?:of|by|that|which|from|about|on)\b)/iu,
};

/** "Commanders issued the chilling warning as they met." */
const MADE: Guarded = {
  kinds: WORD_KINDS.made,
  pattern:
    /\b(?:issued|made|gave|delivered|posted) the (?:[\p{Ll}-]+ )?(?:warning|remarks?|comments?|announcement|claims?|statement|allegations?|appeal|threats?|admission|discovery|call|pledge|confession)\b(?! (?:of|that|to|about|on|for|from|against)\b)/u,
};

/** "Both explosions", of which none is named before, and "for that attack". */
const KNOWN_ONES: Guarded = {
  kinds: WORD_KINDS.both | WORD_KINDS.prepositional,
  pattern:
    /^(?:(?!\band\b).){0,200}\bboth (?!sides\b|parties\b|countries\b|ends\b|houses\b|hands\b)\p{Ll}+s\b(?! and\b)|\b(?:for|of|in|at|after|before|by|from|with|about|during) (?:that|this) (?!(?:week|month|year|morning|afternoon|evening|weekend|spring|summer|autumn|fall|winter|time|season|country|nation|world|point|moment|day|way|age|stage|century|decade|is|was)\b)\p{Ll}{3,}/u,
};

/** "The president is needed for those discussions." */
const THOSE: Guarded = {
  kinds: WORD_KINDS.prepositional,
  pattern:
    /\b(?:for|of|in|at|after|before|by|from|with|about|during|to|on) (?:those|these) (?!days\b|times\b)\p{Ll}{3,}s\b/u,
};

/** A speaker of whom a sentence before has told: "Two graves were opened, he said." */
const SAID_AT_END: Guarded = {
  kinds: WORD_KINDS.pronoun,
  pattern: /[,”"] (?:he|she) (?:said|says|added|adds|explained)\.[”"]?$/u,
};

/** Several people or things of whom the sentence has named none before: "Ann Lee created them", "Stone had two of them". */
const THEM =
  /\b(?:(?:one|two|three|four|five|six|all|both|each|few|half|many|most|none|some|several) of )?them(?:selves)?\b/iu;
const SEVERAL =
  /[\p{N}"“”‘]|(?<![\p{L}'’])(?:[Aa]nd|or|[Bb]oth|[Aa]ll|[Ff]ew|[Mm]any|[Mm]ost|[Ss]ome|[Tt]wo|[Tt]hree|four|five|six|[Pp]eople|men|women|children|[Pp]olice|staff|family|team|crew|couple|minority|group|party|public|crowd|[Tt]hey|[Tt]heir|who|[Tt]hose)(?!\p{L})|(?<!\p{L})(?!(?:this|his|has|was|its|does|as|us|is|plus|yes)(?!\p{L}))\p{L}?\p{Ll}+[^ius\P{Ll}]s(?!\p{L})/u;

/** The same of "they" and "their", which a club, a firm or anyone may be too: "At midnight they were woken by a guide." */
const THEY = /\b(?:they|theirs?)\b/iu;
const NAME_WITHIN = /(?<=\S )\p{Lu}/u;
const MAY_BE_THEY =
  /\b(?:one|body|person|child|children|government|army|band|club|side|company|firm|audience|majority|half|rest|pair|press|media|military|council|committee|board|congress|parliament|population|community|management|opposition|each|every|any|no|either|neither|we|you|these|(?:any|every|some|no)(?:one|body))\b/iu;

/** A day that the sentence doesn't name: "Officials counted 205 dead by the evening." */
const BY_THE_HOUR: Guarded = {
  kinds: WORD_KINDS.timeNoun,
  pattern:
    /^(?!.*\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b).*\bby the (?:morning|afternoon|evening)\b(?! of\b)/su,
};

const POINTS_BACK = [
  JOINED,
  OPENS_ON,
  POINTING_THERE,
  POINTING,
  KNOWN_ONES,
  THOSE,
  SAID_AT_END,
  MADE,
  BY_THE_HOUR,
];

/**
 * Whether an English sentence points at something that a sentence before has told. `kinds` are the bits of `WORD_KINDS`
 * that it has.
 */
export function pointsBack(text: string, kinds: number): boolean {
  for (const guarded of POINTS_BACK) if (matches(guarded, text, kinds)) return true;
  if (matches(REMARKS, text, kinds) && !/\b(?:said|told|asked|wrote|tweeted)\b/u.test(text))
    return true;
  if ((kinds & WORD_KINDS.them) === 0) return false;
  const them = THEM.exec(text);
  if (them && !SEVERAL.test(text.slice(0, them.index))) return true;
  const they = THEY.exec(text);
  if (!they) return false;
  const before = text.slice(0, they.index);
  return ![SEVERAL, NAME_WITHIN, MAY_BE_THEY].some((antecedent) => antecedent.test(before));
}

function matches({ pattern, kinds }: Guarded, text: string, kindsOfSentence: number): boolean {
  return (kinds & kindsOfSentence) !== 0 && pattern.test(text);
}
