import type { StoryMembers } from '../book/story-members.ts';
import { unpackStory, type StoredStory } from './stored-story.ts';
import type { StoryTable } from './story-table.ts';

/** The stories of some articles in one server's view. */
export interface ViewedStories {
  /** In the order of the articles, each once. */
  readonly stories: readonly StoryMembers[];
  /** How many of the articles are in none. */
  readonly unknown: number;
}

/**
 * Finds the stories of articles where some stories replace others, as a server's own articles make them. If these are
 * from a moment before the table, the table's stories do without the articles that they have.
 */
export function findStories(
  ids: readonly string[],
  table: Pick<StoryTable, 'storyOf'>,
  ownStories: readonly StoredStory[] = [],
): ViewedStories {
  const replaced = new Map(
    ownStories.flatMap((story) => story.ids.map((id) => [id, story] as const)),
  );
  const found = new Map<string, StoredStory>();
  let unknown = 0;
  for (const id of ids) {
    const own = replaced.get(id);
    const story = own ?? table.storyOf(id);
    const name = `${own ? 'own' : 'shared'} ${story?.ids[0]}`;
    if (!story) unknown += 1;
    else if (!found.has(name)) found.set(name, story);
  }
  const stories: StoryMembers[] = [];
  for (const story of found.values()) {
    const members = unpackStory(story);
    const isWhole =
      replaced.size === 0 || story.ids.every((id) => (replaced.get(id) ?? story) === story);
    stories.push(isWhole ? members : leaveOut(members, (id) => replaced.has(id)));
  }
  return { stories, unknown };
}

/** A story without some of its articles, at least one being left. */
function leaveOut(
  { articleIds, voices, longer }: StoryMembers,
  isOut: (id: string) => boolean,
): StoryMembers {
  const left = articleIds.filter((id) => !isOut(id));
  const firsts = new Map<string, string>();
  for (const [position, id] of articleIds.entries()) {
    const voice = voices[position]!;
    if (!isOut(id) && !firsts.has(voice)) firsts.set(voice, id);
  }
  const voiceOf = new Map(articleIds.map((id, position) => [id, firsts.get(voices[position]!)!]));
  return {
    id: left[0]!,
    articleIds: left,
    voices: left.map((id) => voiceOf.get(id)!),
    longer: new Set([...longer].filter((id) => !isOut(id))),
  };
}
