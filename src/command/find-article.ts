import { UserError } from '../errors.ts';
import { parseQuery } from '../rank/parse-query.ts';
import type { CommandContext } from './command.ts';
import { buildNothingFound } from './nothing-found.ts';

/** How a reader names one article: by a suggestion's id or words of their own, or by its link. */
interface ArticleName {
  readonly article?: string | undefined;
  readonly url?: string | undefined;
}

/** Finds the id of the article that a reader means. Throws a UserError that says what to do instead. */
export function findArticle({ article, url }: ArticleName, context: CommandContext): string {
  const link = url ?? (isLink(article) ? article : undefined);
  if (link) return findByLink(link, context);
  if (!article) {
    const message = 'Choose an article from the suggestions, or give the link to one as `url`.';
    throw new UserError('bad-option', message);
  }
  const { index } = context.services;
  if (index.has(article)) return article;
  const [titled, second] = index.suggestTitles(article, 2);
  if (titled && !second) return titled.id;
  const { hits, relaxed } = index.search(parseQuery(article, context.now), { limit: 1 });
  const best = relaxed ? undefined : hits[0]?.id;
  const found = best ?? titled?.id;
  if (found) return found;
  throw buildNothingFound(
    context.services,
    'No article has all these words. Choose one of the suggestions, or look with `/search`.',
  );
}

function isLink(text: string | undefined): boolean {
  return text !== undefined && /^https?:\/\//iu.test(text);
}

function findByLink(url: string, { services }: CommandContext): string {
  if (!isLink(url) || !URL.canParse(url)) {
    const message = 'That is not a link to an article. It begins with https:// or http://.';
    throw new UserError('bad-option', message);
  }
  const entry = services.index.findByUrl(url);
  if (entry) return entry.id;
  if (services.health().reading) throw buildNothingFound(services, '');
  throw new UserError(
    'not-available',
    'I have not read that article, and I cannot fetch pages yet. Whoever runs this bot can add it with `dateline import FILE`; `/search` finds others on the subject.',
  );
}
