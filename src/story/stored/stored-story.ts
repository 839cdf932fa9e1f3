import { z } from 'zod';
import type { StoryMembers } from '../book/story-members.ts';
import { isSameList } from '../same-list.ts';

/** A story as it is stored. */
export type StoredStory = z.infer<typeof storedStorySchema>;

const positionsSchema = z.array(z.int().min(0)).readonly();

export const storedStorySchema = z
  .object({
    /** Of its articles, in their order. The first one names it. */
    ids: z.array(z.string()).readonly(),
    /** By article: the position of the first one with the same text. Absent if each has a text of its own. */
    voices: positionsSchema.exactOptional(),
    /** The positions of those that have words which the first one with their text has not. Absent if there are none. */
    longer: positionsSchema.exactOptional(),
  })
  .readonly();

/** A story in the form in which it is stored. */
export function packStory({ articleIds, voices, longer }: StoryMembers): StoredStory {
  const positions = new Map(articleIds.map((id, position) => [id, position]));
  const firsts = voices.map((id) => positions.get(id)!);
  const isCopied = firsts.some((first, position) => first !== position);
  return {
    ids: articleIds,
    ...(isCopied && { voices: firsts }),
    ...(longer.size > 0 && { longer: [...longer].map((id) => positions.get(id)!) }),
  };
}

/** The members of a stored story. */
export function unpackStory({ ids, voices, longer = [] }: StoredStory): StoryMembers {
  return {
    id: ids[0]!,
    articleIds: ids,
    voices: voices ? ids.map((id, position) => ids[voices[position]!] ?? id) : ids,
    longer: new Set(longer.flatMap((position) => ids[position] ?? [])),
  };
}

/** Whether two stories have the same articles and voices. */
export function isSameStored(a: StoredStory, b: StoredStory): boolean {
  return (
    isSameList(a.ids, b.ids) && isSameList(a.voices, b.voices) && isSameList(a.longer, b.longer)
  );
}
