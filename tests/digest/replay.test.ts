import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { buildEdition } from '../../src/digest/build-edition.ts';
import type { Digest, DigestStory } from '../../src/digest/digest.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { prepareDigest } from '../../src/digest/prepare-digest.ts';
import { buildSubscription } from '../support/build-subscription.ts';
import { openNews } from '../support/open-news.ts';
import { readSamples } from '../support/read-samples.ts';

const DAY_MS = 86_400_000;
const MORNING_MS = 7 * 3_600_000;

/** By title, the event that a sample article reports. */
const EVENTS = new Map(
  Object.entries(
    JSON.parse(
      readFileSync(join(import.meta.dirname, '../story/sample-events.json'), 'utf8'),
    ) as Record<string, string[]>,
  ).flatMap(([event, titles]) => titles.map((title) => [title, event] as const)),
);

/** The digests of every morning after a day with news, as articles arrive and the channel is told. */
async function replay(articles: readonly Article[]): Promise<Digest[]> {
  const news = await openNews();
  const subscription = buildSubscription({ storyCount: 5 });
  const days = new Set(
    articles.map(({ publishedAt = '' }) => Math.floor(Date.parse(publishedAt) / DAY_MS)),
  );
  const digests: Digest[] = [];
  const past: Edition[] = [];
  // The day after news is told too, when a story could come back without any.
  const mornings = new Set([...days].flatMap((day) => [day + 1, day + 2]));
  for (const day of [...mornings].toSorted((a, b) => a - b)) {
    const slot = new Date(day * DAY_MS + MORNING_MS);
    const arrived = articles.filter(({ publishedAt = '' }) => {
      const at = Date.parse(publishedAt);
      return at < slot.getTime() && at >= (Date.parse(past.at(-1)?.slot ?? '') || 0);
    });
    await news.add(arrived, new Date(slot.getTime() - 60_000));
    const digest = await prepareDigest(subscription, slot, past, news);
    const state = { kind: 'posted', at: slot.toISOString(), messageId: '1' } as const;
    past.push(buildEdition({ subscription, slot, late: false, digest, state }));
    digests.push(digest);
  }
  await news.close();
  return digests;
}

const eventOf = ({ headline }: DigestStory): string | undefined => EVENTS.get(headline);

describe('the digests of every morning over the sample articles', async () => {
  const samples = await readSamples();
  const digests = await replay(samples);
  const stories = digests.flatMap((digest) => digest.stories);

  it('tell the news of two years', () => {
    expect(digests.length).toBeGreaterThan(50);
    expect(stories.length).toBeGreaterThan(30);
    expect(new Set(stories.map(eventOf)).size).toBeGreaterThan(17);
    expect(stories.filter(({ update }) => update).length).toBeGreaterThan(5);
  });

  it('never tell one event as two stories', () => {
    const twice = digests.filter(({ stories: told }) => {
      const events = told.map(eventOf);
      return new Set(events).size < events.length;
    });
    expect(twice).toEqual([]);
  });

  it('tell a story again only as an update, with what nobody has read, from newer articles', () => {
    const told = new Map<string, number>();
    const sentences = new Set<string>();
    for (const digest of digests) {
      for (const story of digest.stories) {
        const lastTold = told.get(eventOf(story) ?? '');
        // Two weeks later nobody remembers.
        const isAgain = lastTold !== undefined && Date.parse(digest.until) - lastTold < 14 * DAY_MS;
        expect([story.headline, story.update]).toEqual([story.headline, isAgain]);
        for (const { text } of story.sentences) {
          expect(sentences).not.toContain(text);
          sentences.add(text);
        }
        const earliest = isAgain ? lastTold - DAY_MS : 0;
        expect(Date.parse(story.publishedAt!)).toBeGreaterThan(earliest);
        told.set(eventOf(story) ?? '', Date.parse(digest.until));
      }
    }
  });

  it('show every sentence word for word at its offsets, with the address of its article', () => {
    const byId = new Map(samples.map((article) => [article.id, article]));
    for (const { articleId, start, end, text, url, source } of stories.flatMap(
      (story) => story.sentences,
    )) {
      const article = byId.get(articleId)!;
      expect(article.text.slice(start, end)).toBe(text);
      expect([url, source]).toEqual([article.url, article.source]);
    }
  });
});
