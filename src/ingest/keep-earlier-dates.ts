import type { Article } from '../article/article.ts';
import type { ArticleStore, StoredArticle } from '../store/article-store.ts';

/**
 * A file's date, or the time of first sight, says only that the article is not newer. So a copy made
 * or read later does not make its articles later: of two such dates the earlier stays.
 */
export async function keepEarlierDates(
  articles: readonly Article[],
  store: ArticleStore,
): Promise<readonly Article[]> {
  const guessed = articles.filter((article) => isGuess(article));
  if (guessed.length === 0) return articles;
  const stored = await store.getMany(guessed.map(({ id }) => id));
  const earlier = new Map(
    stored.flatMap((each) => (each && isGuess(each) ? [[each.id, each]] : [])),
  );
  return articles.map((article) => withEarlierDate(article, earlier.get(article.id)));
}

const GUESSES: ReadonlySet<Article['dateBasis']> = new Set([
  'file',
  'lead-weekday',
  'first-seen',
  'clamped',
]);

function isGuess({ dateBasis }: Article): boolean {
  return GUESSES.has(dateBasis);
}

function withEarlierDate(article: Article, stored: StoredArticle | undefined): Article {
  if (!isGuess(article) || !stored?.publishedAt || !article.publishedAt) return article;
  if (stored.publishedAt >= article.publishedAt) return article;
  const { publishedAt: _date, dayOnly: _day, ...rest } = article;
  return {
    ...rest,
    publishedAt: stored.publishedAt,
    ...(stored.dayOnly !== undefined && { dayOnly: stored.dayOnly }),
    dateBasis: stored.dateBasis,
  };
}
