// The only file that imports natural, and by sub-path: its root costs half a second and prints banners.
import {
  PorterStemmer,
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
  type Stemmer,
} from 'natural/lib/natural/stemmers/index.js';
import { copyString } from './copy-string.ts';

// Natural's Persian stemmer gives every word back as it is and its Japanese one is for katakana alone,
// so that neither is here. The Indonesian one looks roots up in a dictionary; the others are Porter's.
const STEMMERS: ReadonlyMap<string, Stemmer> = new Map([
  ['en', PorterStemmer],
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

/** Words without one of these are their own stems by Porter's rules, which take microseconds to find that out. */
const ENGLISH_ENDING = /(?:[eisy]|al|ful|ll|ed|ing|ion|er|or|ism|ant|ent|ic|ou)$/;

/** Past this length a token is no word, and stemmers' suffix rules only lose time on it. */
const MAX_STEMMED_LENGTH = 40;

/** Stems are kept, because finding one takes microseconds and articles repeat their words. */
const MAX_KEPT_STEMS = 20_000;
const keptStems = new Map<Stemmer, Map<string, string>>();

/** The stem of a lower-cased word; the word itself in languages without a stemmer, or with digits. */
export function stemWord(word: string, lang: string): string {
  const stemmer = STEMMERS.get(lang);
  if (!stemmer || word.length < 3 || word.length > MAX_STEMMED_LENGTH) return word;
  if (stemmer === PorterStemmer && !ENGLISH_ENDING.test(word.slice(-3))) return word;
  let kept = keptStems.get(stemmer);
  if (!kept || kept.size >= MAX_KEPT_STEMS) keptStems.set(stemmer, (kept = new Map()));
  const known = kept.get(word);
  if (known !== undefined) return known;
  const stem = /\p{N}/u.test(word) ? word : stemmer.stem(word).toLowerCase() || word;
  kept.set(copyString(word), copyString(stem));
  return stem;
}
