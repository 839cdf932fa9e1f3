import { describeStory } from '../../story/describe-story.ts';
import { isSameList } from '../../story/same-list.ts';
import type { Story, StoryArticle } from '../../story/story.ts';
import type { DigestRequest } from '../digest-request.ts';
import type { Digest } from '../digest.ts';
import type { News } from '../news.ts';
import { rankStories } from '../score-story.ts';
import {
  createWantedTest,
  findNewest,
  selectArticles,
  type SelectedArticle,
  type Wanted,
} from '../select-articles.ts';
import type { CoveredStory } from '../why/digest-trace.ts';

/** What a window holds. */
interface Coverage extends Required<Pick<Digest, 'articleCount' | 'sourceCount'>> {
  readonly earlierCount: number;
  /** The best first. */
  readonly stories: readonly CoveredStory[];
}

/** How many of the newest articles are searched when the store's latest stories replace an empty window. */
const LATEST_ARTICLES = 100;

const DAY_MS = 24 * 3_600_000;

/** Finds and ranks the stories of a window, and counts its articles. */
export function coverWindow(
  request: Omit<DigestRequest, 'told' | 'whenEmpty'>,
  wanted: Wanted,
  news: News,
): Promise<Coverage> {
  const { from, until, topics, sources, languages, countries, storyId, lateArrivals } = request;
  const limits = [topics, sources, languages, countries, news.viewer, storyId, lateArrivals];
  const key = ['window', from, until, ...limits];
  return news.cache.keep(key, async () => {
    const found = await selectArticles(
      { ...wanted, from, ...(lateArrivals && { lateArrivals }) },
      news.index,
    );
    const entries = await keepStory(found, request, news);
    const stories = await findStories(entries, wanted, news);
    const sourceCount = new Set(entries.map(({ source }) => source)).size;
    const earlierCount = entries.filter(({ at }) => endOfDate(at) <= from.getTime()).length;
    const ranked = rankStories(stories, until);
    return { articleCount: entries.length, sourceCount, earlierCount, stories: ranked };
  });
}

/** Keeps the articles of the one story that is wanted; all of them if none is. */
async function keepStory<T extends { readonly id: string }>(
  entries: readonly T[],
  { storyId }: Pick<DigestRequest, 'storyId'>,
  { stories, viewer }: News,
): Promise<readonly T[]> {
  if (storyId === undefined) return entries;
  const [story] = await stories.storiesOf([storyId], viewer);
  const members = new Set(story?.articleIds);
  return entries.filter(({ id }) => members.has(id));
}

/**
 * The stories of the newest articles, when a window is empty: those of the last day with news ranked as any day's are,
 * then older ones by date. They depend on the window's end only by what is dated after it.
 */
export function coverLatest(
  request: DigestRequest,
  wanted: Wanted,
  news: News,
): Promise<readonly CoveredStory[]> {
  const { until, sources, languages, countries, storyId } = request;
  const limits = [wanted.topics, sources, languages, countries, news.viewer, storyId];
  return news.cache.keep(['latest', news.cache.versionAt(until), ...limits], async () => {
    const newest = await findLatest(request, wanted, news);
    const found = await findStories(newest, wanted, news);
    const lastDay = dayOf(newest[0]?.at ?? 0);
    const isOfLastDay = (story: CoveredStory): boolean => dayOf(latestAt(story)) === lastDay;
    const older = found
      .filter((story) => !isOfLastDay(story))
      .toSorted((a, b) => latestAt(b) - latestAt(a) || (a.id < b.id ? -1 : 1));
    const endOfDay = new Date((lastDay + 1) * DAY_MS);
    return [...rankStories(found.filter(isOfLastDay), endOfDay), ...older];
  });
}

async function findLatest(
  request: DigestRequest,
  wanted: Wanted,
  news: News,
): Promise<readonly SelectedArticle[]> {
  // The story may have no article among the newest ones.
  const count = request.storyId === undefined ? LATEST_ARTICLES : Number.POSITIVE_INFINITY;
  const found = await keepStory(await findNewest(wanted, news.index, count), request, news);
  return found.slice(0, LATEST_ARTICLES);
}

/** Finds the stories that some articles are in. */
async function findStories(
  entries: readonly SelectedArticle[],
  wanted: Wanted,
  { stories, index, viewer }: News,
): Promise<CoveredStory[]> {
  const inWindow = new Map(entries.map((entry) => [entry.id, entry]));
  const members = await stories.storiesOf([...inWindow.keys()], viewer);
  const isWanted = createWantedTest(wanted);
  return members.flatMap((one) => {
    const story = describeStory(one, index, isWanted);
    return (story && coverStory(story, inWindow)) ?? [];
  });
}

/** What windows last had of each story: of most stories, the next one has the same. */
const covered = new WeakMap<Story, CoveredStory>();

function coverStory(
  story: Story,
  inWindow: ReadonlyMap<string, SelectedArticle>,
): CoveredStory | undefined {
  const current: StoryArticle[] = [];
  let topic: number | undefined;
  // A window has thousands of articles, and lists in between take three times as long.
  for (const article of story.articles) {
    const found = inWindow.get(article.id);
    if (!found) continue;
    current.push(article);
    if (found.topic !== undefined) topic = Math.min(topic ?? found.topic, found.topic);
  }
  if (current.length === 0) return undefined;
  const known = covered.get(story);
  if (known && known.topic === topic && isSameList(known.current, current)) return known;
  const one = { ...story, current, ...(topic !== undefined && { topic }) };
  covered.set(story, one);
  return one;
}

/** The end of an article's date: a midnight stands for a day whose hour isn't known. */
function endOfDate(at: number): number {
  return at % DAY_MS === 0 ? at + DAY_MS : at + 1;
}

/** The number of a day in UTC. */
function dayOf(at: number): number {
  return Math.floor(at / DAY_MS);
}

function latestAt({ current }: CoveredStory): number {
  return current.at(-1)!.at;
}
