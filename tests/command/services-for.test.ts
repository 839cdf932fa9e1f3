import { describe, expect, it } from 'vitest';
import { servicesFor } from '../../src/command/services-for.ts';
import { buildArticle } from '../support/build-article.ts';
import { buildServices, NOW } from '../support/build-services.ts';

const HERE = '100';
const forAll = buildArticle({ title: 'Dam fails', source: 'A' });
const own = buildArticle({
  title: 'Dam holds',
  source: 'B',
  onlyFor: HERE,
  lang: 'hu',
  place: 'Paramaribo',
  publishedAt: '2024-03-14T11:00:00.000Z',
});
const preview = { channelId: '1', topics: [], sources: [], storyCount: 5 };

describe('the services for one server', () => {
  it.each([
    [HERE, 2],
    ['200', 1],
    [undefined, 1],
  ])(
    'have only the articles that %s may see: in the store, in digests, among publishers',
    async (guildId, count) => {
      const services = servicesFor(await buildServices([forAll, own]), guildId);
      const stored = await services.articles.getMany([forAll.id, own.id]);
      expect(stored.filter((article) => article !== undefined)).toHaveLength(count);
      expect((await services.articles.get(own.id)) !== undefined).toBe(count === 2);
      expect(services.sources()).toHaveLength(count);
      expect(services.index.size).toBe(count);
      expect(services.health().articleCount).toBe(count);
      const [newest] = services.index.newest({}, { limit: 1 }).entries;
      expect(services.health().newestAt).toBe(new Date(newest!.at).toISOString());
      expect(services.index.languages()).toHaveLength(count);
      const countries = services.index.countries().map(({ country }) => country);
      expect(countries.includes('SR')).toBe(count === 2);
      expect((await services.previewDigest(preview, NOW)).articleCount).toBe(count);
    },
  );
});
