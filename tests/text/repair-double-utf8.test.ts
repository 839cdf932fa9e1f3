import { expect, it } from 'vitest';
import { repairDoubleUtf8 } from '../../src/text/repair-double-utf8.ts';

it.each([
  ['donâ€™t â€œstopâ€\u009D â€“ cafÃ© Ã¼ber', 'don’t “stop” – café über'],
  [
    '«\u00A0Voilà\u00A0», dit-elle; NÃO, IRMÃ», Ÿ, â',
    '«\u00A0Voilà\u00A0», dit-elle; NÃO, IRMÃ», Ÿ, â',
  ],
  ['plain', 'plain'],
])('repairs %s to %s', (given, repaired) => expect(repairDoubleUtf8(given)).toBe(repaired));
