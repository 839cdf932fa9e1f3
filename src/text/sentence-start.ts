import { isStopWord } from './stop-words.ts';

/** Capitalized words that begin sentences but are also names: "J. Will", "Sgt. May". */
const ALSO_NAMES = new Set(['will', 'may', 'still', 'mine', 'a', 'i', 'us']);

/**
 * English words beyond the stop words that open sentences and hardly ever belong to a name after an
 * abbreviation: "He left the U.S. Millions watched."
 */
const OPENERS = new Set(
  `millions thousands hundreds dozens scores billions tens two three four five six seven eight nine ten eleven twelve
  twenty thirty forty fifty today yesterday tomorrow tonight soon ago
  critics analysts experts residents officials authorities investigators witnesses observers protesters opponents
  supporters relatives neighbours neighbors economists scientists researchers historians lawyers doctors rescuers
  villagers activists demonstrators voters passengers survivors parents police people women men children nobody
  recently currently initially originally officially previously reportedly apparently eventually finally suddenly
  unfortunately fortunately similarly additionally allegedly shortly only
  following including according given based born asked speaking despite unlike unless whether although thanks
  nevertheless nonetheless maybe perhaps sources reports figures shares prices trading stocks`.split(
    /\s+/,
  ),
);

/** Opening quotation marks and brackets. */
const OPENED = /^["'“‘«»„‚‹›([]+/u;

export function startsLower(next: string): boolean {
  // "iPhone" and "eBay" begin sentences as they are.
  const opened = next.replace(OPENED, '');
  return /^\p{Ll}/u.test(opened) && !/^\p{Ll}\p{Lu}\p{Ll}/u.test(opened);
}

export function startsUpper(next: string): boolean {
  return /^["'“‘«»„‚‹›([]*\p{Lu}/u.test(next);
}

/** Whether the text after an abbreviation reads like the next sentence and not like a name. */
export function startsLikeSentence(next: string, lang: string): boolean {
  if (/^["“«»„]/.test(next)) return true;
  if (/^(?:--|[–—]|- )/.test(next)) return false;
  const word = /^[‘'(]*([\p{Lu}\p{Lt}][\p{L}\p{M}]*)/u.exec(next)?.[1]?.toLowerCase();
  if (word === undefined) return !/^[\p{L}\p{N}([]/u.test(next);
  if (lang === 'en' && OPENERS.has(word)) return /^\S+,?\s\p{Ll}/u.test(next);
  return isStopWord(word, lang) && !ALSO_NAMES.has(word) && !/^(?:mr|mrs|ms)$/.test(word);
}
