import { articleTime } from '../../article/article-time.ts';
import { runInSlices, type Steps } from '../../slices.ts';
import type { ArticleStore, StoredArticle } from '../../store/article-store.ts';
import type { Likeness } from './indexed-article.ts';
import { OWN_HOUR } from './article-order.ts';
import { NeighbourIndex } from './neighbour-index.ts';
import { readStoryText } from './story-text.ts';

/** How alike two articles are, by which they may be joined. */
export interface StoryLink extends Likeness {
  readonly ids: readonly [string, string];
}

/** What tells how articles of a story are linked. */
export interface StoryLinks {
  /** The links between each two of some articles, the strongest first. Ids that are not stored are left out. */
  linksOf(ids: readonly string[]): Promise<StoryLink[]>;
}

/**
 * Creates what compares articles by their stored texts, in slices. It needs no book: how alike two articles are depends
 * on these two alone.
 */
export function createStoryLinks(articles: Pick<ArticleStore, 'getMany'>): StoryLinks {
  return {
    async linksOf(ids) {
      const found = (await articles.getMany(ids)).filter((article) => article !== undefined);
      const links = await runInSlices(compareEach(found));
      return links.toSorted(
        (a, b) => b.cosine - a.cosine || (a.ids.join() < b.ids.join() ? -1 : 1),
      );
    },
  };
}

function* compareEach(articles: readonly StoredArticle[]): Steps<StoryLink[]> {
  const index = new NeighbourIndex();
  const links: StoryLink[] = [];
  for (const [slot, article] of articles.entries()) {
    const indexed = { slot, id: article.id, at: articleTime(article), hour: OWN_HOUR };
    index.setVector(indexed, readStoryText(article).counts);
    const before = articles.slice(0, slot);
    const likenesses = index.compareWith(slot, [...before.keys()]);
    for (const [at, likeness] of likenesses.entries())
      links.push({ ...likeness, ids: [before[at]!.id, article.id] });
    yield;
  }
  return links;
}
