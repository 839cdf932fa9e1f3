import { ZONES } from '../../src/digest/zones.ts';
import type { ArticleEntry } from '../../src/index/article-entry.ts';
import { sanitizeLine } from '../../src/render/sanitize-text.ts';
import { cutText } from '../../src/render/cut-text.ts';
import { DISCORD_LIMITS } from '../../src/render/discord-limits.ts';
import { primaryLanguage } from '../../src/text/language-tags.ts';
import type { Choice, Suggest } from '../../src/command/command.ts';

const MAX_CHOICES = DISCORD_LIMITS.autocompleteChoices;
/** Titles looked at so that those in the reader's language can stand first. */
const TITLES_CONSIDERED = 4 * MAX_CHOICES;

/** Suggests stored articles by title, those in the reader's language first; the value is the article's id. */
export const suggestArticles: Suggest = (typed, { services, locale }) => {
  const found = services.index.suggestTitles(typed, TITLES_CONSIDERED);
  const isOwn = ({ lang }: ArticleEntry): boolean => lang === primaryLanguage(locale);
  return [...found.filter(isOwn), ...found.filter((entry) => !isOwn(entry))]
    .slice(0, MAX_CHOICES)
    .map((entry) => ({ name: labelArticle(entry), value: entry.id }));
};

/** "Title · Publisher", or the title alone where both are too long. */
function labelArticle({ title, source }: ArticleEntry): string {
  const line = sanitizeLine(title) || 'Untitled';
  const whole = source ? `${line} · ${sanitizeLine(source)}` : line;
  return whole.length <= DISCORD_LIMITS.choiceLength
    ? whole
    : cutText(line, DISCORD_LIMITS.choiceLength);
}

/** Suggests publishers by any part of their name. */
export const suggestSource: Suggest = (typed, { services }) =>
  listSources(services.index.sources(), typed).map((name) => ({ name, value: name }));

/** Suggests publishers for the last entry of a comma-separated list and keeps those before it. */
export const suggestSourceList: Suggest = (typed, { services }) => {
  const parts = typed.split(',').map((part) => part.trim());
  const kept = parts.slice(0, -1).filter((part) => part !== '');
  return listSources(services.index.sources(), parts.at(-1) ?? '')
    .filter((name) => !kept.includes(name))
    .map((name) => [...kept, name].join(', '))
    .filter((list) => list.length <= DISCORD_LIMITS.choiceLength)
    .map((list) => ({ name: list, value: list }));
};

function listSources(sources: readonly { readonly name: string }[], typed: string): string[] {
  const wanted = typed.trim().toLowerCase();
  return sources
    .map(({ name }) => name)
    .filter(
      (name) => name.length <= DISCORD_LIMITS.choiceLength && name.toLowerCase().includes(wanted),
    )
    .slice(0, MAX_CHOICES);
}

/** Suggests time zones by any part of their name, the default one first; spaces stand for underscores. */
export const suggestZone: Suggest = (typed, { services: { defaultZone } }): Choice[] => {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  return [...new Set([defaultZone, ...ZONES])]
    .filter((zone) => zone.toLowerCase().includes(wanted))
    .slice(0, MAX_CHOICES)
    .map((zone) => ({ name: zone, value: zone }));
};
