import { sanitizeLine } from '../sanitize-text.ts';
import { cutText } from '../cut-text.ts';
import { DISCORD_LIMITS } from '../discord-limits.ts';

/** Joins sentences about a picture and cuts them to what Discord takes. */
export function writeAltText(sentences: readonly string[]): string {
  return cutText(sentences.join(' '), DISCORD_LIMITS.altTextLength);
}

/** A name for a picture's description, whatever its script; "(no name)" where nothing of it would be read. */
export function nameInWords(name: string): string {
  // What is far too long anyway is not worth cleaning.
  const line = cutText(sanitizeLine(name.slice(0, 500)), 60);
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(line) ? line : '(no name)';
}

/** "a", "a and b", "a, b and c". */
export function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
