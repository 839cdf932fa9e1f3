import { afterEach, describe, expect, it } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { traceDigest } from '../../../src/digest/build-digest.ts';
import type { DigestRequest } from '../../../src/digest/digest-request.ts';
import type { DigestStory } from '../../../src/digest/digest.ts';
import { NOTHING_TOLD } from '../../../src/digest/told.ts';
import { judgeArticle, type AskedDigest } from '../../../src/digest/why/judge-article.ts';
import { judgeStory } from '../../../src/digest/why/judge-story.ts';
import { findFailed } from '../../../src/digest/why/stage.ts';
import { buildCoverage } from '../../support/build-coverage.ts';
import { buildReport } from '../../support/build-news.ts';
import { openNews, type OpenedNews } from '../../support/open-news.ts';

const FROM = new Date('2026-03-09T07:00:00Z');
const UNTIL = new Date('2026-03-10T07:00:00Z');
const EVENING = '2026-03-09T18:00:00.000Z';
const NIGHT = '2026-03-10T02:00:00.000Z';

let opened: OpenedNews | undefined;
afterEach(() => opened?.close());

/** Asks about an article in a digest of some articles. `shown` is what its message has room for: by default all. */
async function ask(
  id: string,
  articles: readonly Article[],
  given: Partial<DigestRequest> = {},
  shownOf: (stories: readonly DigestStory[]) => readonly DigestStory[] = (stories) => stories,
) {
  opened = await openNews();
  await opened.add(articles, new Date(NIGHT));
  const request: DigestRequest = {
    from: FROM,
    until: UNTIL,
    topics: [],
    sources: [],
    storyCount: 5,
    told: NOTHING_TOLD,
    whenEmpty: 'stay-empty',
    ...given,
  };
  const trace = await traceDigest(request, opened);
  const asked: AskedDigest = { trace, shown: shownOf(trace.digest.stories) };
  const reports = judgeArticle(opened.index.entry(id)!, asked);
  const [members] = await opened.stories.storiesOf([id]);
  const story = judgeStory(
    members!.articleIds.map((each) => opened!.index.entry(each)!),
    asked,
  );
  return { reports, failed: findFailed(reports), story, storyFailed: findFailed(story.stages) };
}

const COMET = buildReport('comet', 'Meridian Wire', NIGHT);
const FLOOD = buildCoverage('flood', ['Harbour Post', 'Meridian Wire'], (at) =>
  at === 0 ? EVENING : '2026-03-09T19:00:00.000Z',
);
/** Ten reports on one event, in words of their own. */
const MANY = Array.from({ length: 10 }, (_, number) => {
  const facts =
    'river Anse flooded streets Marrow dike rescuers boats residents hospital bridge mayor';
  const words = facts.split(' ').map((word, at) => `${word} its ${'abcdefghij'[number]}${at}word`);
  return buildReport('flood', `Paper ${number}`, `2026-03-09T1${number}:00:00.000Z`, {
    title: 'River Anse floods the old town of Marrow',
    text: `The ${words.slice(0, 6).join(' ')}. The ${words.slice(6).join(' ')}.`,
  });
});
const told = (...ids: string[]) => ({
  told: { articleIds: new Set(ids), sentences: new Set<string>() },
});

describe('what stops an article', () => {
  it('is nothing if it is shown', async () => {
    const { reports, storyFailed, story } = await ask(COMET.id, [COMET]);
    expect(reports.map(({ outcome }) => outcome)).toEqual(reports.map(() => 'passed'));
    expect(storyFailed).toBeUndefined();
    expect(story.stopped).toEqual([]);
    expect(story.rank).toMatchObject({ position: 1, of: 1, voices: 1, articles: 1, ageHours: 5 });
  });

  it.each<[stage: string, given: Partial<DigestRequest>, says: RegExp]>([
    ['source', { sources: ['Harbour Post'] }, /the digest takes only Harbour Post/],
    ['language', { languages: ['de', 'fr'] }, /it is in English, .* only German, French/],
    ['country', { countries: ['FR'] }, /it names no country, .* only France/],
    ['topic', { topics: ['flood', '"comet Halley"'] }, /does not fit flood, "comet Halley"/],
    ['window', { until: new Date('2026-03-10T01:00:00Z') }, /not before the window ended/],
    ['told', told(COMET.id), /the channel was told it before/],
  ])('is %s, of a story too', async (stage, given, says) => {
    const { failed, storyFailed } = await ask(COMET.id, [COMET, ...FLOOD], given);
    expect(failed?.stage).toBe(stage);
    expect(failed?.reason.join('')).toMatch(says);
    expect(storyFailed).toEqual(failed);
  });

  it('is the window for what was published and stored before it', async () => {
    const from = new Date('2026-03-10T03:00:00Z');
    const { failed } = await ask(COMET.id, [COMET], { from });
    expect(failed).toMatchObject({ stage: 'window' });
    expect(failed?.reason).toContainEqual(from);
  });

  it('is not the window for what arrived late', async () => {
    const late = { ...COMET, publishedAt: '2026-03-09T00:00:00.000Z' };
    const { reports, failed } = await ask(late.id, [late]);
    expect(failed).toBeUndefined();
    expect(reports[2]?.reason[0]).toContain('it arrived within it');
  });

  it('is the length of a flash', async () => {
    const flash = { ...COMET, text: 'The probe Heron has landed.' };
    const { failed, storyFailed } = await ask(flash.id, [flash]);
    expect([failed?.stage, storyFailed?.stage]).toEqual(['length', 'length']);
  });

  it('is a copy that comes first, while the story is shown', async () => {
    const copy = { ...FLOOD[0]!, id: 'copy', source: 'Echo', publishedAt: NIGHT };
    const { failed, storyFailed, story } = await ask('copy', [...FLOOD, copy]);
    expect(failed?.stage).toBe('copy');
    expect(failed?.reason[0]).toContain('a report by Harbour Post');
    expect(storyFailed).toBeUndefined();
    expect(story.stopped).toMatchObject([{ id: 'copy', stage: 'copy' }]);
  });

  it('is a copy of what was told, and older reports are no news', async () => {
    const [first, second] = FLOOD as [Article, Article];
    const copy = { ...second, id: 'copy', source: 'Echo', publishedAt: NIGHT };
    const { failed, storyFailed, story } = await ask('copy', [...FLOOD, copy], told(second.id));
    expect([failed?.stage, storyFailed?.stage]).toEqual(['copy', 'copy']);
    expect(new Set(story.stopped.map(({ id, stage }) => `${id} ${stage}`))).toEqual(
      new Set([`${first.id} told`, `${second.id} told`, 'copy copy']),
    );
  });

  it('is the number of stories, with the rank', async () => {
    const { failed, storyFailed, reports } = await ask(COMET.id, [COMET, ...FLOOD], {
      storyCount: 1,
    });
    expect([failed?.stage, storyFailed?.stage]).toEqual(['room', 'room']);
    expect(failed?.reason[0]).toBe('its story is number 2 of 2; the digest has room for 1');
    expect(reports.find(({ stage }) => stage === 'length')?.outcome).toBe('skipped');
  });

  it('is what the digest has enough of', async () => {
    const all = (['comet', 'election', 'strike'] as const).map((event, hour) =>
      buildReport(event, 'Meridian Wire', `2026-03-09T1${hour}:00:00.000Z`),
    );
    const other = buildReport('flood', 'Harbour Post', '2026-03-09T09:00:00.000Z');
    const { failed } = await ask(all[0]!.id, [...all, other], { storyCount: 2 });
    expect(failed?.stage).toBe('room');
    expect(failed?.reason[0]).toContain('that Meridian Wire alone reports');
  });

  it('is the room of the message', async () => {
    const { failed, storyFailed } = await ask(COMET.id, [COMET], {}, () => []);
    expect([failed?.stage, storyFailed?.stage]).toEqual(['room', 'room']);
    expect(failed?.reason[0]).toContain('the message had no room');
  });

  it('is the number of reports that are read of one story', async () => {
    const { failed, storyFailed } = await ask(MANY[0]!.id, MANY);
    expect(failed).toMatchObject({
      stage: 'room',
      reason: ['of one story only the newest 8 reports are read'],
    });
    expect(storyFailed).toBeUndefined();
  });

  it('is the choice of sentences of other reports', async () => {
    const many = MANY.slice(0, 6);
    const stages: (string | undefined)[] = [];
    for (const { id } of many) {
      stages.push((await ask(id, many)).failed?.stage);
      await opened?.close();
    }
    opened = undefined;
    expect(new Set(stages)).toEqual(new Set([undefined, 'sentence']));
  });

  it('is not the window where the latest stories stand in for it', async () => {
    const given = {
      from: new Date('2026-03-12T07:00:00Z'),
      until: new Date('2026-03-13T07:00:00Z'),
    };
    const { failed, reports } = await ask(COMET.id, [COMET], {
      ...given,
      whenEmpty: 'show-latest',
    });
    expect(failed).toBeUndefined();
    expect(reports[2]?.reason[0]).toContain('the latest articles stand in');
    await opened?.close();
    const narrow = { ...given, whenEmpty: 'show-latest', topics: ['flood'] } as const;
    expect((await ask(COMET.id, [COMET, ...FLOOD], narrow)).failed?.stage).toBe('topic');
  });
});
