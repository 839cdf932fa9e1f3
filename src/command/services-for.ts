import { isForServer, viewArticles } from '../index/article-view.ts';
import type { ArticleStore, StoredArticle } from '../store/article-store.ts';
import { listSourceStatus } from '../index/source-status.ts';
import type { Services } from './services.ts';

/**
 * The services that commands may use in one server, or without a server in direct messages: nothing shows articles
 * of other servers' own sources.
 */
export function servicesFor(services: Services, guildId: string | undefined): Services {
  const index = viewArticles(services.index, guildId);
  return {
    ...services,
    index,
    articles: viewStore(services.articles, guildId),
    sources: () => listSourceStatus(index),
    previewDigest: (preview, now) =>
      services.previewDigest({ ...preview, ...(guildId !== undefined && { guildId }) }, now),
  };
}

/** Ids come from buttons too, and the state of a button comes from the requester's client. */
function viewStore(articles: ArticleStore, guildId: string | undefined): ArticleStore {
  const hide = (article: StoredArticle | undefined): StoredArticle | undefined =>
    article && isForServer(article, guildId) ? article : undefined;
  return {
    ...articles,
    get: async (id) => hide(await articles.get(id)),
    getMany: async (ids) => (await articles.getMany(ids)).map(hide),
  };
}
