import { decodeStrictUtf8 } from './decode-utf8.ts';
import { encodeWindows1252 } from './windows-1252.ts';

/**
 * Repairs UTF-8 that was decoded as Windows-1252 and encoded again: "donâ€™t" → "don’t", "cafÃ©" →
 * "café". Only sequences that no real text contains are changed: quotes, dashes and Western
 * European letters.
 */
export function repairDoubleUtf8(text: string): string {
  if (!/[âÃ]/u.test(text)) return text;
  return text.replace(DOUBLE, (signs) => {
    const bytes = encodeWindows1252(signs);
    return (bytes && decodeStrictUtf8(bytes)) ?? signs;
  });
}

/** The characters for 0x80–0x9F, and those from 0xA1 that never follow a letter in print. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const DOUBLE = new RegExp(`â€[${HIGH}\\u00A0-\\u00BF]|Ã[€ƒ„†‡ˆ‰Š‹ŒŽ•˜œžŸ¡-©¬®-¶¸¹¼-¾]`, 'gu');
