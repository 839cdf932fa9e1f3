import { chooseLanguage } from '../text/choose-language.ts';
import { loadLanguageDetector } from '../text/detect-language.ts';
import { optionalText, type JsonLine } from './jsonl.ts';

/**
 * Loads a function that determines a line's language: its `lang` if given, else that of its title
 * and text.
 */
export async function loadLineLanguage(): Promise<(line: JsonLine) => string> {
  const detector = await loadLanguageDetector();
  return (line) =>
    optionalText(line, 'lang') ??
    chooseLanguage(
      undefined,
      `${optionalText(line, 'title') ?? ''}\n${optionalText(line, 'text') ?? ''}`,
      detector,
    );
}
