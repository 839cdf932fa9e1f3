import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { buildDigest } from '../../src/digest/build-digest.ts';
import type { DigestRequest } from '../../src/digest/digest-request.ts';
import type { Digest } from '../../src/digest/digest.ts';
import { NOTHING_TOLD, type Told } from '../../src/digest/told.ts';
import { sourceKey } from '../../src/ingest/sources/source.ts';
import { buildFeed } from '../support/build-source.ts';
import { buildReport } from '../support/build-news.ts';
import { openNews, type OpenedNews } from '../support/open-news.ts';

const FROM = new Date('2026-03-09T07:00:00Z');
const UNTIL = new Date('2026-03-10T07:00:00Z');
const EVENING = '2026-03-09T18:00:00.000Z';
const NIGHT = '2026-03-10T02:00:00.000Z';

const opened: OpenedNews[] = [];
afterEach(async () => {
  for (const news of opened.splice(0)) await news.close();
});

async function newsOf(articles: readonly Article[], now = new Date(NIGHT)): Promise<OpenedNews> {
  const news = await openNews();
  opened.push(news);
  await news.add(articles, now);
  return news;
}

function ask(given: Partial<DigestRequest> = {}): DigestRequest {
  return {
    from: FROM,
    until: UNTIL,
    topics: [],
    sources: [],
    storyCount: 5,
    told: NOTHING_TOLD,
    whenEmpty: 'stay-empty',
    ...given,
  };
}

async function digestOf(
  articles: readonly Article[],
  given: Partial<DigestRequest> = {},
): Promise<Digest> {
  return await buildDigest(ask(given), await newsOf(articles));
}

/** What a channel has been told after this digest. */
function toldBy({ stories }: Digest): Told {
  return {
    articleIds: new Set(stories.flatMap(({ articleIds }) => articleIds)),
    sentences: new Set(stories.flatMap(({ sentences }) => sentences.map(({ text }) => text))),
  };
}

const FLOOD = [
  buildReport('flood', 'Harbour Post', EVENING),
  buildReport('flood', 'Meridian Wire', '2026-03-09T19:00:00.000Z'),
  buildReport('flood', 'Northlight', '2026-03-09T20:00:00.000Z'),
];
const ELECTION = [
  buildReport('election', 'Harbour Post', EVENING),
  buildReport('election', 'Northlight', EVENING),
];
const COMET = [buildReport('comet', 'Meridian Wire', NIGHT)];

describe('a digest', () => {
  it('tells each event once, those of most publishers first', async () => {
    const digest = await digestOf([...COMET, ...ELECTION, ...FLOOD]);
    expect(
      digest.stories.map(({ articleIds, sources }) => [articleIds.length, sources.length]),
    ).toEqual([
      [3, 3],
      [2, 2],
      [1, 1],
    ]);
    expect(digest.articleCount).toBe(6);
    expect(digest.omissions).toEqual([]);
  });

  it('shows only sentences that are in their article word for word', async () => {
    const all = [...COMET, ...ELECTION, ...FLOOD];
    const texts = new Map(all.map(({ id, text }) => [id, text]));
    const { stories } = await digestOf(all);
    const sentences = stories.flatMap((story) => story.sentences);
    expect(sentences.length).toBeGreaterThan(5);
    for (const { articleId, start, end, text } of sentences) {
      expect(texts.get(articleId)?.slice(start, end)).toBe(text);
    }
    for (const { articleId, headline } of stories) {
      expect(all.find(({ id }) => id === articleId)?.title).toBe(headline);
    }
  });

  it('has no more stories than requested, and names the others with the reason', async () => {
    const digest = await digestOf([...COMET, ...ELECTION, ...FLOOD], { storyCount: 1 });
    expect(digest.stories).toHaveLength(1);
    expect(digest.omissions.map(({ reason, headline }) => [reason, headline.slice(0, 14)])).toEqual(
      [
        ['beyond-story-count', 'Velland elects'],
        ['beyond-story-count', 'Probe Heron re'],
      ],
    );
  });

  it('lists a bounded number of stories beyond that, and counts the rest', async () => {
    const events = Array.from({ length: 40 }, (_, number) => {
      // Of 40 events, each with words of its own.
      const words = (kind: string): string =>
        Array.from({ length: 8 }, (_n, turn) => `${kind}${number}n${turn}`).join(' ');
      const title = words('Event');
      const text = `The ${words('word')}. The ${words('more')}. The ${words('last')}.`;
      return buildReport('comet', 'Northlight', NIGHT, {
        id: `event-${number}`,
        title,
        text,
      });
    });
    const latest = buildReport('comet', 'Quill', '2026-03-10T03:00:00.000Z');
    const digest = await digestOf([latest, ...events], { storyCount: 1 });
    expect(digest.omissions).toHaveLength(30);
    expect(digest.unlistedCount).toBe(10);
  });

  it('leaves out what is too short to summarize, with the reason', async () => {
    const flash = buildReport('comet', 'Meridian Wire', NIGHT, {
      text: 'The probe Heron has landed.',
    });
    const digest = await digestOf([flash]);
    expect(digest.stories).toEqual([]);
    expect(digest.omissions).toMatchObject([{ reason: 'too-short', headline: flash.title }]);
  });

  it('tells a story by another report if the newest is too short', async () => {
    const flash = buildReport('comet', 'Quill', NIGHT, {
      text: 'The probe Heron has landed with comet dust.',
    });
    const { stories } = await digestOf([...COMET, flash]);
    expect(stories).toHaveLength(1);
    expect(stories[0]?.sentences.map(({ articleId }) => articleId)).toContain(COMET[0]?.id);
  });

  it('covers its window from the first instant to the last, exclusive', async () => {
    const at = async (publishedAt: string) =>
      (await digestOf([buildReport('comet', 'Meridian Wire', publishedAt)], {})).articleCount;
    expect(await at('2026-03-09T07:00:00.000Z')).toBe(1);
    expect(await at('2026-03-10T06:59:59.999Z')).toBe(1);
    expect(await at('2026-03-10T07:00:00.000Z')).toBe(0);
  });

  it('includes an article dated before the window that arrived within it, but no archive', async () => {
    const news = await newsOf([], new Date(NIGHT));
    const dated = (publishedAt: string, source: string) =>
      buildReport('comet', source, publishedAt);
    await news.add([dated('2026-03-09T00:00:00.000Z', 'Late Arrival')], new Date(NIGHT));
    await news.add([dated('2024-03-09T00:00:00.000Z', 'Archive')], new Date(NIGHT));
    await news.add(
      [dated('2026-03-09T06:00:00.000Z', 'Told Before')],
      new Date('2026-03-09T06:30:00Z'),
    );
    const digest = await buildDigest(ask(), news);
    expect(digest.stories.map(({ source }) => source)).toEqual(['Late Arrival']);
    // The day of its date is not over when the window begins.
    expect(digest).not.toHaveProperty('earlierCount');
    await news.add([dated('2026-03-09T06:30:00.000Z', 'Later')], new Date(NIGHT));
    expect(await buildDigest(ask(), news)).toMatchObject({ articleCount: 2, earlierCount: 1 });
  });

  it('keeps to the requested languages, whatever else the window has', async () => {
    const all = [...COMET, ...ELECTION.map((article) => ({ ...article, lang: 'fr' }))];
    const digest = await digestOf(all, { languages: ['fr', 'de'] });
    expect(digest.articleCount).toBe(ELECTION.length);
    expect(digest.stories.map(({ headline }) => headline.slice(0, 7))).toEqual(['Velland']);
    expect(await digestOf(all, { languages: [] })).toEqual(await digestOf(all));
    expect((await digestOf(all, { languages: ['it'] })).stories).toEqual([]);
    const latest = await digestOf(all, { languages: ['it'], whenEmpty: 'show-latest' });
    expect(latest.stories).toEqual([]);
  });

  it('keeps to the requested countries', async () => {
    const all = [...COMET, ...ELECTION.map((one) => ({ ...one, title: `${one.title} in Peru` }))];
    const digest = await digestOf(all, { countries: ['PE', 'CL'] });
    expect(digest.articleCount).toBe(ELECTION.length);
    expect(digest.stories.map(({ headline }) => headline.slice(0, 7))).toEqual(['Velland']);
    expect(await digestOf(all, { countries: [] })).toEqual(await digestOf(all));
    expect((await digestOf(all, { countries: ['IT'] })).stories).toEqual([]);
  });

  it('takes the places of a story from another article if the shown one names none', async () => {
    const [first, ...others] = FLOOD;
    const elsewhere = others.map((one) => ({ ...one, place: 'LIMA, Peru' }));
    const { stories } = await digestOf([first!, ...elsewhere]);
    expect(stories).toMatchObject([{ places: [{ country: 'PE', capital: true }] }]);
    expect((await digestOf(FLOOD)).stories[0]).not.toHaveProperty('places');
  });

  it('follows topics in the search language, and sources', async () => {
    const all = [...COMET, ...ELECTION, ...FLOOD];
    const topics = await digestOf(all, { topics: ['election', '"comet Aldis" -flood'] });
    expect(topics.stories.map(({ headline }) => headline.slice(0, 7))).toEqual([
      'Velland',
      'Probe H',
    ]);
    const sources = await digestOf(all, { sources: ['meridian wire'] });
    expect(new Set(sources.stories.flatMap((story) => story.sources))).toEqual(
      new Set(['Meridian Wire']),
    );
    expect(sources.stories).toHaveLength(2);
  });

  it('orders the stories of several topics by topic, and names the first topic of each', async () => {
    const all = [...COMET, ...ELECTION, ...FLOOD];
    const topics = ['comet', 'velland', 'marrow', '"comet Aldis"'];
    const { stories } = await digestOf(all, { topics });
    expect(stories.map(({ headline, topic }) => [headline.slice(0, 7), topic])).toEqual([
      ['Probe H', 'comet'],
      ['Velland', 'velland'],
      ['River A', 'marrow'],
    ]);
    const [one] = (await digestOf(all, { topics: ['comet'] })).stories;
    expect(one).not.toHaveProperty('topic');
  });

  it('counts the sources that were polled and those that answered, as far as they are wanted', async () => {
    const news = await newsOf(FLOOD);
    const sources = news.store.records('sources');
    const lastPollAt = NIGHT;
    const failures = { count: 1, since: NIGHT, reason: 'timeout', message: 'No answer.' };
    for (const feed of [
      buildFeed({ id: 'a', name: 'Harbour Post', state: { lastPollAt } }),
      buildFeed({ id: 'b', name: 'Meridian Wire', state: { lastPollAt, failures } }),
      buildFeed({ id: 'c', name: 'Own', owner: '100', state: { lastPollAt } }),
      buildFeed({ id: 'd', name: 'Other', owner: '200', state: { lastPollAt } }),
    ]) {
      await sources.put(sourceKey(feed), feed);
    }
    const polled = async (given: Partial<DigestRequest>) =>
      (await buildDigest(ask(given), news)).polled;
    expect(await polled({})).toEqual({ total: 2, answered: 1 });
    expect(await polled({ guildId: '100' })).toEqual({ total: 3, answered: 2 });
    expect(await polled({ sources: ['harbour post'] })).toEqual({ total: 1, answered: 1 });
    expect(await polled({ sources: ['Nobody'] })).toBeUndefined();
  });

  it.each([
    ['hospital', 'Engineers pumped water out of the hospital of Marrow'],
    ['"asked residents"', 'The mayor of Marrow asked residents'],
    ['election', undefined],
  ])('tells the stories of the topic %s in sentences about it', async (topic, said) => {
    const { stories } = await digestOf([...FLOOD, ...ELECTION], { topics: [topic, 'comet'] });
    expect(stories).toHaveLength(1);
    const [{ sentences }] = stories as [Digest['stories'][0]];
    const texts = sentences.map(({ text }) => text).join(' ');
    expect(texts).toContain(said ?? 'Velland');
    expect(texts.toLowerCase()).toContain(topic.replaceAll('"', ''));
  });

  it('says when the first article of a story was published, or on which day', async () => {
    const firstOf = async (given: Partial<Article>) => {
      const { stories } = await digestOf([{ ...FLOOD[0]!, ...given }, ...FLOOD.slice(1)]);
      const { firstAt, firstDayOnly } = stories[0]!;
      return [firstAt, firstDayOnly];
    };
    expect(await firstOf({})).toEqual([EVENING, undefined]);
    const day = '2026-03-09T00:00:00.000Z';
    expect(await firstOf({ publishedAt: day, dayOnly: true })).toEqual([day, true]);
  });

  it('names the place that an article was written in', async () => {
    const { stories } = await digestOf([{ ...FLOOD[0]!, place: 'MARROW' }]);
    expect(stories[0]?.place).toBe('MARROW');
  });
});

describe('a channel that was told before', () => {
  it('is not told the same again, and the omission says so', async () => {
    const told = toldBy(await digestOf(FLOOD));
    const digest = await digestOf([...FLOOD, ...COMET], { told });
    expect(digest.stories.map(({ source }) => source)).toEqual(['Meridian Wire']);
    expect(digest.stories[0]?.headline).toMatch(/Heron/);
    expect(digest.omissions).toMatchObject([{ reason: 'already-told' }]);
  });

  it('is told an update when new reports continue a story, in sentences that it has not read', async () => {
    const before = await digestOf(FLOOD);
    const told = toldBy(before);
    const more = buildReport('flood', 'Quillfeather', NIGHT, {
      text: 'Soldiers closed the broken dike of the river Anse at Marrow with a barge full of stones on Tuesday. The river Anse then fell by a metre, and residents of Marrow returned to their houses. The mayor of Marrow thanked rescuers who had carried residents from flooded houses.',
    });
    const news = await newsOf(FLOOD, new Date('2026-03-09T20:30:00Z'));
    await news.add([more], new Date(NIGHT));
    const from = new Date('2026-03-09T21:00:00Z');
    const digest = await buildDigest(ask({ told, from }), news);
    expect(digest.stories).toMatchObject([
      { update: true, articleId: more.id, storyId: before.stories[0]?.storyId },
    ]);
    for (const { text } of digest.stories[0]?.sentences ?? [])
      expect(told.sentences).not.toContain(text);
    expect(digest.articleCount).toBe(1);
  });

  it('is not told an update that says nothing but what it has read', async () => {
    const told = toldBy(await digestOf(FLOOD));
    const reprint = buildReport('flood', 'Reprinter', NIGHT, { text: FLOOD[0]?.text ?? '' });
    const everything = new Set(FLOOD.flatMap(({ text }) => text.split(/(?<=\.)\s+/)));
    const digest = await digestOf([...FLOOD, reprint], {
      told: { ...told, sentences: everything },
    });
    expect(digest.stories).toEqual([]);
    expect(digest.omissions).toMatchObject([{ reason: 'already-told' }]);
  });

  it('is told a first report without the word update', async () => {
    const told = toldBy(await digestOf(FLOOD));
    const digest = await digestOf([...FLOOD, ...COMET], { told });
    expect(digest.stories).toMatchObject([{ update: false }]);
  });
});

describe('a window without news', () => {
  const old = [
    buildReport('flood', 'Harbour Post', '2023-09-11T10:00:00.000Z'),
    buildReport('election', 'Northlight', '2024-02-01T10:00:00.000Z'),
    buildReport('comet', 'Meridian Wire', '2024-06-15T10:00:00.000Z'),
  ];

  it('gives an empty digest', async () => {
    expect(await digestOf(old)).toEqual({
      from: FROM.toISOString(),
      until: UNTIL.toISOString(),
      articleCount: 0,
      sourceCount: 0,
      stories: [],
      omissions: [],
    });
  });

  it('shows the latest stories of the store if requested, and since when there has been no news', async () => {
    const digest = await digestOf(old, { whenEmpty: 'show-latest', storyCount: 2 });
    expect(digest.noNewsSince).toBe('2024-06-15T10:00:00.000Z');
    expect(digest.stories.map(({ source }) => source)).toEqual(['Meridian Wire', 'Northlight']);
    expect(digest.articleCount).toBe(0);
  });

  it('says no later date than that of what it tells, whatever cannot be told or is a copy', async () => {
    const [, one, two] = ['Harbour Post', 'Meridian Wire', 'Northlight'].map((source, day) =>
      buildReport('flood', source, `2024-06-1${day}T10:00:00.000Z`),
    );
    const copy = buildReport('flood', 'Reprinter', '2024-06-14T10:00:00.000Z', { text: two!.text });
    const short = buildReport('comet', 'Northlight', '2024-06-15T10:00:00.000Z', { text: 'Dust.' });
    const digest = await digestOf([one!, two!, copy, short], { whenEmpty: 'show-latest' });
    expect(digest.stories.map(({ publishedAt }) => publishedAt)).toEqual([digest.noNewsSince]);
    expect(digest.omissions.map(({ reason }) => reason)).toEqual(['too-short']);
  });

  it('ranks what came on the day of the last news as other digests do, and what is older by date', async () => {
    const day = '2024-06-15';
    const digest = await digestOf(
      [
        ...['Harbour Post', 'Meridian Wire'].map((source) =>
          buildReport('flood', source, `${day}T08:00:00.000Z`),
        ),
        buildReport('comet', 'Meridian Wire', `${day}T10:00:00.000Z`),
        buildReport('strike', 'Northlight', '2024-06-14T23:00:00.000Z'),
        ...['Harbour Post', 'Northlight'].map((source) =>
          buildReport('election', source, '2024-06-14T10:00:00.000Z'),
        ),
      ],
      { whenEmpty: 'show-latest' },
    );
    const events = digest.stories.map(({ headline }) => headline.split(' ')[0]);
    expect(events).toEqual(['River', 'Probe', 'Ferry', 'Velland']);
  });

  it('dates the last news at noon if only its day is known, so that no zone shows the day before', async () => {
    const dayOnly = buildReport('flood', 'Harbour Post', '2024-06-15T00:00:00.000Z', {
      dayOnly: true,
    });
    const digest = await digestOf([dayOnly], { whenEmpty: 'show-latest' });
    expect(digest.noNewsSince).toBe('2024-06-15T12:00:00.000Z');
  });

  it('says nothing of the latest stories when there is news', async () => {
    const digest = await digestOf([...old, ...ELECTION], { whenEmpty: 'show-latest' });
    expect(digest).not.toHaveProperty('noNewsSince');
    expect(digest.stories).toHaveLength(1);
  });

  it('is empty for an empty store', async () => {
    const digest = await digestOf([], { whenEmpty: 'show-latest' });
    expect(digest).toMatchObject({ stories: [], articleCount: 0 });
    expect(digest).not.toHaveProperty('noNewsSince');
  });
});

describe('the same articles in another order', () => {
  const all = [
    ...FLOOD,
    ...ELECTION,
    ...COMET,
    buildReport('strike', 'Harbour Post', NIGHT),
    // Only ids can decide between copies of the same hour.
    buildReport('strike', 'Reprinter', NIGHT, {
      text: buildReport('strike', 'Harbour Post', NIGHT).text,
    }),
  ];
  const told: Told = { articleIds: new Set([FLOOD[0]?.id ?? '']), sentences: new Set() };

  it('give the same bytes', async () => {
    const expected = JSON.stringify(await buildDigest(ask({ told }), await newsOf(all)));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async (shuffled) => {
        const built = await buildDigest(ask({ told }), await newsOf(shuffled));
        expect(JSON.stringify(built)).toBe(expected);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a digest of one story', () => {
  it('tells that story alone, whichever of its articles names it', async () => {
    for (const { id } of FLOOD) {
      const digest = await digestOf([...COMET, ...ELECTION, ...FLOOD], { storyId: id });
      expect(digest.stories.map(({ articleIds }) => articleIds.length)).toEqual([3]);
      expect(digest).toMatchObject({ articleCount: 3, omissions: [] });
    }
  });

  it('is empty if its article is gone or for another server', async () => {
    const own = FLOOD.map((article) => ({ ...article, onlyFor: '100' }));
    const articles = [...COMET, ...own];
    expect((await digestOf(articles, { storyId: 'gone' })).stories).toEqual([]);
    expect((await digestOf(articles, { storyId: FLOOD[0]!.id, guildId: '@300' })).stories).toEqual(
      [],
    );
  });

  it('shows what there was of it if the window holds nothing', async () => {
    const old = FLOOD.map((article) => ({ ...article, publishedAt: '2026-03-01T07:00:00.000Z' }));
    const news = await newsOf([...COMET, ...old], new Date('2026-03-01T08:00:00Z'));
    const request = ask({ storyId: old[0]!.id, whenEmpty: 'show-latest' });
    const { stories, noNewsSince } = await buildDigest(request, news);
    expect(stories.map(({ headline }) => headline)).toEqual([
      expect.stringContaining('River Anse floods'),
    ]);
    expect(noNewsSince).toBe('2026-03-01T07:00:00.000Z');
  });
});
