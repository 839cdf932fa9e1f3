import { createBreather } from '../../slices.ts';
import type { StoryBook } from '../book/story-book.ts';
import { isSameStored, packStory, type StoredStory } from './stored-story.ts';
import type { StoryChanges, StoryTable } from './story-table.ts';

/** Lists what is otherwise in a settled book than in the table, as far as some articles are concerned. */
export async function listChanges(
  ids: Iterable<string>,
  book: Pick<StoryBook, 'sharedStory'>,
  table: Pick<StoryTable, 'has' | 'storyOf'>,
): Promise<StoryChanges> {
  const breathe = createBreather('following');
  const stories: StoredStory[] = [];
  const gone: string[] = [];
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) continue;
    const members = book.sharedStory(id);
    if (members) {
      const story = packStory(members);
      for (const each of story.ids) seen.add(each);
      const stored = table.storyOf(members.id);
      if (!stored || !isSameStored(stored, story)) stories.push(story);
    } else if (table.has(id)) gone.push(id);
    await breathe();
  }
  return { stories, gone };
}
