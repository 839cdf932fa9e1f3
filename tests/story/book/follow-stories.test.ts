import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleStore } from '../../../src/store/article-store.ts';
import { followStories } from '../../../src/story/book/follow-stories.ts';
import { StoryBook } from '../../../src/story/book/story-book.ts';
import { buildCoverage } from '../../support/build-coverage.ts';
import { openTestStore, type TestStore } from '../../support/open-test-store.ts';

const NOW = new Date('2024-03-14T12:00:00.000Z');
const FLOOD = buildCoverage('flood', ['Post', 'Wire', 'Courier'], (position) =>
  new Date(NOW.getTime() - (9 - position) * 3_600_000).toISOString(),
);
const IDS = FLOOD.map(({ id }) => id);

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

describe('the stories of a store', () => {
  it('are those of all articles that are stored when somebody asks', async () => {
    const { articles } = store;
    await articles.putMany(FLOOD.slice(0, 2), NOW);
    const stories = followStories(articles, new StoryBook());
    expect(await stories.storiesOf(IDS)).toMatchObject([{ articleIds: IDS.slice(0, 2) }]);
    await articles.putMany(FLOOD.slice(2), NOW);
    expect(await stories.storiesOf([IDS[2]!])).toMatchObject([{ id: IDS[0], articleIds: IDS }]);
    await articles.remove(IDS[0]!);
    expect(await stories.storiesOf(IDS)).toMatchObject([{ articleIds: IDS.slice(1) }]);
  });

  it('are the same in another process, whatever it was asked before', async () => {
    const { articles } = store;
    const first = followStories(articles, new StoryBook());
    for (const article of FLOOD.toReversed()) {
      await articles.putMany([article], NOW);
      await first.storiesOf(IDS);
    }
    const second = followStories(articles, new StoryBook());
    await second.keepUp();
    expect(await second.storiesOf(IDS)).toEqual(await first.storiesOf(IDS));
  });

  it('are not read or joined to the end if the app is to end', async () => {
    await store.articles.putMany(FLOOD, NOW);
    const end = new AbortController();
    const stories = followStories(store.articles, new StoryBook(end.signal), end.signal);
    const reading = stories.keepUp();
    const asking = stories.storiesOf(IDS);
    end.abort(new Error('the end'));
    await expect(reading).rejects.toThrow('the end');
    await expect(asking).rejects.toThrow('I am being stopped. Please ask again when I am back.');

    const ending = new AbortController();
    const book = new StoryBook(ending.signal);
    for (const article of FLOOD) book.put(article);
    const joining = book.settle();
    ending.abort(new Error('the end'));
    await expect(joining).rejects.toThrow('the end');
    expect(book.progress).toBeLessThan(1);
  });

  it('are read again after the store has failed', async () => {
    await store.articles.putMany(FLOOD, NOW);
    let failures = 1;
    const articles: ArticleStore = {
      ...store.articles,
      cursor: async () => {
        if (failures-- > 0) throw new Error('The disk is gone.');
        return await store.articles.cursor();
      },
    };
    const stories = followStories(articles, new StoryBook());
    await expect(stories.storiesOf(IDS)).rejects.toThrow('The disk is gone.');
    expect(await stories.storiesOf(IDS)).toHaveLength(1);
  });
});
