import type { CommandContext } from '../../src/command/command.ts';
import type { ConsideredStory } from '../../src/digest/why/digest-trace.ts';
import { judgeStory, type StoryJudgement } from '../../src/digest/why/judge-story.ts';
import { takeTurn } from '../../src/slices.ts';
import type { StoredArticle } from '../../src/store/article-store.ts';
import type { StoryLink } from '../../src/story/join/link-articles.ts';
import type { ExplainedSentence } from '../../src/story/brief/explain-brief.ts';
import { findSharedWords } from '../../src/story/join/shared-words.ts';
import { listEvery, type Story } from '../../src/story/story.ts';
import { chooseDigest, type ChosenDigest } from './choose-digest.ts';

/** Of a larger story, the newest articles are compared: each with each. */
const MOST_COMPARED = 150;
const MOST = { links: 3, words: 5 } as const;

/** Two articles of a story, and what links them. */
interface ExplainedLink {
  readonly articles: readonly [StoredArticle, StoredArticle];
  /** From 0 to 1. */
  readonly cosine: number;
  /** Those that count most, as the first article prints them. */
  readonly words: readonly string[];
}

/** What holds a story together. */
export interface ExplainedJoining {
  readonly links: readonly ExplainedLink[];
  /** The mean cosine of two of its different texts; absent if all are one text. */
  readonly mean?: number;
}

/** Everything that is known of why a story is in a digest or not. */
export interface StoryExplanation {
  readonly digest: ChosenDigest;
  readonly judgement: StoryJudgement;
  /** Of those that tell it; empty if it is not shown. */
  readonly sentences: readonly ExplainedSentence[];
  readonly joining: ExplainedJoining;
  /** The story before it in the ranking. */
  readonly before?: ConsideredStory;
  /** The articles that are named, by id. */
  readonly articles: ReadonlyMap<string, StoredArticle>;
}

/** Finds out why a story is in a digest or not, and why its articles are one story. */
export async function explainStory(
  story: Story,
  typedDigest: string | undefined,
  context: CommandContext,
): Promise<StoryExplanation> {
  const every = listEvery(story);
  const ids = every.map(({ id }) => id);
  const digest = await chooseDigest(typedDigest, ids, context);
  const judgement = judgeStory(every, digest);
  const { rank, stopped } = judgement;
  const { trace, shown } = digest;
  const told = shown.find(({ storyId }) => storyId === rank?.considered.story.id);
  const starts = new Set(told?.sentences.map(({ articleId, start }) => `${articleId} ${start}`));
  const explained = told && rank ? await trace.explain(rank.considered.story) : [];
  const sentences = explained.filter(({ articleId, start }) => starts.has(`${articleId} ${start}`));
  const joining = await explainJoining(story, context);
  const named = [...stopped.map(({ id }) => id), ...sentences.map(({ articleId }) => articleId)];
  const before = rank && trace.considered[rank.position - 2];
  return {
    digest,
    judgement,
    sentences,
    joining,
    ...(before && { before }),
    articles: await readArticles(named, context),
  };
}

/** Finds the strongest links of a story, or those of one of its articles, between different texts if there are several. */
export async function explainJoining(
  story: Story,
  context: CommandContext,
  articleId?: string,
): Promise<ExplainedJoining> {
  const voices = new Map(story.articles.map(({ id, voice }) => [id, voice]));
  const compared = story.articles.slice(-MOST_COMPARED).map(({ id }) => id);
  const all = await context.services.storyLinks.linksOf(
    articleId === undefined ? compared : [...new Set([...compared, articleId])],
  );
  const between = all.filter(({ ids: [a, b] }) => voices.get(a) !== voices.get(b));
  const own = (links: readonly StoryLink[]): StoryLink[] =>
    links.filter(({ ids }) => articleId === undefined || ids.includes(articleId));
  const strongest = (own(between).length > 0 ? own(between) : own(all)).slice(0, MOST.links);
  const articles = await readArticles(
    strongest.flatMap(({ ids }) => [...ids]),
    context,
  );
  const links: ExplainedLink[] = [];
  for (const { ids, cosine } of strongest) {
    const [one, other] = ids.map((id) => articles.get(id));
    if (!one || !other) continue;
    // Counting the terms of two articles takes milliseconds; in between, others can be answered.
    await takeTurn();
    links.push({ articles: [one, other], cosine, words: findSharedWords(one, other, MOST.words) });
  }
  const sum = between.reduce((total, { cosine }) => total + cosine, 0);
  return { links, ...(between.length > 0 && { mean: sum / between.length }) };
}

async function readArticles(
  ids: readonly string[],
  { services }: CommandContext,
): Promise<ReadonlyMap<string, StoredArticle>> {
  const found = await services.articles.getMany([...new Set(ids)]);
  return new Map(found.flatMap((article) => (article ? [[article.id, article]] : [])));
}
