import { onceEach } from '../../once-each.ts';
import { selectVersions, type Story, type StoryArticle } from '../../story/story.ts';
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
export const MOST_READ = { current: 8, background: 4, before: 4, longerCopies: 3 } as const;

/**
 * What an article in the window is to a story's telling. `current` and `background` tell it. `older` is not newer
 * than all that was told; `copy` has the text of one that was told or comes first; `beyond` is one of too many.
 */
export type NewsRole = 'current' | 'background' | 'told' | 'older' | 'copy' | 'beyond';

/**
 * Selects what a channel can be told of a story whose articles in the window are given, the earliest first.
 * A story that was told is news only if an article is newer than all that was told, and not a copy of one. A copy
 * that says more may be news: agencies add to their reports.
 */
export function selectNews(story: Story, inWindow: readonly StoryArticle[], told: Told): StoryNews {
  const roles = judgeNews(story, inWindow, told);
  const before = listTold(story, told);
  const isFirst = createFirstTest();
  const isFirstOrMore = (one: StoryArticle): boolean => isFirst(one) || one.saysMore === true;
  return {
    update: before.length > 0,
    current: inWindow.filter((_, position) => roles[position] === 'current'),
    background: inWindow.filter((_, position) => roles[position] === 'background'),
    before: before.filter(isFirstOrMore).slice(-MOST_READ.before),
  };
}

/** Creates a test for which of some stories the channel was told. */
export function createToldTest(
  stories: readonly Story[],
  { articleIds }: Told,
): (story: Story) => boolean {
  if (articleIds.size === 0) return () => false;
  const byArticle = mapByArticle(stories);
  const told = new Set([...articleIds].map((id) => byArticle.get(id)));
  return (story) => told.has(story);
}

// The digests of one window have its stories in common.
const mapByArticle = onceEach(
  (stories: readonly Story[]): ReadonlyMap<string, Story> =>
    new Map(stories.flatMap((story) => story.articles.map(({ id }) => [id, story] as const))),
);

/** Judges the articles of a story in the window, by position. */
export function judgeNews(
  story: Story,
  inWindow: readonly StoryArticle[],
  told: Told,
): readonly NewsRole[] {
  const compare = compareWithTold(story, told);
  const fresh = inWindow.filter((article) => compare(article) === undefined);
  const firsts = keepFewOfVoice(fresh, listTold(story, told));
  // A copy is no newer state. One that came a day after its text would leave nothing to tell.
  const newest = firsts.at(-1)?.at ?? 0;
  // But its agency may have added to it: the first version has 12 dead, the last one 31.
  const read = selectVersions(fresh, firsts);
  const isCurrent = ({ at }: StoryArticle): boolean => at > newest - CURRENT_MS;
  const current = new Set(read.filter(isCurrent).slice(-MOST_READ.current));
  const isBackground = (article: StoryArticle): boolean => !isCurrent(article);
  const background = new Set(read.filter(isBackground).slice(-MOST_READ.background));
  return inWindow.map((article) => {
    const role = compare(article);
    if (role) return role;
    if (current.has(article)) return 'current';
    if (background.has(article)) return 'background';
    return read.includes(article) ? 'beyond' : 'copy';
  });
}

/** Selects the articles that are newer than all that a channel was told of their story, and no copies of it, even if they say more. */
export function selectFresh(
  story: Story,
  inWindow: readonly StoryArticle[],
  told: Told,
): StoryArticle[] {
  const compare = compareWithTold(story, told);
  const voices = new Set(listTold(story, told).map(({ voice }) => voice));
  return inWindow.filter((article) => !compare(article) && !voices.has(article.voice));
}

/** Returns what makes an article of a story no news beside what was told; undefined if it is news. */
function compareWithTold(
  story: Story,
  told: Told,
): (article: StoryArticle) => 'told' | 'older' | 'copy' | undefined {
  const before = listTold(story, told);
  const toldUntil = before.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
  const toldVoices = new Set(before.map(({ voice }) => voice));
  return ({ id, at, voice, saysMore = false }) => {
    if (told.articleIds.has(id)) return 'told';
    if (at < toldUntil) return 'older';
    return toldVoices.has(voice) && !saysMore ? 'copy' : undefined;
  };
}

function listTold({ articles }: Story, told: Told): StoryArticle[] {
  return articles.filter(({ id }) => told.articleIds.has(id));
}

/** Of copies, only the first is read; of those that say more than a text that was told, the last few. */
function keepFewOfVoice(
  articles: readonly StoryArticle[],
  before: readonly StoryArticle[],
): StoryArticle[] {
  const told = new Set(before.map(({ voice }) => voice));
  const isFirst = createFirstTest();
  const counts = new Map<string, number>();
  const isAmongLast = ({ voice }: StoryArticle): boolean => {
    const count = (counts.get(voice) ?? 0) + 1;
    counts.set(voice, count);
    return count <= MOST_READ.longerCopies;
  };
  const last = new Set(articles.toReversed().filter(isAmongLast));
  return articles.filter((one) => (told.has(one.voice) ? last.has(one) : isFirst(one)));
}

function createFirstTest(): (article: StoryArticle) => boolean {
  const voices = new Set<string>();
  return ({ voice }) => voices.size < voices.add(voice).size;
}
