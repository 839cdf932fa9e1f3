import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../src/store/open-store.ts';
import { buildArticle } from '../support/build-article.ts';
import { redisIsAvailable, startRedis, withRedis } from '../support/local-redis.ts';
import type { LocalServer } from '../support/local-server.ts';
import { testPolling } from '../ingest/feeds/poll-suite.ts';
import { describeChanges } from './change-suite.ts';
import { describeDue } from './due-suite.ts';
import { describeStore } from './store-suite.ts';

// Runs if TEST_REDIS_URL names an empty database or Redis is installed. Otherwise it is skipped.
describe.skipIf(!redisIsAvailable)('with a Redis server', () => {
  let server: LocalServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());

  const empty = async (): Promise<void> => {
    await withRedis(server.url, (client) => client.flushDb());
  };

  const open = () => Promise.resolve({ url: server.url, shared: true, remove: empty });
  describeStore('Redis', open);
  describeChanges('Redis', open);
  describeDue('Redis', open);
  testPolling('Redis', open);

  describe('a Redis server', () => {
    it('that others use too keeps their keys', async () => {
      await withRedis(server.url, (client) => client.set('articles:theirs', 'x'));
      const store = await openStore(server.url);
      await store.articles.putMany([buildArticle()], new Date(0));
      await store.close();
      const keys = await withRedis(server.url, (client) => client.keys('*'));
      expect(keys.filter((key) => !key.startsWith('dateline:'))).toEqual(['articles:theirs']);
      await empty();
    });

    it('that drops its connections is reconnected to, without a crash', async () => {
      const store = await openStore(server.url);
      await store.articles.putMany([buildArticle()], new Date(0));
      await withRedis(server.url, (client) =>
        client.sendCommand(['CLIENT', 'KILL', 'TYPE', 'normal']),
      );
      await expect
        .poll(() => store.articles.get(buildArticle().id).catch(() => undefined))
        .toMatchObject({ id: buildArticle().id });
      await store.close();
      await empty();
    });

    it('that is out of memory gives an error with advice', async () => {
      const store = await openStore(server.url, { records: { editions: z.int() } });
      await withRedis(server.url, (client) => client.configSet('maxmemory', '1'));
      try {
        await expect(store.articles.putMany([buildArticle()], new Date(0))).rejects.toThrow(
          'is out of memory. Raise its maxmemory',
        );
        await expect(store.records('editions').put('a', 1)).rejects.toThrow('is out of memory');
      } finally {
        await withRedis(server.url, (client) => client.configSet('maxmemory', '0'));
      }
      await store.close();
      await empty();
    });
  });
});
