import { ENGLISH_SPEECH } from './english-speech.ts';
import { FOREIGN_SPEECH, UNKNOWN_SPEECH } from './foreign-speech.ts';
import type { SpeechWords } from './speech-words.ts';

/** Returns the words of a language. For one without lists they are empty. */
export function speechWordsOf(lang: string): SpeechWords {
  if (lang === 'en') return ENGLISH_SPEECH;
  return Object.hasOwn(FOREIGN_SPEECH, lang) ? FOREIGN_SPEECH[lang]! : UNKNOWN_SPEECH;
}
