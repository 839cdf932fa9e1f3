import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { replayNews } from '../../src/run/replay-news.ts';
import { openNews } from '../support/open-news.ts';
import { readSamples } from '../support/read-samples.ts';

const CHANNEL = { guildId: '100', channelId: '200' };

/** The titles of the samples by event. */
const EVENTS = Object.entries(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../story/sample-events.json'), 'utf8'),
  ) as Record<string, string[]>,
);
const eventOf = (headline: string) => EVENTS.find(([, titles]) => titles.includes(headline))?.[0];

describe('the last editions of old news', () => {
  it('tell the samples in several stories of several publishers, one of them again, with an update', async () => {
    const news = await openNews();
    onTestFinished(() => news.close());
    const samples = await readSamples();
    // They arrive years after their dates.
    await news.add(samples, new Date('2026-05-04T08:00:00Z'));
    const newestAt = Math.max(...samples.map(({ publishedAt = '' }) => Date.parse(publishedAt)));
    const editions = await replayNews(CHANNEL, newestAt, news);
    const stories = editions.flatMap(({ digest }) => digest.stories);
    expect(stories.filter(({ sources }) => sources.length > 1).length).toBeGreaterThan(5);
    expect(stories.filter(({ update }) => update)).toHaveLength(1);
    const told = stories.filter(({ update }) => !update).map(({ headline }) => eventOf(headline));
    expect(told).not.toContain(undefined);
    expect(new Set(told).size).toBe(told.length);
    const update = stories.find((story) => story.update);
    expect(told).toContain(eventOf(update?.headline ?? ''));
    expect(editions.at(-1)?.digest.stories).toContain(update);
    expect(editions.every((edition) => edition.channelId === CHANNEL.channelId)).toBe(true);
  });

  it('are none if there is no news', async () => {
    const news = await openNews();
    onTestFinished(() => news.close());
    expect(await replayNews(CHANNEL, Date.parse('2026-05-04T08:00:00Z'), news)).toEqual([]);
  });
});
