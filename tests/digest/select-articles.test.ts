import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { selectArticles } from '../../src/digest/select-articles.ts';
import { parseQuery } from '../../src/index/query/parse-query.ts';
import { buildReport } from '../support/build-news.ts';
import { openNews, type OpenedNews } from '../support/open-news.ts';

const FROM = new Date('2024-03-14T00:00:00.000Z');
const UNTIL = new Date('2024-03-14T08:00:00.000Z');
const FLOOD = buildReport('flood', 'Harbour Post', '2024-03-14T06:00:00.000Z');
const COMET = buildReport('comet', 'Northlight', '2024-03-14T05:00:00.000Z');

let news: OpenedNews;
beforeEach(async () => {
  news = await openNews();
  await news.add([FLOOD, COMET], UNTIL);
});
afterEach(() => news.close());

it('lets other work run between the topics of a digest', async () => {
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
  const topics = ['comet', 'flood'].map((topic) => parseQuery(topic, UNTIL));
  const order: string[] = [];
  const selecting = selectArticles({ topics, sources: [], from: FROM, until: UNTIL }, news.index);
  setImmediate(() => order.push('other'));
  const selected = await selecting;
  order.push('selected');
  clock.mockRestore();
  expect(order).toEqual(['other', 'selected']);
  expect(selected.map(({ id, topic }) => [id, topic])).toEqual([
    [FLOOD.id, 1],
    [COMET.id, 0],
  ]);
});
