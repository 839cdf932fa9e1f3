import type { Services } from '../command/services.ts';
import type { ArticleIndex } from '../index/article-index.ts';
import { listSourceStatus } from '../index/source-status.ts';
import type { Config } from '../config.ts';
import type { News } from '../digest/news.ts';
import { previewDigest } from '../digest/prepare-digest.ts';
import { readRecentDeliveries } from '../digest/recent-deliveries.ts';
import { traceAsked } from '../digest/why/trace-asked.ts';
import type { FeedMemory } from '../ingest/feeds/feed-memory.ts';
import { createLinkTracer } from '../ingest/feeds/trace-link.ts';
import type { ReadSource } from '../ingest/sources/examine-feed.ts';
import { createSourceManager } from '../ingest/sources/manage-sources.ts';
import type { Source } from '../ingest/sources/source.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { OlderLists } from './retention/older-lists.ts';
import { createRemoveArticles } from './retention/remove-source-articles.ts';
import { fetchAttachment } from '../web/fetch-attachment.ts';
import { createLinkReader, type LinkReaderParts } from '../web/link-reader.ts';

/** The parts of the app that commands use. */
interface ServiceParts
  extends
    Pick<
      Services,
      | 'defaultZone'
      | 'articles'
      | 'older'
      | 'stories'
      | 'storyLinks'
      | 'subscriptions'
      | 'editions'
      | 'settings'
      | 'readingOf'
      | 'cache'
      | 'health'
    >,
    LinkReaderParts {
  readonly index: ArticleIndex;
  readonly news: News;
  readonly sources: RecordStore<Source>;
  readonly memories: RecordStore<FeedMemory>;
  readonly readSource: ReadSource;
  readonly olderLists?: OlderLists;
}

/** Builds the services of commands, as far as they work without Discord. */
export function buildServices(config: Config, parts: ServiceParts): Services {
  const { articles, index, stories, storyLinks, subscriptions, editions, settings, sources } =
    parts;
  const { defaultZone, now, health, news, memories, readSource, readingOf, cache, older } = parts;
  return {
    defaultZone,
    articles,
    index,
    ...(older && { older }),
    stories,
    storyLinks,
    subscriptions,
    editions,
    settings,
    recentDeliveries: (guildId) => readRecentDeliveries(guildId, subscriptions, editions),
    sources: () => listSourceStatus(index),
    manageSources: createSourceManager({
      records: sources,
      readSource,
      now,
      perServer: config.sourcesPerServer,
      removeArticles: createRemoveArticles({ index, articles, older: parts.olderLists }),
    }),
    readAttachment: fetchAttachment,
    links: createLinkReader(parts),
    readingOf,
    cache,
    health,
    previewDigest: (preview, at) => previewDigest(preview, at, editions, news),
    traceDigest: (asked) => traceAsked(asked, editions, news),
    traceLink: createLinkTracer(sources, memories),
  };
}
