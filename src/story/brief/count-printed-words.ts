import { splitTokens } from '../../text/tokens.ts';
import { UNSPACED_SCRIPTS } from '../../text/unspaced-scripts.ts';

/**
 * Counts words as a reader does: by the spaces between them, so that "Turkish-Syrian" is one. Where
 * there are no spaces, as in Japanese, a dictionary finds the words.
 */
export function countPrintedWords(text: string): number {
  if (UNSPACED_SCRIPTS.test(text)) return splitTokens(text).length;
  return text.match(/\S+/gu)?.filter((word) => /[\p{L}\p{N}]/u.test(word)).length ?? 0;
}
