import type { StoryPart } from './story-records.ts';
import type { StoredStory } from './stored-story.ts';
import type { StoryChanges } from './story-table.ts';

/** About how many articles a part has: some 30 kB. */
const PART_ARTICLES = 500;

/** Splits changes into parts that are stored one by one. A story is never split. */
export function splitChanges({ stories, gone }: StoryChanges): StoryPart[] {
  const parts: StoryPart[] = [];
  for (let from = 0; from < gone.length; from += PART_ARTICLES)
    parts.push({ stories: [], gone: gone.slice(from, from + PART_ARTICLES) });
  let part: StoredStory[] = [];
  let size = 0;
  for (const story of stories) {
    part.push(story);
    size += story.ids.length;
    if (size < PART_ARTICLES) continue;
    parts.push({ stories: part, gone: [] });
    [part, size] = [[], 0];
  }
  if (part.length > 0) parts.push({ stories: part, gone: [] });
  return parts;
}
