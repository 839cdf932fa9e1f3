import type { ArticleEntry } from '../../index/article-entry.ts';
import { countOf } from '../../text/count-of.ts';
import { scoreStory, type StoryGauge } from '../score-story.ts';
import type { ConsideredStory } from './digest-trace.ts';
import {
  ARTICLE_STAGES,
  createArticleJudge,
  type ArticleStage,
  type AskedDigest,
} from './judge-article.ts';
import { findFailed, pass, reportInOrder, type Reason, type StageReport } from './stage.ts';

/** What a story passes before it is shown: all that an article does, but for being chosen itself. */
export const STORY_STAGES = ARTICLE_STAGES.filter((stage) => stage !== 'sentence');

/** An article of a story that a stage stopped. */
export interface StoppedArticle {
  readonly id: string;
  readonly stage: ArticleStage;
  readonly reason: Reason;
}

/** Why a story is shown in a digest or not. */
export interface StoryJudgement {
  readonly stages: readonly StageReport<ArticleStage>[];
  /** Its articles that the digest does not tell it by, and what stopped them. */
  readonly stopped: readonly StoppedArticle[];
  /** Absent if no article of it was considered. */
  readonly rank?: StoryRank;
}

/** The position of a story among those that were considered, and what it follows from. */
interface StoryRank extends StoryGauge {
  /** From 1. */
  readonly position: number;
  readonly of: number;
  readonly considered: ConsideredStory;
}

/**
 * Finds out which stages a story passes, and which one stops it. A story passes a stage as long as one of its
 * articles does. So it is stopped where the last of them is.
 */
export function judgeStory(articles: readonly ArticleEntry[], asked: AskedDigest): StoryJudgement {
  const judge = createArticleJudge(asked);
  const judged = articles.map((entry) => ({ id: entry.id, reports: judge(entry) }));
  const stopped = judged.flatMap(({ id, reports }): StoppedArticle[] => {
    const failed = findFailed(reports);
    return failed && failed.stage !== 'sentence'
      ? [{ id, stage: failed.stage, reason: failed.reason }]
      : [];
  });
  const stages = reportInOrder(STORY_STAGES, (stage) => {
    const reports = judged.flatMap(({ reports: all }) =>
      all.filter((each) => each.stage === stage),
    );
    const passed = reports.filter(({ outcome }) => outcome === 'passed');
    const failed = reports.filter(({ outcome }) => outcome === 'failed');
    const { outcome, reason } = passed.at(-1) ?? failed.at(-1) ?? reports.at(-1)!;
    // Of those that got so far, all pass for the same reason.
    const isOfAll = failed.length === 0 && new Set(passed.map(toText)).size === 1;
    if (outcome !== 'passed' || isOfAll) return { outcome, reason };
    return pass(`${passed.length} of ${countOf(articles.length, 'article')}`);
  });
  const rank = findRank(articles, asked);
  return { stages, stopped, ...(rank && { rank }) };
}

function findRank(
  articles: readonly ArticleEntry[],
  { trace }: AskedDigest,
): StoryRank | undefined {
  const ids = new Set(articles.map(({ id }) => id));
  const at = trace.considered.findIndex(({ story }) => story.current.some(({ id }) => ids.has(id)));
  const considered = trace.considered[at];
  if (!considered) return undefined;
  const gauge = scoreStory(considered.story, trace.request.until);
  return { ...gauge, position: at + 1, of: trace.considered.length, considered };
}

function toText({ reason }: StageReport): string {
  return JSON.stringify(reason);
}
