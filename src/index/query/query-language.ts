import { primaryLanguage } from '../../text/language-tags.ts';
import { comparableWord } from '../../text/terms.ts';
import { splitTokens } from '../../text/tokens.ts';
import type { TextIndex } from '../terms/text-index.ts';
import type { LanguageCount } from '../tally.ts';
import type { Query } from './query.ts';

/** When the words of a query tell its language. */
const CLEAR = {
  /** Texts in it have the words so many times as often as those in any other language. */
  lead: 2,
  /** The reader's own language is taken if its texts have them at least this often, compared with the best. */
  own: 0.25,
  /** Added to the number of texts in a language: one text of two tells little. */
  doubt: 10,
} as const;

/**
 * Finds the language of a query by its matches. Only a language whose texts have all its words as typed counts:
 * "élections" is no English word. Where several do, as for a name, the reader's own is taken if it is one of them.
 *
 * @param languages How many texts there are in each language.
 */
export function findQueryLanguage(
  index: TextIndex,
  { words, phrases }: Query,
  slots: Uint32Array,
  locale: string,
  languages: readonly LanguageCount[],
): string | undefined {
  const typed = [...words, ...phrases].flatMap(splitTokens).map(({ text }) => text);
  if (typed.length === 0) return undefined;
  const matches = new Map<string, number>();
  for (const slot of slots) {
    const lang = index.languageOf(slot);
    matches.set(lang, (matches.get(lang) ?? 0) + 1);
  }
  // Of one language, all are first.
  if (matches.size < 2) return undefined;
  const textCount = (lang: string): number =>
    languages.find((one) => one.lang === lang)?.articleCount ?? 0;
  const shares = [...matches]
    .filter(([lang]) => typed.every((token) => index.hasWord(comparableWord(token, lang), lang)))
    .map(([lang, count]) => ({ lang, share: count / (textCount(lang) + CLEAR.doubt) }))
    .toSorted((a, b) => b.share - a.share || (a.lang < b.lang ? -1 : 1));
  const [best, second] = shares;
  if (!best) return undefined;
  if (!second || best.share >= CLEAR.lead * second.share) return best.lang;
  const own = shares.find(({ lang }) => lang === primaryLanguage(locale));
  return own && own.share >= CLEAR.own * best.share ? own.lang : undefined;
}
