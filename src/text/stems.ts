// The only importer of natural, by sub-path: its root takes half a second to load and prints
// banners.
import {
  PorterStemmerDe,
  PorterStemmerEs,
  PorterStemmerFr,
  PorterStemmerIt,
  PorterStemmerNl,
  PorterStemmerNo,
  PorterStemmerPt,
  PorterStemmerRu,
  PorterStemmerSv,
  PorterStemmerUk,
  StemmerId,
} from 'natural/lib/natural/stemmers/index.js';
import { stemmer as stemEnglish } from 'stemmer';
import { copyString } from './copy-string.ts';

interface Stemmer {
  stem(word: string): string;
}

/** Porter's too. natural's takes six times as long, since it builds regular expressions for each word. */
const ENGLISH: Stemmer = { stem: stemEnglish };

// natural's Persian stemmer returns every word unchanged and its Japanese one handles only
// katakana, so neither is used. The Indonesian one looks up roots in a dictionary; the others are
// Porter's.
const STEMMERS: ReadonlyMap<string, Stemmer> = new Map<string, Stemmer>([
  ['en', ENGLISH],
  ['de', PorterStemmerDe],
  ['es', PorterStemmerEs],
  ['fr', PorterStemmerFr],
  ['id', StemmerId],
  ['it', PorterStemmerIt],
  ['nl', PorterStemmerNl],
  ['no', PorterStemmerNo],
  ['nb', PorterStemmerNo],
  ['nn', PorterStemmerNo],
  ['pt', PorterStemmerPt],
  ['ru', PorterStemmerRu],
  ['sv', PorterStemmerSv],
  ['uk', PorterStemmerUk],
]);

/**
 * Words without one of these endings are their own stems by Porter's rules. Skipping them saves
 * microseconds each.
 */
const ENGLISH_ENDING = /(?:[eisy]|al|ful|ll|ed|ing|ion|er|or|ism|ant|ent|ic|ou)$/;

/** Longer tokens aren't words, and the stemmers' suffix rules only lose time on them. */
const MAX_STEMMED_LENGTH = 40;

/** Number of cached stems: computing one takes microseconds, and articles repeat their words. */
const MAX_KEPT_STEMS = 20_000;
const keptStems = new Map<Stemmer, Map<string, string>>();

/** Whether `stemWord` changes words of a language, given by its primary tag. */
export function hasStemmer(lang: string): boolean {
  return STEMMERS.has(lang);
}

/**
 * Stems a lower-case word. Words with digits, and words in languages without a stemmer, stay
 * unchanged.
 */
export function stemWord(word: string, lang: string): string {
  const stemmer = STEMMERS.get(lang);
  if (!stemmer || word.length < 3 || word.length > MAX_STEMMED_LENGTH) return word;
  if (stemmer === ENGLISH && !ENGLISH_ENDING.test(word.slice(-3))) return word;
  let kept = keptStems.get(stemmer);
  if (!kept || kept.size >= MAX_KEPT_STEMS) keptStems.set(stemmer, (kept = new Map()));
  const known = kept.get(word);
  if (known !== undefined) return known;
  const stem = /\p{N}/u.test(word) ? word : stemmer.stem(word).toLowerCase() || word;
  kept.set(copyString(word), copyString(stem));
  return stem;
}
