import type { Steps } from '../slices.ts';
import type { ClusterItem } from './cluster-item.ts';
import { selectTopTerms } from './select-top-terms.ts';
import { StoryDrafts } from './story-drafts.ts';
import { buildStory } from './build-story.ts';
import type { Story } from './story.ts';

/** Parameters that decide whether an article joins a story. */
export interface ClusterOptions {
  /**
   * Minimum cosine between article and story, 0 to 1. A higher threshold gives more and smaller
   * stories.
   */
  readonly threshold: number;
  /** Maximum time between a story's last article and the next, in milliseconds. */
  readonly windowMs: number;
  /**
   * Number of an article's heaviest terms that are compared, 10 to 1000. Light terms cost time and
   * add noise.
   */
  readonly termCount: number;
}

/**
 * Threshold and term count were tuned on ECB+ as development set. The window is a news cycle and a
 * weekend.
 */
export const CLUSTER_DEFAULTS = {
  threshold: 0.25,
  windowMs: 72 * 3_600_000,
  termCount: 80,
} as const satisfies ClusterOptions;

/**
 * Clusters articles into stories in one pass by date: each article joins the story with the closest
 * centroid (as in topic detection and tracking) or starts a new one. The order of the input doesn't
 * matter; stories are ordered by their first article. Yields after each article.
 */
export function* clusterStories(
  items: readonly ClusterItem[],
  options: Partial<ClusterOptions> = {},
): Steps<Story[]> {
  const { threshold, windowMs, termCount } = { ...CLUSTER_DEFAULTS, ...options };
  const drafts = new StoryDrafts();
  for (const item of items.toSorted(compareByDate)) {
    const vector = selectTopTerms(item.vector, termCount);
    if (item.at !== undefined) drafts.retireBefore(item.at - windowMs);
    const closest = drafts.closest(vector);
    if (closest && closest.similarity >= threshold) drafts.join(closest.draft, item, vector);
    else drafts.open(item, vector);
    yield;
  }
  return drafts.all.map(buildStory);
}

function compareByDate(a: ClusterItem, b: ClusterItem): number {
  const [atA, atB] = [a.at ?? -Infinity, b.at ?? -Infinity];
  if (atA !== atB) return atA - atB;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
