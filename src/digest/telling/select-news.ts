import type { Story, StoryArticle } from '../../story/story.ts';
import type { Told } from '../told.ts';

/** What a channel can be told of a story. */
export interface StoryNews {
  /** The channel was told the story before. */
  readonly update: boolean;
  /** New articles that tell its present state, the earliest first; empty if there is nothing new. */
  readonly current: readonly StoryArticle[];
  /** New articles that are older. */
  readonly background: readonly StoryArticle[];
  /** What the channel was told before, the latest of it. */
  readonly before: readonly StoryArticle[];
}

/** Reports from this long before the newest one tell the present state of a story. */
const CURRENT_MS = 24 * 3_600_000;

/** Articles that are read to tell a story, and to know what was told of it. */
const MOST = { current: 8, background: 4, before: 4 } as const;

/**
 * Selects what a channel can be told of a story whose articles in the window are given, the earliest first.
 * A story that was told is news only if an article is newer than all that was told, and not a copy of one.
 */
export function selectNews(story: Story, inWindow: readonly StoryArticle[], told: Told): StoryNews {
  const before = listTold(story, told);
  const fresh = selectFresh(story, inWindow, told);
  const newest = fresh.at(-1)?.at ?? 0;
  const isCurrent = ({ at }: StoryArticle): boolean => at > newest - CURRENT_MS;
  const firsts = keepFirstOfVoice(fresh);
  return {
    update: before.length > 0,
    current: firsts.filter(isCurrent).slice(-MOST.current),
    background: firsts.filter((article) => !isCurrent(article)).slice(-MOST.background),
    before: keepFirstOfVoice(before).slice(-MOST.before),
  };
}

/** Selects the articles that are newer than all that a channel was told of their story, and no copies of it. */
export function selectFresh(
  story: Story,
  inWindow: readonly StoryArticle[],
  told: Told,
): StoryArticle[] {
  const before = listTold(story, told);
  const toldUntil = before.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
  const toldVoices = new Set(before.map(({ voice }) => voice));
  return inWindow.filter(
    ({ id, at, voice }) => !told.articleIds.has(id) && at >= toldUntil && !toldVoices.has(voice),
  );
}

function listTold({ articles }: Story, told: Told): StoryArticle[] {
  return articles.filter(({ id }) => told.articleIds.has(id));
}

/** Of copies, only the first is read. */
function keepFirstOfVoice(articles: readonly StoryArticle[]): StoryArticle[] {
  const voices = new Set<string>();
  return articles.filter(({ voice }) => voices.size < voices.add(voice).size);
}
