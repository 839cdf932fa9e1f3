import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import type { Alert } from '../../../src/digest/alerts/alert.ts';
import {
  findAlertStories,
  type AlertingSubscription,
} from '../../../src/digest/alerts/find-alert-stories.ts';
import { planAlerts } from '../../../src/digest/alerts/plan-alerts.ts';
import { prepareAlert } from '../../../src/digest/alerts/prepare-alert.ts';
import type { Edition } from '../../../src/digest/edition.ts';
import type { StoryArticle } from '../../../src/story/story.ts';
import { buildDigest, buildDigestStory } from '../../support/build-digest.ts';
import { buildArticle } from '../../support/build-article.ts';
import { buildCoverage } from '../../support/build-coverage.ts';
import { buildEdition, buildSubscription } from '../../support/build-subscription.ts';
import { openNews, type OpenedNews } from '../../support/open-news.ts';

const at = (hour: number): string => `2024-03-14T0${hour}:00:00.000Z`;
const NOW = new Date('2024-03-14T06:00:00.000Z');
const ALERT = { voices: 3, hours: 6, perDay: 2 };

/** Reports on the flood: three voices from 01:00 to 03:00. */
const FLOOD = buildCoverage('flood', ['Harbour Post', 'Northlight', 'Quillfeather'], (hour) =>
  at(hour + 1),
);

const opened: OpenedNews[] = [];
afterEach(async () => {
  for (const news of opened.splice(0)) await news.close();
});

async function newsOf(articles: readonly Article[]): Promise<OpenedNews> {
  const news = await openNews();
  opened.push(news);
  await news.add(articles, NOW);
  return news;
}

const alerting = (given: Partial<AlertingSubscription> = {}): AlertingSubscription => ({
  ...buildSubscription(),
  alert: ALERT,
  ...given,
});

async function find(
  articles: readonly Article[],
  given: Partial<AlertingSubscription> = {},
  now = NOW,
) {
  return await findAlertStories(alerting(given), now, await newsOf(articles));
}

async function plan(
  articles: readonly Article[],
  past: readonly Edition[] = [],
  given: Partial<AlertingSubscription> = {},
) {
  return planAlerts(alerting(given), await find(articles, given), past, NOW);
}

/** An edition that told some articles in one story. */
function tell(articles: readonly Article[], given: Partial<Edition> = {}): Edition {
  const articleIds = articles.map(({ id }) => id);
  const story = buildDigestStory({ article: articles[0]!, articleIds });
  return buildEdition({
    slot: '2024-03-13T08:00:00.000Z',
    digest: buildDigest({ stories: [story] }),
    ...given,
  });
}

const raised = (storyId: string) => ({ storyId, voices: 3, hours: 6 });

describe('stories of before a store was restored', () => {
  it('raise nothing, because the channel may have been told of them', async () => {
    const news = await newsOf(FLOOD);
    const found = (notBefore: string) =>
      findAlertStories(alerting(), NOW, news, new Date(notBefore));
    expect(await found(at(1))).toHaveLength(1);
    expect(await found('2024-03-14T01:30:00.000Z')).toEqual([]);
  });
});

describe('a story', () => {
  it('is found when enough voices report it within the hours', async () => {
    const [story, ...others] = await find(FLOOD);
    expect(others).toEqual([]);
    expect(story?.current.map(({ id }) => id)).toEqual(FLOOD.map(({ id }) => id));
  });

  it.each<[string, readonly Article[], Partial<AlertingSubscription>]>([
    ['fewer voices', FLOOD.slice(1), {}],
    ['a copy of one text as the third', [...FLOOD.slice(1), copyOf(FLOOD[1]!)], {}],
    ['a second report of one publisher', [...FLOOD.slice(1), again(FLOOD[1]!)], {}],
    ['a voice that is older', FLOOD, { alert: { ...ALERT, hours: 4 } }],
    [
      'a voice of another publisher than wanted',
      FLOOD,
      { sources: ['Northlight', 'Quillfeather'] },
    ],
    ['another topic', FLOOD, { topics: ['comet'] }],
  ])('is not found with %s', async (_, articles, given) => {
    expect(await find(articles, given)).toEqual([]);
  });

  it('is found by its topic even if not every report has the word', async () => {
    expect(await find(FLOOD, { topics: ['sandbags'] })).toHaveLength(1);
  });

  it('is not found by reports that are dated after the present', async () => {
    expect(await find(FLOOD, {}, new Date('2024-03-14T02:30:00.000Z'))).toEqual([]);
  });

  it('is found for a server only by what it may see', async () => {
    const own = FLOOD.map((article) => ({ ...article, onlyFor: '100' }));
    expect(await find(own)).toHaveLength(1);
    expect(await find(own, { guildId: '101' })).toEqual([]);
  });
});

describe('an alert', () => {
  it('is raised on a story that the channel was not told', async () => {
    expect(await plan(FLOOD)).toEqual([{ storyId: FLOOD[0]!.id, voices: 3, hours: 6 }]);
  });

  it('is raised once, even if its story has grown since, and if it was not delivered', async () => {
    const alert = raised(FLOOD[1]!.id);
    const outcome = { kind: 'given-up', detail: '' } as const;
    const failed = { kind: 'failed', at: NOW.toISOString(), outcome } as const;
    expect(await plan(FLOOD, [tell(FLOOD.slice(1, 2), { alert })])).toEqual([]);
    expect(await plan(FLOOD, [tell(FLOOD.slice(1, 2), { alert, state: failed })])).toEqual([]);
  });

  it('is not raised on a story that an alert of another schedule told the channel', async () => {
    const other = tell(FLOOD, { subscriptionId: 'sub-2', alert: raised(FLOOD[0]!.id) });
    expect(await plan(FLOOD, [other])).toEqual([]);
  });

  it('is not raised on a story that a digest told, unless as many new voices report it', async () => {
    const sources = ['Harbour Post', 'Northlight', 'Quillfeather', 'Meridian Wire'];
    const four = buildCoverage('flood', sources, (hour) => at(hour + 1));
    const alert = { ...ALERT, voices: 2 };
    const told = [tell(four.slice(0, 2))];
    expect(await plan(four.slice(0, 2), told, { alert })).toEqual([]);
    expect(await plan(four.slice(0, 3), told, { alert })).toEqual([]);
    expect(await plan(four, told, { alert })).toMatchObject([{ voices: 2 }]);
  });

  it('is raised so often a day in the zone of the schedule', async () => {
    const past = (slot: string): Edition =>
      tell([], { slot, alert: raised(slot), digest: buildDigest() });
    const yesterday = ['2024-03-13T22:00:00.000Z', '2024-03-13T23:30:00.000Z'].map(past);
    expect(await plan(FLOOD, yesterday)).toHaveLength(1);
    const schedule = { cron: '0 8 * * *', zone: 'Europe/Paris' };
    expect(await plan(FLOOD, yesterday, { schedule })).toHaveLength(1);
    expect(
      await plan(FLOOD, [...yesterday, past('2024-03-14T05:00:00.000Z')], { schedule }),
    ).toEqual([]);
    expect(await plan(FLOOD, [...yesterday, past('2024-03-14T05:00:00.000Z')])).toHaveLength(1);
  });
});

describe('the digest of an alert', () => {
  const STRIKE = buildCoverage('strike', ['Northlight'], () => at(4));

  it('tells its story alone, in sentences of its articles', async () => {
    const news = await newsOf([...FLOOD, ...STRIKE]);
    const digest = await prepareAlert(alerting(), raised(FLOOD[0]!.id), NOW, [], news);
    expect(digest.stories).toMatchObject([{ articleIds: FLOOD.map(({ id }) => id), voices: 3 }]);
    expect(digest).toMatchObject({ articleCount: 3, sourceCount: 3, omissions: [] });
    const texts = new Map(FLOOD.map(({ id, text }) => [id, text]));
    for (const { articleId, start, end, text } of digest.stories[0]!.sentences) {
      expect(texts.get(articleId)?.slice(start, end)).toBe(text);
    }
  });

  it('has no story if the channel knows all of it', async () => {
    const news = await newsOf(FLOOD);
    const digest = await prepareAlert(alerting(), raised(FLOOD[0]!.id), NOW, [tell(FLOOD)], news);
    expect(digest.stories).toEqual([]);
  });
});

function copyOf(article: Article): Article {
  const { title, text } = article;
  return buildArticle({
    title,
    text,
    source: 'Copy',
    publishedAt: at(4),
    url: 'https://copy.example/',
  });
}

/** Another report of an article's publisher. */
function again({ source = '' }: Article): Article {
  const [, , , other] = buildCoverage('flood', ['', '', '', source], () => at(4));
  return other!;
}

describe('alerts over days', () => {
  const HOUR_MS = 3_600_000;
  /** The hours at which publishers report each of some events. */
  const events = fc.array(fc.array(fc.integer({ min: 0, max: 71 }), { maxLength: 8 }), {
    maxLength: 8,
  });
  const alerts = fc.record({
    voices: fc.integer({ min: 1, max: 4 }),
    hours: fc.integer({ min: 1, max: 48 }),
    perDay: fc.integer({ min: 1, max: 3 }),
  });

  /** Raises what is due at every hour of three days. */
  function replay(given: readonly (readonly number[])[], alert: Alert): Edition[] {
    const past: Edition[] = [];
    const start = Date.parse('2024-03-14T00:00:00.000Z');
    for (let hour = 0; hour < 72; hour += 1) {
      const now = new Date(start + hour * HOUR_MS);
      const stories = given.flatMap((hours, event) => {
        const articles = hours
          .map((since, position) =>
            buildStoryArticle(`${event}-${position}`, start + since * HOUR_MS),
          )
          .filter((article) => article.at < now.getTime())
          .toSorted((a, b) => a.at - b.at);
        const from = now.getTime() - alert.hours * HOUR_MS;
        const current = articles.filter((article) => article.at >= from);
        return current.length < alert.voices ? [] : [{ id: articles[0]!.id, articles, current }];
      });
      for (;;) {
        const [next] = planAlerts(alerting({ alert }), stories, past, now);
        if (!next) break;
        const story = stories.find(({ id }) => id === next.storyId)!;
        past.push(
          buildEdition({
            slot: now.toISOString(),
            alert: next,
            digest: buildDigest({
              stories: [buildDigestStory({ articleIds: story.articles.map(({ id }) => id) })],
            }),
          }),
        );
      }
    }
    return past;
  }

  it('raise each event once, by enough voices, and no more than so many a day', () => {
    fc.assert(
      fc.property(events, alerts, (given, alert) => {
        const editions = replay(given, alert);
        const names = editions.map((edition) => edition.alert!.storyId.split('-')[0]);
        expect(new Set(names).size).toBe(names.length);
        for (const edition of editions) {
          expect(edition.alert!.voices).toBeGreaterThanOrEqual(alert.voices);
          const day = edition.slot.slice(0, 10);
          const sameDay = editions.filter(({ slot }) => slot.startsWith(day));
          expect(sameDay.length).toBeLessThanOrEqual(alert.perDay);
        }
      }),
    );
  });
});

function buildStoryArticle(id: string, time: number): StoryArticle {
  const source = `Paper ${id}`;
  return { id, title: id, lang: 'en', source, at: time, seenAt: time, length: 100, voice: id };
}
