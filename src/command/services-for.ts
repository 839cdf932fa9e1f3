import { isForServer, viewArticles, type ArticleReader } from '../index/article-view.ts';
import type { ArticleStore, StoredArticle } from '../store/article-store.ts';
import { listSourceStatus } from '../index/source-status.ts';
import type { Health, Services } from './services.ts';

/**
 * The services that commands may use in one server, or without a server in direct messages: nothing shows articles
 * of other servers' own sources.
 */
export function servicesFor(services: Services, guildId: string | undefined): Services {
  const index = viewArticles(services.index, guildId);
  return {
    ...services,
    index,
    ...(services.older && { older: services.older.forServer(guildId) }),
    articles: viewStore(services.articles, guildId),
    sources: () => listSourceStatus(index),
    health: () => viewHealth(services.health(), index),
    previewDigest: (preview, now) =>
      services.previewDigest({ ...preview, ...(guildId !== undefined && { guildId }) }, now),
    traceDigest: (asked) =>
      services.traceDigest({ ...asked, ...(guildId !== undefined && { guildId }) }),
    traceLink: (link) => services.traceLink(link, guildId),
  };
}

/** The counts of the articles that the server may see. */
function viewHealth({ newestAt: _newestAt, ...health }: Health, index: ArticleReader): Health {
  const [newest] = index.newest({}, { limit: 1, isFirst: true }).entries;
  return {
    ...health,
    articleCount: index.size,
    ...(newest && { newestAt: new Date(newest.at).toISOString() }),
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
