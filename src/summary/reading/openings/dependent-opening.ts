import { ENGLISH_OPENINGS, STANDING_IN, TIME_NOUN } from './english-openings.ts';
import { FOREIGN_OPENINGS } from './foreign-openings.ts';
import { UNSTEMMED_OPENINGS } from './unstemmed-openings.ts';
import { WORD_KINDS } from '../word-kinds.ts';

/** Openings that point back at a sentence before. */
const OPENINGS: ReadonlyMap<string, RegExp> = new Map(
  [
    ['en', ENGLISH_OPENINGS.join('|')] as const,
    ...Object.entries(FOREIGN_OPENINGS),
    ...Object.entries(UNSTEMMED_OPENINGS),
    ['nb', FOREIGN_OPENINGS['no']!] as const,
    ['nn', FOREIGN_OPENINGS['no']!] as const,
  ].map(([lang, words]) => [lang, new RegExp(`^(?:${words})(?![\\p{L}\\p{M}\\p{N}])`, 'u')]),
);

const STARTS_WITH_WORD = /^[a-z]/;
/** A pronoun after an opening that names nobody: "For most people, it has become a need." */
const AFTER_OPENING =
  /^(?:At|For|In|On|By|To|With|After|Before|During|From|Despite|Over|Under|While|\p{Lu}\p{Ll}+(?:ing|ed)|Hidden|Found|Usually \p{Ll}+) (?:[^,:;"“”\p{Lu}]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day){1,60}, (?:he|she|they|the (?:trio|pair|duo|two|group)|it(?! (?:is|was|has been|will be|would be|appears|appeared|seems|seemed|took|takes|emerged)\b))\b/u;

/** The subject after "Speaking in Geneva,", "According to WDTN," or "Found at sea," is what was spoken of before. */
const AFTER_PARTICIPLE = new RegExp(
  String.raw`^(?:\p{Lu}\p{Ll}+ing|According to)\b[^,:;"“”]{1,100}(?:, |(?<= (?:\p{Lu}\p{L}{1,30}|\d{1,4})) )(?:he|she|they)\b|^(?:\p{Lu}\p{Ll}+(?:ing|ed)|Found|Known|Seen|Usually \p{Ll}+)\b[^,:;"“”]{1,100}, the (?:[\p{L}-]+ )?(?:${STANDING_IN})\b`,
  'u',
);

/** "Although they are expected to open, nothing is known." "When they met, Lee and Ross …" says who. */
const AFTER_CONJUNCTION =
  /^(?:Although|Though|While|When|If|As|Because|Since|After|Before|Once|Until|Unless) (?:they|their)\b(?!.{0,200}\p{Lu}\p{Ll})/u;

/** "Starting next year, this team of ten …", but not "If you have a phone, this app …". */
const DEMONSTRATIVE = new RegExp(
  String.raw`^(?!\p{Lu}\p{Ll}+ (?:[^,]{0,60} )?an? )\p{Lu}[^,:;"“”]{1,60}, (?:this|these|those) (?!(?:(?:${TIME_NOUN})s?|country|is|was|one)\b)[\p{Ll}\p{N}]`,
  'u',
);

const BACK_WITHIN = [AFTER_OPENING, AFTER_PARTICIPLE, AFTER_CONJUNCTION];

/** A stop after the first word, at most so far from the beginning. */
const STRAY_STOP_AT = 24;
const STRAY_STOP = /^(\p{L}{1,12})\. (?=\p{Ll})/u;

const NO_WORD = /^[^\p{L}\p{N}]+/u;

/** A quotation mark that opens the sentence, and its kind of closing mark not in the middle of a word. */
const OPENED = /^(?:(["“„])|([‘‚'])|([«»])|([‹›]))/u;
const CLOSED: readonly RegExp[] = [
  /.["”“]/su,
  /.[’‘'](?!\p{L})/su,
  /.(?:»|«(?!\p{L}))/su,
  /.(?:›|‹(?!\p{L}))/su,
];

/** Minutes and seconds, or feet and inches, at the end: "in 34' 28"." */
const ENDS_WITH_MEASURE = /\p{N}['’′] ?\p{N}{1,2}(?:[.,]\p{N}{1,2})?["”].?$/u;

/** Whether a sentence is half a quotation: it opens one and does not close it, or closes one at its end that it did not open. */
export function isHalfQuoted(sentence: string): boolean {
  const opened = OPENED.exec(sentence);
  if (opened)
    return !CLOSED[opened.slice(1).findIndex((mark) => mark !== undefined)]!.test(sentence);
  if (ENDS_WITH_MEASURE.test(sentence.slice(-16))) return false;
  const last = sentence.slice(-2);
  if (last.includes('”')) return !/[“„]/.test(sentence);
  // No possessive ends with a stop before its mark: "free places by 2017.’"
  if (/[.!?]['’]$/.test(last)) return !/(?<![\p{L}\p{N}])['‘’](?=\S)/u.test(sentence);
  return last.includes('"') && sentence.indexOf('"') >= sentence.length - 2;
}

/** Nothing but speech: who speaks is said elsewhere, mostly in the sentence before. */
const SPEECH_ALONE =
  /^(?:"[^"]+"|“[^“”]+”|”[^”]+”|„[^„“”]+[“”]|«[^«»]+»|»[^«»]+[«»]|‘[^‘]+[.!?]’|「[^「」]+」)$/u;

/** Whether a sentence is nothing but a quotation. */
export function isSpeechAlone(sentence: string): boolean {
  return SPEECH_ALONE.test(sentence);
}

/**
 * Whether a sentence begins with a word whose sense stands in the sentence before. `kinds` are the bits of
 * `WORD_KINDS` that its words have; by default all, so that every pattern is tried.
 */
export function isDependentOpening(sentence: string, lang: string, kinds = ~0): boolean {
  const pattern = OPENINGS.get(lang);
  if (!pattern) return false;
  const isEnglish = lang === 'en';
  const mayPoint = isEnglish && (kinds & (WORD_KINDS.pronoun | WORD_KINDS.standingIn)) !== 0;
  if (mayPoint && BACK_WITHIN.some((opening) => opening.test(sentence))) return true;
  const mayShow = isEnglish && (kinds & WORD_KINDS.demonstrative) !== 0;
  if (mayShow && DEMONSTRATIVE.test(sentence)) return true;
  // "Victims of this" may be at the end of an opening.
  const mayOpen = (kinds & (WORD_KINDS.opensBack | WORD_KINDS.prepositional)) !== 0;
  if (isEnglish && !mayOpen) return false;
  // Some scraped texts have a stop in the middle of it: "The. latter".
  const hasStop = sentence.lastIndexOf('. ', STRAY_STOP_AT) !== -1;
  const start = sentence.slice(0, 100);
  const opening = (hasStop ? start.replace(STRAY_STOP, '$1 ') : start).toLowerCase();
  return pattern.test(STARTS_WITH_WORD.test(opening) ? opening : opening.replace(NO_WORD, ''));
}
