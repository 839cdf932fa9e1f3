import { UserError } from '../../src/errors.ts';
import { compileNarrowing } from '../../src/index/narrowing/compile-narrowing.ts';
import { parseQuery } from '../../src/index/query/parse-query.ts';
import type { CommandContext } from '../../src/command/command.ts';
import { buildNothingFound } from '../shared/nothing-found.ts';
import { readNarrowing } from '../shared/narrowing/read-narrowing.ts';
import { requireWords } from '../shared/require-words.ts';
import { parseUrl } from '../../src/parse-url.ts';

/** What a reader gave to name an article: a suggestion's id or some words, or its link. */
interface ArticleName {
  readonly article?: string | undefined;
  readonly url?: string | undefined;
  /** The language of articles that words may mean; the usual ones if absent. */
  readonly language?: string | undefined;
}

/** A stored article, or the link to one that is not stored. */
type FoundArticle =
  | { readonly kind: 'stored'; readonly id: string }
  | { readonly kind: 'link'; readonly url: string };

/** Finds the article that a reader means. Throws a UserError that says what to do if there is none. */
export async function findArticle(
  name: ArticleName,
  context: CommandContext,
): Promise<FoundArticle> {
  const link = name.url ?? (isLink(name.article) ? name.article : undefined);
  return link
    ? findByLink(link, context)
    : { kind: 'stored', id: await findByWords(name, context) };
}

async function findByWords(
  { article, language }: ArticleName,
  context: CommandContext,
): Promise<string> {
  if (!article) {
    const message = 'Choose an article from the suggestions, or give the link to one as `url`.';
    throw new UserError('bad-option', message);
  }
  const { index, older, articles } = context.services;
  if (index.has(article) || (older && (await articles.get(article)))) return article;
  requireWords(article, context);
  const { languages } = readNarrowing({ language }, context);
  const [titled, second] = index.suggestTitles(article, 2, languages);
  if (titled && !second) return titled.id;
  const query = parseQuery(article, context.now, context.locale);
  const { hits, relaxed } = index.search(compileNarrowing(query, { within: { languages } }), {
    limit: 1,
  });
  const best = relaxed ? undefined : hits[0]?.id;
  const found = best ?? titled?.id;
  if (found) return found;
  throw await buildNothingFound(
    context,
    'No article has all these words. Choose one of the suggestions, or use `/search`.',
    { ...query, languages },
  );
}

function isLink(text: string | undefined): boolean {
  return text !== undefined && /^https?:\/\//iu.test(text);
}

async function findByLink(url: string, { services }: CommandContext): Promise<FoundArticle> {
  if (!isLink(url) || !parseUrl(url)) {
    const message = 'That is not a link. A link begins with https:// or http://.';
    throw new UserError('bad-option', message);
  }
  const id = await findStoredLink(url, services);
  return id === undefined ? { kind: 'link', url } : { kind: 'stored', id };
}

/** The id of the newest stored article behind a link. */
export async function findStoredLink(
  url: string,
  { index, older }: Pick<CommandContext['services'], 'index' | 'older'>,
): Promise<string | undefined> {
  return index.findByUrl(url)?.id ?? (await older?.findByUrl(url));
}
