import type { StoryReader } from '../../src/story/book/story-book.ts';

/** The stories of some articles as plain values, in an order of their own. Throws if an article is in two. */
export async function describeMembers(
  stories: StoryReader,
  ids: readonly string[],
  guildId?: string,
): Promise<readonly unknown[]> {
  const found = await stories.storiesOf(ids, guildId);
  const seen = new Set<string>();
  for (const id of found.flatMap(({ articleIds }) => articleIds)) {
    if (seen.has(id)) throw new Error(`${id} is in two stories.`);
    seen.add(id);
  }
  return found
    .map(({ id, articleIds, voices, longer }) => ({
      id,
      articleIds,
      voices,
      longer: [...longer].toSorted(),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
