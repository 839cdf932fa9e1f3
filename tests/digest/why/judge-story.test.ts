import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { traceDigest } from '../../../src/digest/build-digest.ts';
import type { DigestRequest } from '../../../src/digest/digest-request.ts';
import type { OmissionReason } from '../../../src/digest/digest.ts';
import { NOTHING_TOLD, type Told } from '../../../src/digest/told.ts';
import type { ConsideredStory, DigestTrace } from '../../../src/digest/why/digest-trace.ts';
import {
  ARTICLE_STAGES,
  judgeArticle,
  type ArticleStage,
  type AskedDigest,
} from '../../../src/digest/why/judge-article.ts';
import { judgeStory, STORY_STAGES } from '../../../src/digest/why/judge-story.ts';
import type { StageReport } from '../../../src/digest/why/stage.ts';
import type { ArticleEntry } from '../../../src/index/article-entry.ts';
import { fitDigest } from '../../../src/render/render-digest.ts';
import { openNews, type OpenedNews } from '../../support/open-news.ts';
import { readSamples } from '../../support/read-samples.ts';

const DAY_MS = 86_400_000;
const PARTS = ['source', 'language', 'country', 'topic'] as const;

/** Where a digest that leaves a story out says that it does. */
const STAGES_OF: Readonly<Record<OmissionReason | 'told', readonly ArticleStage[]>> = {
  told: ['room'],
  'already-told': ['told', 'copy'],
  'too-short': ['length'],
  'beyond-story-count': ['room'],
  'no-room': ['room'],
};

let news: OpenedNews;
let entries: ArticleEntry[];
beforeAll(async () => {
  news = await openNews();
  for (const article of await readSamples()) {
    await news.add([article], new Date(Date.parse(article.publishedAt ?? '') + 3_600_000));
  }
  entries = news.index.newest({}, { limit: Number.POSITIVE_INFINITY }).entries;
});
afterAll(() => news.close());

const listFailed = (reports: readonly StageReport<ArticleStage>[]): ArticleStage[] =>
  reports.filter(({ outcome }) => outcome === 'failed').map(({ stage }) => stage);

/** What a digest of the samples may be asked for. */
function anyRequest(): fc.Arbitrary<DigestRequest> {
  const days = entries.map(({ at }) => Math.floor(at / DAY_MS));
  const sources = [...new Set(entries.flatMap(({ source }) => source ?? []))];
  const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> =>
    fc.oneof(
      { weight: 2, arbitrary: fc.constant<T[]>([]) },
      { weight: 1, arbitrary: fc.subarray([...values], { minLength: 1, maxLength: 2 }) },
    );
  return fc
    .record({
      day: fc.constantFrom(...days),
      length: fc.constantFrom(1, 3, 30, 400),
      topics: some(['earthquake', 'flood', 'election -war', '"Notre-Dame"']),
      sources: some(sources),
      languages: some(['en', 'de']),
      countries: some(['FR', 'SY', 'TR']),
      storyCount: fc.integer({ min: 1, max: 10 }),
      told: fc.subarray(entries.map(({ id }) => id)),
      isTold: fc.boolean(),
      whenEmpty: fc.constantFrom('stay-empty' as const, 'show-latest' as const),
    })
    .map(({ day, length, told, isTold, ...rest }) => ({
      ...rest,
      from: new Date((day - length) * DAY_MS),
      until: new Date((day + 1) * DAY_MS),
      told: isTold ? { ...NOTHING_TOLD, articleIds: new Set(told) } : NOTHING_TOLD,
    }));
}

/** Says where the reasons for a digest disagree with it. */
function listFaults(trace: DigestTrace): string[] {
  const { stories: shown } = fitDigest(trace.digest);
  const asked = { trace, shown };
  return [
    ...trace.considered.flatMap((each) => listStoryFaults(each, asked)),
    ...entries.flatMap((entry) => listArticleFaults(entry, asked)),
  ];
}

/** What is shown fails no stage. All else fails one: that which the digest gives as its reason. */
function listStoryFaults({ story, outcome }: ConsideredStory, asked: AskedDigest): string[] {
  const { stages, rank } = judgeStory(story.articles, asked);
  const failed = listFailed(stages);
  const isShown = asked.shown.some(({ storyId }) => storyId === story.id);
  const isRight = isShown
    ? failed.length === 0
    : failed.length === 1 && STAGES_OF[outcome].includes(failed[0]!);
  return [
    ...(isRight ? [] : [`${story.id}, ${outcome}: ${failed.join()}`]),
    ...(isInOrder(stages, STORY_STAGES) ? [] : [`${story.id}: ${tellStages(stages)}`]),
    ...(rank?.considered.story.id === story.id ? [] : [`${story.id}: another is ranked`]),
  ];
}

function listArticleFaults(entry: ArticleEntry, asked: AskedDigest): string[] {
  const { trace, shown } = asked;
  const reports = judgeArticle(entry, asked);
  const failed = listFailed(reports);
  const position = failed[0] === undefined ? reports.length : ARTICLE_STAGES.indexOf(failed[0]);
  const isCovered = trace.considered.some(({ story }) =>
    story.current.some(({ id }) => id === entry.id),
  );
  const isWanted = PARTS.every((part) => trace.fits(entry.id, part));
  const isQuoted = shown.some(
    ({ articleId, sentences }) =>
      articleId === entry.id || sentences.some((sentence) => sentence.articleId === entry.id),
  );
  const isRight =
    failed.length === (isQuoted ? 0 : 1) &&
    // A digest covers what no stage stops before it is compared with what was told.
    isCovered === position >= ARTICLE_STAGES.indexOf('told') &&
    (isWanted || !isCovered);
  return [
    ...(isRight ? [] : [`${entry.id}: ${tellStages(reports)}`]),
    ...(isInOrder(reports, ARTICLE_STAGES) ? [] : [`${entry.id}: not in order`]),
  ];
}

/** The sentences that a digest tells a story by are those that are explained. */
async function listSentenceFaults(trace: DigestTrace): Promise<string[]> {
  const { digest, considered } = trace;
  const faults: string[] = [];
  for (const { storyId, sentences } of digest.stories) {
    const { story } = considered.find((each) => each.story.id === storyId)!;
    const explained = (await trace.explain(story)).map(({ text }) => text);
    if (explained.join('\n') !== sentences.map(({ text }) => text).join('\n')) faults.push(storyId);
  }
  return faults;
}

/** What a reader knows who was told the oldest article of each story of a digest, and its sentences. */
function toldBy({ digest: { stories } }: DigestTrace): Told {
  return {
    articleIds: new Set(stories.map(({ articleIds }) => articleIds[0]!)),
    sentences: new Set(stories.flatMap(({ sentences }) => sentences.map(({ text }) => text))),
  };
}

/** Whether every stage is reported in order, and those after the one that failed are skipped. */
function isInOrder(
  reports: readonly StageReport<ArticleStage>[],
  stages: readonly ArticleStage[],
): boolean {
  const at = reports.findIndex(({ outcome }) => outcome === 'failed');
  return (
    reports.map(({ stage }) => stage).join() === stages.join() &&
    (at === -1 || reports.slice(at + 1).every(({ outcome }) => outcome === 'skipped'))
  );
}

function tellStages(reports: readonly StageReport[]): string {
  return reports.map(({ stage, outcome }) => `${stage} ${outcome}`).join();
}

describe('the reasons for any digest of the samples', () => {
  it('agree with the digest: what is shown passes every stage, all else fails exactly one', async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest(), async (request) => {
        const trace = await traceDigest(request, news);
        expect([...listFaults(trace), ...(await listSentenceFaults(trace))]).toEqual([]);
        // Those who were told it are told what is new.
        const told = toldBy(trace);
        const again = await traceDigest({ ...request, told }, news);
        expect([...listFaults(again), ...(await listSentenceFaults(again))]).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('are those of the sentences that it shows', async () => {
    const [newest] = entries;
    const until = new Date(newest!.at + DAY_MS);
    const request: DigestRequest = {
      from: new Date(until.getTime() - 60 * DAY_MS),
      until,
      topics: [],
      sources: [],
      storyCount: 10,
      told: NOTHING_TOLD,
      whenEmpty: 'stay-empty',
    };
    const trace = await traceDigest(request, news);
    expect(trace.digest.stories.length).toBeGreaterThan(2);
    for (const { storyId, sentences } of trace.digest.stories) {
      const { story } = trace.considered.find((each) => each.story.id === storyId)!;
      const explained = await trace.explain(story);
      expect(explained.map(({ text }) => text)).toEqual(sentences.map(({ text }) => text));
    }
  });
});
