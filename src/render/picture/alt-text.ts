import { sanitizeLine } from '../sanitize-text.ts';
import { cutText } from '../cut-text.ts';
import { DISCORD_LIMITS } from '../discord-limits.ts';

/** Joins sentences about a picture and cuts them to Discord's limit. */
export function writeAltText(sentences: readonly string[]): string {
  return cutText(sentences.join(' '), DISCORD_LIMITS.altTextLength);
}

/** A name for a picture's description, in any script. "(no name)" if nothing of it is readable. */
export function nameInWords(name: string): string {
  // No need to sanitize what will be cut anyway.
  const line = cutText(sanitizeLine(name.slice(0, 500)), 60);
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(line) ? line : '(no name)';
}

/** "a", "a and b", "a, b and c". */
export function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
