import { afterEach, describe, expect, it } from 'vitest';
import { previewDigest } from '../../src/digest/prepare-digest.ts';
import type { AttachPictures } from '../../src/discord/pictures/attach-pictures.ts';
import type { Message } from '../../src/render/message.ts';
import { renderDigest } from '../../src/render/render-digest.ts';
import { prepareDigests } from '../../src/run/prepare-digests.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
import { buildArticle } from '../support/build-article.ts';
import { collectLog, type LogLine } from '../support/collect-log.ts';
import { openNews, type OpenedNews } from '../support/open-news.ts';

const NOW = new Date('2024-03-14T12:00:00.000Z');
const LATER = new Date(NOW.getTime() + 1);
const NEWS = [
  buildArticle({ title: 'Dam fails above Derna in Libya' }),
  buildArticle({ title: 'Paris opens its river to swimmers', source: 'Northlight' }),
  buildArticle({ title: 'Un pont est fermé à Lyon', source: 'Le Quai', lang: 'fr' }),
];

let opened: OpenedNews | undefined;
afterEach(() => opened?.close());

async function open(articles = NEWS): Promise<OpenedNews> {
  opened = await openNews();
  await opened.add(articles, NOW);
  return opened;
}

function ask(news: OpenedNews, languages: string[]) {
  const asked = { channelId: '1', topics: [], sources: [], countries: [], storyCount: 5 };
  return previewDigest({ ...asked, languages }, LATER, news.store.records('editions'), news);
}

interface Prepared {
  /** The messages whose pictures were drawn. */
  readonly drawn: readonly Message[];
  readonly lines: readonly LogLine[];
}

async function prepare(news: OpenedNews, signal = new AbortController().signal): Promise<Prepared> {
  const { log, lines } = collectLog();
  const drawn: Message[] = [];
  const attachPictures: AttachPictures = async (message) => {
    drawn.push(message);
    return message;
  };
  const editions = news.store.records('editions');
  await prepareDigests({ news, editions, attachPictures, now: () => NOW, log }, signal);
  return { drawn, lines };
}

describe('digests that are prepared', () => {
  it.each([{ languages: [] }, { languages: ['en'] }])(
    'leave no article to read for the next one, with $languages',
    async ({ languages }) => {
      let read = 0;
      const readingOf: typeof buildReading = (article) => {
        read += 1;
        return buildReading(article);
      };
      const news = { ...(await open()), readingOf };
      await prepare(news);
      expect(read).toBeGreaterThan(0);
      read = 0;
      const digest = await ask(news, languages);
      expect(digest.stories.length).toBeGreaterThan(0);
      expect(read).toBe(0);
    },
  );

  it('have the map drawn that the next one shows', async () => {
    const news = await open();
    const { drawn } = await prepare(news);
    const next = renderDigest(await ask(news, []));
    expect(next.pictures).toHaveLength(1);
    expect(drawn.flatMap(({ pictures = [] }) => pictures)).toContainEqual(next.pictures![0]);
  });

  it('are none if no article is stored', async () => {
    expect(await prepare(await open([]))).toEqual({ drawn: [], lines: [] });
  });

  it('are none once the bot ends', async () => {
    expect((await prepare(await open(), AbortSignal.abort())).drawn).toEqual([]);
  });

  it('harm nothing if one fails, which is logged for those who look for it', async () => {
    const news = await open();
    const stories = { storiesOf: () => Promise.reject(new Error('the store is away')) };
    const { lines } = await prepare({ ...news, stories } as unknown as OpenedNews);
    expect(lines.map(({ level, msg }) => ({ level, msg }))).toEqual([
      { level: 20, msg: 'no digest was prepared' },
    ]);
  });
});
