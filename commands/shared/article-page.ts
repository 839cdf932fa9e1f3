import type { Message } from '../../src/render/message.ts';
import { renderArticleList, type ListItem } from '../../src/render/render-article-list.ts';
import type { Picture } from '../../src/render/picture/picture.ts';
import { takeTurn } from '../../src/slices.ts';
import type { StoredArticle } from '../../src/store/article-store.ts';
import { buildPageButtons, type PagePosition } from '../../src/command/page-buttons.ts';
import type { Services } from '../../src/command/services.ts';

/** A page of articles that the index found. */
export interface ArticlePage extends Omit<PagePosition, 'shown'> {
  readonly heading: string;
  readonly notes: readonly string[];
  readonly ids: readonly string[];
  /** Shown above the articles. */
  readonly picture?: Picture;
  /** The sentences to show of an article, as markdown. */
  sentencesOf(article: StoredArticle): readonly string[];
}

/** What a list says whose page buttons have no room for all that it is limited to. */
export const TOO_LONG_TO_PAGE =
  'This is too long for page buttons. Use fewer or shorter words to see more than this page.';

/** Reads the articles of a page from the store and renders them. An article that was removed meanwhile is left out. */
export async function renderArticlePage(services: Services, page: ArticlePage): Promise<Message> {
  const stored = await services.articles.getMany(page.ids);
  const items: ListItem[] = [];
  for (const article of stored) {
    if (!article) continue;
    // Selecting sentences takes milliseconds; in between, other interactions can be acknowledged.
    await takeTurn();
    items.push({ ...article, sentences: page.sentencesOf(article) });
  }
  const canPage = buildPageButtons({ ...page, shown: page.ids.length }) !== undefined;
  return renderArticleList({
    heading: page.heading,
    notes: canPage ? page.notes : [...page.notes, TOO_LONG_TO_PAGE],
    items,
    ...(page.picture && { picture: page.picture }),
    offset: page.offset,
    total: page.total,
    buttons: (shown) => buildPageButtons({ ...page, shown }) ?? [],
  });
}
