import { groupVoices } from '../join/group-voices.ts';
import { saysMore, type Sketch } from '../join/sketch.ts';

/** The articles of a story. */
export interface StoryMembers {
  /** The id of its first article. The id of any of its articles leads to the story, now and after it has grown. */
  readonly id: string;
  /** By the hour of publication, then by id. */
  readonly articleIds: readonly string[];
  /** By article: the first article with the same text. Those with different ones are independent voices. */
  readonly voices: readonly string[];
  /** Those that have words which the first article with their text has not. */
  readonly longer: ReadonlySet<string>;
}

/** Describes a story by its articles, at least one, and the sketches of their texts. */
export function buildStoryMembers(
  articleIds: readonly string[],
  sketches: readonly Sketch[],
): StoryMembers {
  const firsts = groupVoices(sketches);
  return {
    id: articleIds[0]!,
    articleIds,
    voices: firsts.map((first) => articleIds[first]!),
    longer: new Set(articleIds.filter((_, at) => saysMore(sketches[at]!, sketches[firsts[at]!]!))),
  };
}
