import type { ArticleStore } from '../../store/article-store.ts';
import { countsFrom, type AgedArticle } from './plan-prune.ts';
import { ageOf } from './prune-store.ts';

/** Reads through a store for the articles from before an instant, with their sizes. */
export async function listCandidates(
  articles: Pick<ArticleStore, 'iterate'>,
  { edge, now }: { readonly edge: Date; readonly now: Date },
): Promise<AgedArticle[]> {
  const old: AgedArticle[] = [];
  for await (const article of articles.iterate()) {
    const aged = ageOf(article);
    if (countsFrom(aged, now) >= edge.getTime()) continue;
    old.push({ ...aged, bytes: Buffer.byteLength(JSON.stringify(article)) });
  }
  return old;
}
