import { parseQuery } from '../index/query/parse-query.ts';
import { countPolled } from './count-polled.ts';
import { coverLatest, coverWindow } from './window/cover-window.ts';
import type { DigestRequest } from './digest-request.ts';
import type { Digest, DigestStory, Omission } from './digest.ts';
import type { News } from './news.ts';
import { listFilters, type Wanted } from './select-articles.ts';
import type { TellingParts } from './telling/telling-parts.ts';
import { createToldTest, selectNews, type StoryNews } from './telling/select-news.ts';
import { explainTelling, tellStory } from './telling/tell-story.ts';
import { Variety, type StoryKind } from './variety.ts';
import type { ConsideredStory, CoveredStory, DigestTrace } from './why/digest-trace.ts';

/** What to select from the stories of a window. */
interface Selection extends Wanted, Pick<DigestRequest, 'told' | 'storyCount'> {
  /** The topics as they were typed. */
  readonly topicNames: readonly string[];
}

/** How many stories beyond the story count are named. Of the others only the number is kept. */
const LISTED_BEYOND = 30;

/**
 * Builds the digest of a window from the stories that its articles are in. Leaves out the stories that the
 * channel knows or marks them as updates, and tells the best of the others. The same articles give the same
 * digest, in whatever order they came.
 */
export async function buildDigest(request: DigestRequest, news: News): Promise<Digest> {
  return (await traceDigest(request, news)).digest;
}

/** Builds a digest as `buildDigest` does, and says what became of every story. */
export async function traceDigest(request: DigestRequest, news: News): Promise<DigestTrace> {
  const { from, until, whenEmpty } = request;
  const topicNames = request.topics;
  const topics = topicNames.map((topic) => parseQuery(topic, until));
  const wanted = { ...request, topics, topicNames };
  const polled = await countPolled(request, news);
  const window = {
    from: from.toISOString(),
    until: until.toISOString(),
    ...(polled.total > 0 && { polled }),
  };
  const covered = await coverWindow(request, wanted, news);
  const { articleCount, sourceCount, earlierCount, stories } = covered;
  const filters = listFilters(wanted);
  const shared: Omit<DigestTrace, 'isLatest' | 'considered' | 'digest'> = {
    request,
    fits: (id, part) =>
      filters[part].length === 0 || filters[part].some((filter) => news.index.fits(id, filter)),
    explain: (story) => {
      const latest = selectNews(story, story.current, request.told);
      return explainTelling(story, latest, request.told, partsOf(wanted, news));
    },
  };
  if (articleCount === 0 && whenEmpty === 'show-latest') {
    const latest = await coverLatest(request, wanted, news);
    const { considered, unlistedCount: _, ...selected } = await selectStories(latest, wanted, news);
    // Where all of them were told before, none stands in for the news.
    const noNewsSince = findNewest(selected.stories);
    const digest = {
      ...window,
      articleCount: 0,
      ...(noNewsSince !== undefined && { noNewsSince }),
      ...selected,
      // Older stories were not asked for, so they do not count as left out.
      omissions: selected.omissions.filter(({ reason }) => reason !== 'beyond-story-count'),
    };
    return { ...shared, isLatest: true, considered, digest };
  }
  const { considered, ...selected } = await selectStories(stories, wanted, news);
  const counts = { articleCount, sourceCount, ...(earlierCount > 0 && { earlierCount }) };
  const digest = { ...window, ...counts, ...selected };
  return { ...shared, isLatest: false, considered, digest };
}

const NOON_MS = 12 * 3_600_000;

/** When the newest of some stories was published, as it is shown below it. */
function findNewest(stories: readonly DigestStory[]): string | undefined {
  const dates = stories.flatMap(({ publishedAt, dayOnly }) =>
    publishedAt === undefined ? [] : [Date.parse(publishedAt) + (dayOnly ? NOON_MS : 0)],
  );
  return dates.length > 0 ? new Date(Math.max(...dates)).toISOString() : undefined;
}

/**
 * Takes the first stories that have something new to say, and notes why the others are left out. Orders those
 * that it takes by topic if there are several.
 */
async function selectStories(
  ranked: readonly CoveredStory[],
  wanted: Selection,
  news: News,
): Promise<
  Pick<Digest, 'stories' | 'omissions' | 'unlistedCount'> & Pick<DigestTrace, 'considered'>
> {
  const { told, storyCount, topicNames } = wanted;
  const parts = partsOf(wanted, news);
  const taken: { readonly story: DigestStory; readonly topic: number }[] = [];
  const omissions: Omission[] = [];
  let beyondCount = 0;
  const variety = new Variety(storyCount);
  const wasTold = createToldTest(ranked, told);
  const newsOf = (story: CoveredStory): StoryNews => selectNews(story, story.current, told);
  const outcomes = new Map<CoveredStory, ConsideredStory>();
  const consider = async (story: CoveredStory, full?: StoryKind): Promise<void> => {
    // A story that the channel was not told is always news, so those beyond the story count need no closer look.
    const telling =
      wasTold(story) && newsOf(story).current.length === 0
        ? 'already-told'
        : taken.length < storyCount
          ? await tellStory(story, newsOf(story), told, parts)
          : 'beyond-story-count';
    const outcome = typeof telling === 'string' ? telling : 'told';
    outcomes.set(story, { story, outcome, ...(full && { full }) });
    if (typeof telling !== 'string') {
      taken.push({ story: telling, topic: story.topic ?? 0 });
      variety.add(story);
    } else if (telling !== 'beyond-story-count' || ++beyondCount <= LISTED_BEYOND) {
      const headline = story.current.at(-1)!.title;
      omissions.push({ storyId: story.id, headline, reason: telling });
    }
  };
  const postponed: { readonly story: CoveredStory; readonly full: StoryKind }[] = [];
  for (const story of ranked) {
    const full = variety.findFull(story);
    if (full) postponed.push({ story, full });
    else await consider(story);
  }
  for (const { story, full } of postponed) await consider(story, full);
  const unlistedCount = Math.max(0, beyondCount - LISTED_BEYOND);
  const stories = taken
    .toSorted((a, b) => a.topic - b.topic)
    .map(({ story, topic }) =>
      topicNames.length > 1 ? { ...story, topic: topicNames[topic]! } : story,
    );
  const considered = ranked.map((story) => outcomes.get(story)!);
  return { stories, omissions, considered, ...(unlistedCount > 0 && { unlistedCount }) };
}

/** A digest of one language is told in it. */
function partsOf({ topics, languages = [] }: Wanted, news: News): TellingParts {
  const [lang, ...others] = languages;
  return {
    ...news,
    queries: topics,
    ...(lang !== undefined && others.length === 0 && { lang }),
  };
}
