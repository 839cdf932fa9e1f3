import { onTestFinished } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import type { CommandContext } from '../../src/command/command.ts';
import type { Health, Services } from '../../src/command/services.ts';
import { listSourceStatus } from '../../src/index/source-status.ts';
import { previewDigest } from '../../src/digest/prepare-digest.ts';
import { createDigestCache } from '../../src/digest/digest-cache.ts';
import { createUsualLanguages } from '../../src/digest/guild/usual-languages.ts';
import { readRecentDeliveries } from '../../src/digest/recent-deliveries.ts';
import { traceAsked } from '../../src/digest/why/trace-asked.ts';
import { createLinkTracer } from '../../src/ingest/feeds/trace-link.ts';
import { ArticleIndex } from '../../src/index/article-index.ts';
import { sourceKey, type Source } from '../../src/ingest/sources/source.ts';
import type { ReadSource } from '../../src/ingest/sources/examine-feed.ts';
import { createRemoveArticles } from '../../src/run/retention/remove-source-articles.ts';
import { createSourceManager } from '../../src/ingest/sources/manage-sources.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
import { StoryBook } from '../../src/story/book/story-book.ts';
import { createStoryLinks } from '../../src/story/join/link-articles.ts';
import { openTestStore } from './open-test-store.ts';

/** When commands run in tests by default: the day of `buildArticle`. */
export const NOW = new Date('2024-03-14T12:00:00.000Z');

/** The services of commands, with these articles in a store in memory that is closed after the test. */
export async function buildServices(
  stored: readonly Article[] = [],
  given: Partial<Services> & {
    readonly health?: () => Health;
    /** Reads a feed by its address. By default no feed can be read. */
    readonly readSource?: ReadSource;
    /** Feeds in the store. */
    readonly feeds?: readonly Source[];
  } = {},
): Promise<Services> {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  const index = new ArticleIndex();
  const { articles } = store;
  await articles.putMany(stored, NOW);
  const stories = new StoryBook();
  for await (const article of articles.iterate()) {
    index.put(article);
    stories.put(article);
  }
  const subscriptions = store.records('subscriptions');
  const { readSource = nothingReadable, feeds = [], readingOf = buildReading, ...services } = given;
  const records = store.records('sources');
  for (const feed of feeds) await records.put(sourceKey(feed), feed);
  const editions = store.records('editions');
  const cache = createDigestCache(index, stories);
  const settings = store.records('settings');
  const usualLanguages = createUsualLanguages({ settings, guilds: store.records('guilds') });
  const news = { index, articles, stories, sources: records, readingOf, cache, usualLanguages };
  return {
    defaultZone: 'UTC',
    articles,
    index,
    stories,
    readingOf,
    cache: createDigestCache(index, stories),
    subscriptions,
    editions,
    settings,
    recentDeliveries: (guildId) => readRecentDeliveries(guildId, subscriptions, editions),
    sources: () => listSourceStatus(index),
    health: () => buildHealth({ articleCount: index.size }),
    previewDigest: (preview, now) => previewDigest(preview, now, editions, news),
    traceDigest: (asked) => traceAsked(asked, editions, news),
    traceLink: createLinkTracer(records, store.records('entries')),
    storyLinks: createStoryLinks(articles),
    manageSources: createSourceManager({
      records,
      readSource,
      now: () => NOW,
      perServer: 3,
      removeArticles: createRemoveArticles({ index, articles: store.articles }),
    }),
    readAttachment: async () => '',
    ...services,
  };
}

const nothingReadable: ReadSource = async () => ({ kind: 'fault', reason: 'there is no network' });

/** A healthy bot. */
export function buildHealth(given: Partial<Health> = {}): Health {
  return {
    version: '1.2.3',
    startedAt: '2024-03-14T06:00:00.000Z',
    articleCount: 3,
    storeEngine: 'memory',
    keepDays: 90,
    reading: false,
    memoryBytes: 128 * 2 ** 20,
    ...given,
  };
}

/** The context of a command that a manager runs in a server's channel. By default every language is usual. */
export function buildContext(
  services: Services,
  given: Partial<CommandContext> = {},
): CommandContext {
  return {
    services,
    now: NOW,
    locale: 'en-GB',
    usual: { languages: [], basis: 'nothing', zone: services.defaultZone },
    userId: '300000000000000001',
    isManager: true,
    guildId: '100000000000000001',
    channelId: '200000000000000001',
    ...given,
  };
}
