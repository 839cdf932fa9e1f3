import { createHash } from 'node:crypto';
import type { ArticleEntry } from '../index/article-entry.ts';
import type { ArticleReader } from '../index/article-view.ts';
import { parseQuery } from '../index/query/parse-query.ts';
import { runInSlices, type Steps } from '../slices.ts';
import type { ArticleStore } from '../store/article-store.ts';
import type { ClusterItem } from '../story/cluster-item.ts';
import { clusterStories } from '../story/cluster.ts';
import type { Story } from '../story/story.ts';
import type { DigestRequest } from './digest-request.ts';
import type { Digest, DigestStory, Omission } from './digest.ts';
import { rankStories } from './score-story.ts';
import { findNewest, hashArticles, selectArticles } from './select-articles.ts';
import { tellStory } from './tell-story.ts';

/** What digests are built from. */
export interface DigestSources {
  readonly index: ArticleReader;
  readonly articles: ArticleStore;
}

/** A digest, and a hash of all that went into it. */
export interface BuiltDigest {
  readonly digest: Digest;
  readonly inputHash: string;
}

/** So many stories beyond the story count are named; of the others only the number is kept. */
const LISTED_BEYOND = 30;

/** So many of the newest articles are looked at where the store's latest stories stand in. */
const LATEST_ARTICLES = 100;

/**
 * Builds the digest of a window: its articles joined into stories, the stories that the channel
 * knows left out or marked as updates, the best told in two sentences each. The order in which
 * articles come does not matter.
 */
export async function buildDigest(
  request: DigestRequest,
  sources: DigestSources,
): Promise<BuiltDigest> {
  const { from, until, told, whenEmpty } = request;
  const { entries, hash, leftOutCount } = await selectArticles(
    request,
    sources.index,
    sources.articles,
  );
  const knownIds = [...told.articleIds].toSorted();
  const window = { from: from.toISOString(), until: until.toISOString() };
  if (entries.length === 0 && whenEmpty === 'show-latest') {
    const newest = findNewest(request, sources.index, LATEST_ARTICLES);
    const stories = await clusterEntries(newest, [], sources.index);
    const latest = stories.toSorted((a, b) => compare(b.lastAt, a.lastAt) || compare(a.id, b.id));
    const { unlistedCount: _, ...selected } = await selectStories(latest, newest, request, sources);
    // Where all of them were told before, none stands in for the news.
    const noNewsSince =
      selected.stories.length > 0 && (await describeNewest(newest[0], sources.articles));
    return {
      digest: {
        ...window,
        articleCount: 0,
        ...noNewsSince,
        ...selected,
        // What was not looked for is not left out.
        omissions: selected.omissions.filter(({ reason }) => reason !== 'beyond-story-count'),
      },
      inputHash: hashInputs(await hashArticles(newest, sources.articles), knownIds),
    };
  }
  const stories = await clusterEntries(entries, knownIds, sources.index);
  const selected = await selectStories(rankStories(stories, until), entries, request, sources);
  const articleCount = entries.length;
  const leftOut = leftOutCount > 0 && { leftOutCount };
  return {
    digest: { ...window, articleCount, ...leftOut, ...selected },
    inputHash: hashInputs(hash, knownIds),
  };
}

function hashInputs(articles: string, knownIds: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([articles, knownIds]))
    .digest('hex');
}

const NOON_MS = 12 * 3_600_000;

async function describeNewest(
  entry: ArticleEntry | undefined,
  articles: ArticleStore,
): Promise<Pick<Digest, 'noNewsSince'>> {
  if (!entry) return {};
  const [article] = await articles.getMany([entry.id]);
  const at = entry.at + (article?.dayOnly ? NOON_MS : 0);
  return { noNewsSince: new Date(at).toISOString() };
}

/** Articles that were told are joined in, so that what continues a told story is known as such. */
function clusterEntries(
  entries: readonly ArticleEntry[],
  knownIds: readonly string[],
  index: ArticleReader,
): Promise<Story[]> {
  const ids = new Set(entries.map(({ id }) => id));
  const known = knownIds.map((id) => index.entry(id)).filter((entry) => entry !== undefined);
  return runInSlices(clusterSteps([...entries, ...known.filter(({ id }) => !ids.has(id))], index));
}

function* clusterSteps(entries: readonly ArticleEntry[], index: ArticleReader): Steps<Story[]> {
  const items: ClusterItem[] = [];
  for (const { id, title, at, source } of entries) {
    const vector = index.vector(id);
    if (vector) items.push({ id, title, at, vector, ...(source !== undefined && { source }) });
    yield;
  }
  return yield* clusterStories(items);
}

/** Takes the first stories that have something new to say; of the others in the window, says why not. */
async function selectStories(
  ranked: readonly Story[],
  entries: readonly ArticleEntry[],
  { told, storyCount, topics, until }: DigestRequest,
  { index, articles }: DigestSources,
): Promise<Pick<Digest, 'stories' | 'omissions' | 'unlistedCount'>> {
  const inWindow = new Set(entries.map(({ id }) => id));
  const placesOf = (id: string) => index.entry(id)?.places ?? [];
  const queries = topics.map((topic) => parseQuery(topic, until));
  const stories: DigestStory[] = [];
  const omissions: Omission[] = [];
  let beyondCount = 0;
  for (const story of ranked) {
    const current = story.articleIds.filter((id) => inWindow.has(id));
    if (current.length === 0) continue;
    const fresh = new Set(current.filter((id) => !told.articleIds.has(id)));
    const telling =
      fresh.size === 0
        ? 'already-told'
        : stories.length >= storyCount
          ? 'beyond-story-count'
          : await tellStory(story, fresh, told, {
              articles,
              corpus: index.corpus,
              placesOf,
              queries,
            });
    if (typeof telling !== 'string') stories.push(telling);
    else if (telling !== 'beyond-story-count' || ++beyondCount <= LISTED_BEYOND)
      omissions.push({ storyId: story.id, headline: nameStory(story, index), reason: telling });
  }
  const unlistedCount = Math.max(0, beyondCount - LISTED_BEYOND);
  return { stories, omissions, ...(unlistedCount > 0 && { unlistedCount }) };
}

function nameStory(story: Story, index: ArticleReader): string {
  return index.entry(story.centralId)?.title ?? '';
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
