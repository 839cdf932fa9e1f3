import { canonicalLanguage } from './language-tags.ts';
import { tellMalay } from './tell-malay.ts';

/** The language that a text seems to be in. */
interface LanguageGuess {
  /** Primary subtag, as `canonicalLanguage` gives it. */
  readonly lang: string;
  /** Likely enough to be trusted. */
  readonly clear: boolean;
}

/** Detects languages by their letters. */
export interface LanguageDetector {
  /** Undefined for a text without letters. Reads at most the first 1,000 characters. */
  detect(text: string): LanguageGuess | undefined;
  /** Whether this language can be detected at all. */
  knows(lang: string): boolean;
}

/**
 * The score (0 to 1) from which a guess is trusted. On news paragraphs, 99 of 100 correct guesses
 * score at least 0.66; names and noise score 0.5. The lead over the next language says nothing:
 * Hindi leads Marathi by a hundredth, and is right.
 */
const CLEAR_SCORE = 0.6;

let loading: Promise<LanguageDetector> | undefined;

/**
 * Loads the detector once. It takes a fifth of a second and 30 MB, so only code that reads articles
 * loads it.
 */
export function loadLanguageDetector(): Promise<LanguageDetector> {
  return (loading ??= createDetector());
}

/** The only importer of eld. Its smallest table is as accurate on news as its largest. */
async function createDetector(): Promise<LanguageDetector> {
  const { eld } = await import('eld/extrasmall');
  const known = new Set(Object.values(eld.info().Languages).map(canonicalLanguage));
  return {
    knows: (lang) => known.has(lang) || lang === 'id',
    detect(text) {
      const result = eld.detect(text);
      if (result.language === '') return undefined;
      const clear = (result.getScores()[result.language] ?? 0) >= CLEAR_SCORE;
      // eld wasn't trained on Indonesian, and mistakes it for Malay.
      const lang = result.language === 'ms' ? tellMalay(text) : canonicalLanguage(result.language);
      return lang === undefined ? undefined : { lang, clear };
    },
  };
}
