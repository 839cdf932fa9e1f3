import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readArticles } from '../../../src/digest/telling/telling-parts.ts';
import { describeStory } from '../../../src/story/describe-story.ts';
import { buildCoverage } from '../../support/build-coverage.ts';
import { openNews, type OpenedNews } from '../../support/open-news.ts';

const FLOOD = buildCoverage(
  'flood',
  ['Harbour Post', 'Northlight', 'Quillfeather'],
  (hour) => `2024-03-14T0${hour}:00:00.000Z`,
);

let news: OpenedNews;
beforeEach(async () => {
  news = await openNews();
  await news.add(FLOOD, new Date('2024-03-14T06:00:00.000Z'));
});
afterEach(() => news.close());

it('lets other work run between the articles of a story', async () => {
  const [members] = await news.stories.storiesOf([FLOOD[0]!.id]);
  const story = describeStory(members!, news.index, () => true);
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
  const order: string[] = [];
  const reading = readArticles(story!.articles, 'current', { ...news, queries: [] });
  setImmediate(() => order.push('other'));
  const read = await reading;
  order.push('read');
  clock.mockRestore();
  expect(order).toEqual(['other', 'read']);
  expect(read.map(({ id }) => id)).toEqual(FLOOD.map(({ id }) => id));
});
