/** What is said between quotation marks. */
const QUOTED = /["“„«][^"“”„«»]*["”“»]/gu;

/** Somebody speaks of himself, and the brief does not say who: "I look forward to clearing my name." */
const FIRST_PERSON =
  /(?<!\p{Lu}\p{L}+ )\bI(?:['’](?:m|ve|ll|d))? \p{Ll}|\b(?:we|my|our|ours|myself|ourselves)\b/u;

/** Words outside quotation marks with which a sentence can name its speaker. */
const MIN_WORDS = 2;

/**
 * Whether a sentence is somebody's speech or opinion without saying whose: nothing but a quotation, or, in
 * English, in the first person outside of one.
 */
export function hasLostSpeaker(sentence: string, lang: string): boolean {
  const rest = sentence.replaceAll(QUOTED, ' ');
  if (rest !== sentence && (rest.match(/\p{L}+/gu)?.length ?? 0) < MIN_WORDS) return true;
  return lang === 'en' && FIRST_PERSON.test(rest);
}
