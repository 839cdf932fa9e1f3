import { describe, expect, it } from 'vitest';
import { ArticleIndex } from '../../src/index/article-index.ts';
import { createFollower } from '../../src/index/follow-articles.ts';
import { createIndexWindow } from '../../src/index/index-window.ts';
import type { ArticleStore } from '../../src/store/article-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { buildArticle } from '../support/build-article.ts';

const NOW = new Date('2024-05-01T12:00:00Z');
const [ferry, budget, storm] = ['ferry', 'budget', 'storm'].map((id) =>
  buildArticle({ id, title: id }),
) as [ReturnType<typeof buildArticle>, ...ReturnType<typeof buildArticle>[]];

describe('an index that follows a store', () => {
  it('has what was stored, and follows what any process adds, changes and removes', async () => {
    const { articles, index, follower } = await openFollowed();
    await articles.putMany([ferry, budget!], NOW);
    await follower.load();
    expect(titles(index)).toEqual(['budget', 'ferry']);

    await articles.putMany([storm!, { ...ferry, title: 'ferry again' }], NOW);
    await articles.remove('budget');
    expect(await follower.catchUp()).toBe(3);
    expect(titles(index)).toEqual(['ferry again', 'storm']);
    expect(await follower.catchUp()).toBe(0);
  });

  it('does not miss an article that is stored while it loads', async () => {
    const { articles, index, follower } = await openFollowed();
    await articles.putMany([ferry], NOW);
    const loading = follower.load();
    await articles.putMany([storm!], NOW);
    await loading;
    await follower.catchUp();
    expect(titles(index)).toEqual(['ferry', 'storm']);
  });

  it('applies each change once, even if it is called twice at the same time', async () => {
    const { articles, index } = await openFollowed();
    const applied: string[] = [];
    const put: typeof index.put = (article) => {
      applied.push(article.id);
      index.put(article);
    };
    const follower = createFollower(articles, { put, remove: (id) => index.remove(id) });
    await follower.load();
    await articles.putMany([ferry, storm!], NOW);
    await Promise.all([follower.catchUp(), follower.catchUp()]);
    expect(applied.toSorted()).toEqual(['ferry', 'storm']);
  });

  it('has what was stored while an earlier call was busy', async () => {
    const { articles, index, follower } = await openFollowed();
    await follower.load();
    await articles.putMany([ferry], NOW);
    const busy = follower.catchUp();
    await articles.putMany([storm!], NOW);
    await follower.catchUp();
    expect(titles(index)).toEqual(['ferry', 'storm']);
    await busy;
  });

  it('stops reading if the app is to end, and has nothing that is not stored', async () => {
    const { articles } = await openStore('memory:');
    await articles.putMany([ferry, budget!], NOW);
    const end = new AbortController();
    const index = new ArticleIndex();
    const follower = createFollower(articles, index, end.signal);
    const loading = follower.load();
    end.abort(new Error('the end'));
    await expect(loading).rejects.toThrow('the end');
    expect(index.size).toBe(0);
    expect(await follower.hold(async (cursor) => cursor)).toBeUndefined();
  });

  it('is held while something else is done, with the cursor up to which it has everything', async () => {
    const { articles, index, follower } = await openFollowed();
    await articles.putMany([ferry], NOW);
    await follower.load();
    let release!: () => void;
    const held = follower.hold(async (cursor) => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return { cursor, titles: titles(index) };
    });
    await articles.putMany([storm!], NOW);
    const following = follower.catchUp();
    await new Promise(setImmediate);
    release();
    expect(await held).toEqual({ cursor: 1, titles: ['ferry'] });
    expect(await following).toBe(1);
    expect(titles(index)).toEqual(['ferry', 'storm']);
  });

  it('goes on with an index that has articles already, and removes those that are gone', async () => {
    const { articles, index, follower } = await openFollowed();
    await articles.putMany([ferry, budget!], NOW);
    for (const article of [ferry, budget!]) index.put(article);
    follower.resume(await articles.cursor(), [
      ['ferry', 0],
      ['budget', 0],
    ]);
    await articles.remove('budget');
    expect(await follower.catchUp()).toBe(1);
    expect(titles(index)).toEqual(['ferry']);
  });

  it('removes deleted articles even if the journal no longer reaches back far enough', async () => {
    const { articles, index } = await openFollowed();
    await articles.putMany([ferry, budget!], NOW);
    const forgetful: ArticleStore = {
      ...articles,
      changesSince: async () => ({ ids: ['ferry'], cursor: 9, all: true }),
    };
    const follower = createFollower(forgetful, index);
    await follower.load();
    await follower.catchUp();
    expect(titles(index)).toEqual(['ferry']);
  });
});

describe('an index of the newest days', () => {
  const DAY_MS = 86_400_000;
  const dated = (id: string, daysAgo: number) =>
    buildArticle({
      id,
      title: id,
      publishedAt: new Date(NOW.getTime() - daysAgo * DAY_MS).toISOString(),
    });

  async function openWindow(days = 10) {
    const { articles } = await openStore('memory:');
    const index = new ArticleIndex();
    let now = NOW;
    const window = createIndexWindow(days, () => now)!;
    const follower = createFollower(articles, index, undefined, window);
    const passDays = (count: number): void => {
      now = new Date(now.getTime() + count * DAY_MS);
    };
    return { articles, index, follower, passDays };
  }

  it('has no article that is older, whether it is loaded or stored later', async () => {
    const { articles, index, follower } = await openWindow();
    await articles.putMany([dated('new', 1), dated('old', 11)], NOW);
    await follower.load();
    expect(titles(index)).toEqual(['new']);
    await articles.putMany([dated('newer', 0), dated('older', 400)], NOW);
    await follower.catchUp();
    expect(titles(index)).toEqual(['new', 'newer']);
  });

  it('lets them go as time passes', async () => {
    const { articles, index, follower, passDays } = await openWindow();
    await articles.putMany([dated('first', 9), dated('second', 5)], NOW);
    await follower.load();
    passDays(2);
    await follower.catchUp();
    expect(titles(index)).toEqual(['second']);
    passDays(4);
    await follower.catchUp();
    expect(titles(index)).toEqual([]);
  });

  it('follows an article whose date is corrected', async () => {
    const { articles, index, follower } = await openWindow();
    await articles.putMany([dated('a', 1), dated('b', 20)], NOW);
    await follower.load();
    await articles.putMany([dated('a', 20), dated('b', 1)], NOW);
    await follower.catchUp();
    expect(titles(index)).toEqual(['b']);
  });

  it('leaves what is too old by now of the articles that it is given', async () => {
    const { articles, index, follower } = await openWindow();
    const given = [dated('new', 1), dated('old', 11)];
    await articles.putMany(given, NOW);
    for (const article of given) index.put(article);
    follower.resume(
      await articles.cursor(),
      given.map(({ id, publishedAt }) => [id, Date.parse(publishedAt!)] as const),
    );
    await follower.catchUp();
    expect(titles(index)).toEqual(['new']);
  });

  it('is the whole index for 0 days', () => {
    expect(createIndexWindow(0, () => NOW)).toBeUndefined();
  });
});

async function openFollowed() {
  const { articles } = await openStore('memory:');
  const index = new ArticleIndex();
  return { articles, index, follower: createFollower(articles, index) };
}

function titles(index: ArticleIndex): string[] {
  return index
    .newest({}, { limit: 10 })
    .entries.map(({ title }) => title)
    .toSorted();
}
