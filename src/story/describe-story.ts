import type { ArticleEntry } from '../index/article-entry.ts';
import type { ArticleReader } from '../index/article-view.ts';
import type { StoryMembers } from './book/story-members.ts';
import { isSameList } from './same-list.ts';
import type { Story, StoryArticle } from './story.ts';

/** A story, and what it follows from. */
interface Described {
  readonly members: StoryMembers;
  readonly entries: readonly (ArticleEntry | undefined)[];
  readonly story: Story;
}

/** By the first entry of each story: digests ask for thousands of stories, of which few change in between. */
const described = new WeakMap<ArticleEntry, Described>();

/**
 * Describes a story by those of its articles that are in the index and wanted; undefined if none is. As long as nothing
 * of them changes, a story all of whose articles are wanted is the same object.
 */
export function describeStory(
  members: StoryMembers,
  index: Pick<ArticleReader, 'entry'>,
  isWanted: (entry: ArticleEntry) => boolean,
): Story | undefined {
  const whole = describeWhole(members, index);
  if (!whole || whole.articles.every(isWanted)) return whole;
  const articles = whole.articles.filter(isWanted);
  return articles.length > 0 ? { ...whole, articles } : undefined;
}

function describeWhole(
  members: StoryMembers,
  index: Pick<ArticleReader, 'entry'>,
): Story | undefined {
  const entries = members.articleIds.map((id) => index.entry(id));
  const first = entries.find((entry) => entry !== undefined);
  if (!first) return undefined;
  const known = described.get(first);
  if (known && isSameList(known.entries, entries) && isSame(known.members, members))
    return known.story;
  const story = build(members, entries);
  described.set(first, { members, entries, story });
  return story;
}

function isSame(a: StoryMembers, b: StoryMembers): boolean {
  return (
    a === b ||
    (isSameList(a.articleIds, b.articleIds) &&
      isSameList(a.voices, b.voices) &&
      isSameList([...a.longer], [...b.longer]))
  );
}

function build(
  { id, articleIds, voices, longer }: StoryMembers,
  entries: readonly (ArticleEntry | undefined)[],
): Story {
  const articles: StoryArticle[] = [];
  for (const [position, entry] of entries.entries()) {
    if (!entry) continue;
    const voice = voices[position]!;
    const saysMore = longer.has(articleIds[position]!);
    articles.push(saysMore ? { ...entry, voice, saysMore } : { ...entry, voice });
  }
  articles.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return { id, articles };
}
