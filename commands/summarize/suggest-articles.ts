import type { Suggest } from '../../src/command/command.ts';
import type { ArticleEntry } from '../../src/index/article-entry.ts';
import { sanitizeLine } from '../../src/render/sanitize-text.ts';
import { cutText } from '../../src/render/cut-text.ts';
import { DISCORD_LIMITS } from '../../src/render/discord-limits.ts';
import { suggestedLanguages } from '../shared/narrowing/describe-usual.ts';
import { primaryLanguage } from '../../src/text/language-tags.ts';

/** More titles are looked at than are shown, so that those in the reader's language can come first. */
const TITLES_CONSIDERED = 4 * DISCORD_LIMITS.autocompleteChoices;

/**
 * Suggests stored articles by title, in the language that is asked for, else in those that are usual; those in the
 * reader's language first. The value is the article's id.
 */
export const suggestArticles: Suggest = (typed, context, { language }) => {
  const { services, locale } = context;
  const languages = suggestedLanguages(language, context);
  const found = services.index.suggestTitles(typed, TITLES_CONSIDERED, languages);
  const isOwn = ({ lang }: ArticleEntry): boolean => lang === primaryLanguage(locale);
  return [...found.filter(isOwn), ...found.filter((entry) => !isOwn(entry))]
    .slice(0, DISCORD_LIMITS.autocompleteChoices)
    .map((entry) => ({ name: labelArticle(entry), value: entry.id }));
};

/** "Title · Publisher", or the title alone when both are too long. */
function labelArticle({ title, source }: ArticleEntry): string {
  const line = sanitizeLine(title) || 'Untitled';
  const whole = source ? `${line} · ${sanitizeLine(source)}` : line;
  return whole.length <= DISCORD_LIMITS.choiceLength
    ? whole
    : cutText(line, DISCORD_LIMITS.choiceLength);
}
