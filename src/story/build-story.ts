import { createHash } from 'node:crypto';
import { dot } from '../text/term-vector.ts';
import type { ClusterItem } from './cluster-item.ts';
import type { Story } from './story.ts';
import type { StoryDraft } from './story-drafts.ts';

/** Builds a story from a finished draft. If no article is dated, its dates are the epoch. */
export function buildStory(draft: StoryDraft): Story {
  const { items } = draft;
  const dates = items.map((item) => item.at).filter((at) => at !== undefined);
  const sources = items.map((item) => item.source).filter((source) => source !== undefined);
  return {
    id: storyId(items[0]!.id),
    articleIds: items.map((item) => item.id),
    centralId: centralItem(draft).id,
    sources: [...new Set(sources)],
    firstAt: new Date(dates[0] ?? 0).toISOString(),
    lastAt: new Date(dates.at(-1) ?? 0).toISOString(),
  };
}

/** A story's id, derived from its earliest article's id. */
export function storyId(firstArticleId: string): string {
  return createHash('sha256').update(`story:${firstArticleId}`).digest('hex').slice(0, 16);
}

/** The article closest to the centroid. Ties go to the first id. */
function centralItem({ items, sum }: StoryDraft): ClusterItem {
  const closeness = new Map(items.map((item) => [item, dot(item.vector, sum)]));
  return items.reduce((best, item) => {
    const difference = closeness.get(item)! - closeness.get(best)!;
    return difference > 0 || (difference === 0 && item.id < best.id) ? item : best;
  });
}
