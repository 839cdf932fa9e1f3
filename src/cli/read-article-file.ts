import type { Article } from '../article/article.ts';
import { UserError } from '../errors.ts';
import { readArticles } from '../ingest/files/read-articles.ts';
import { chooseLanguage } from '../text/choose-language.ts';
import { loadLanguageDetector } from '../text/detect-language.ts';
import type { CliIo } from '../io.ts';
import { reportFault } from './verbs/add-parse-verb.ts';
import { readText } from './read-text.ts';

/**
 * Reads the articles of a file in any format that `parse` supports. "-" reads standard input as the
 * text of one article without a headline. Throws a UserError if there is no article.
 */
export async function readArticleFile(
  path: string,
  io: CliIo,
): Promise<Pick<Article, 'title' | 'text' | 'lang' | 'place'>[]> {
  if (path === '-') {
    const text = await readText(path, io);
    const lang = chooseLanguage(undefined, text, await loadLanguageDetector());
    return [{ title: '', text, lang }];
  }
  const articles: Article[] = [];
  for await (const item of readArticles([path])) {
    if (item.kind === 'fault') reportFault(item, io);
    if (item.kind === 'article') articles.push(item.article);
  }
  if (articles.length === 0) throw new UserError('bad-input', `${path} contains no article.`);
  return articles;
}
