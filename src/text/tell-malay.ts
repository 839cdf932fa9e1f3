import { splitTokens } from './tokens.ts';

/** Frequent news words that only one of the two languages has, or spells this way. */
const MALAY = `kerana ialah wang kereta polis pejabat kerajaan syarikat berkata manakala hospital mesyuarat mahkamah
telefon tentera bahawa isnin khamis jumaat ahad ogos`;
const INDONESIAN = `karena bisa uang mobil polisi kantor pemerintah perusahaan mengatakan sedangkan rapat pengadilan
telepon bahwa senin kamis jumat minggu agustus pemilu provinsi warga ujar`;

const MALAY_WORDS = new Set(MALAY.split(/\s+/));
const INDONESIAN_WORDS = new Set(INDONESIAN.split(/\s+/));

/**
 * Tells Malay from Indonesian for a text that is one of the two. In doubt it returns Indonesian,
 * which far more people write.
 */
export function tellMalay(text: string): 'id' | 'ms' {
  let lead = 0;
  for (const token of splitTokens(text)) {
    const word = token.text.toLowerCase();
    if (MALAY_WORDS.has(word)) lead -= 1;
    if (INDONESIAN_WORDS.has(word)) lead += 1;
  }
  return lead < 0 ? 'ms' : 'id';
}
