import { beforeEach, describe, expect, it } from 'vitest';
import { ArticleIndex } from '../../src/index/article-index.ts';
import type { StoryMembers } from '../../src/story/book/story-members.ts';
import { describeStory } from '../../src/story/describe-story.ts';
import type { Story } from '../../src/story/story.ts';
import { buildReport } from '../support/build-news.ts';

const FIRST = buildReport('flood', 'Harbour Post', '2026-03-09T18:00:00.000Z');
const SECOND = buildReport('flood', 'Meridian Wire', '2026-03-09T19:00:00.000Z');
const IDS = [FIRST.id, SECOND.id];

const OWN_TEXTS: StoryMembers = { id: FIRST.id, articleIds: IDS, voices: IDS, longer: new Set() };
const COPIES: StoryMembers = { ...OWN_TEXTS, voices: [FIRST.id, FIRST.id] };

let index: ArticleIndex;
beforeEach(() => {
  index = new ArticleIndex();
  index.put(FIRST);
  index.put(SECOND);
});

function tell(members: StoryMembers = OWN_TEXTS): Story | undefined {
  return describeStory(members, index, () => true);
}

function listTitles(story: Story | undefined): string[] | undefined {
  return story?.articles.map(({ title }) => title);
}

describe('a story, described', () => {
  it('has its articles, the earliest first', () => {
    const turned = { ...OWN_TEXTS, articleIds: IDS.toReversed(), voices: IDS.toReversed() };
    expect(tell(turned)?.articles.map(({ id }) => id)).toEqual(IDS);
  });

  it('has none of its articles that are not wanted', () => {
    const isLater = ({ id }: { readonly id: string }): boolean => id === SECOND.id;
    const story = describeStory(OWN_TEXTS, index, isLater);
    expect(story?.articles.map(({ id }) => id)).toEqual([SECOND.id]);
    expect(story?.id).toBe(FIRST.id);
    expect(describeStory(OWN_TEXTS, index, () => false)).toBeUndefined();
  });

  it('is undefined if none of its articles is in the index', () => {
    for (const id of IDS) index.remove(id);
    expect(tell()).toBeUndefined();
  });

  it('is the same object if nothing has changed, whoever says what its articles are', () => {
    index.put(buildReport('election', 'Quillfeather', '2026-03-09T20:00:00.000Z'));
    expect(tell({ ...OWN_TEXTS, articleIds: [...IDS], longer: new Set() })).toBe(tell());
  });

  it('is described again when an article has', () => {
    const before = tell();
    index.put({ ...SECOND, title: 'Another headline' });
    expect(listTitles(tell())).toEqual([FIRST.title, 'Another headline']);
    expect(listTitles(before)).toEqual([FIRST.title, SECOND.title]);
    index.remove(SECOND.id);
    expect(listTitles(tell())).toEqual([FIRST.title]);
  });

  it('is described again when a text is known to be a copy, or to say more', () => {
    expect(tell()?.articles.map(({ voice }) => voice)).toEqual(IDS);
    expect(tell(COPIES)?.articles.map(({ voice }) => voice)).toEqual([FIRST.id, FIRST.id]);
    const longer = tell({ ...COPIES, longer: new Set([SECOND.id]) });
    expect(longer?.articles.map(({ saysMore }) => saysMore)).toEqual([undefined, true]);
    expect(tell(COPIES)?.articles.map(({ saysMore }) => saysMore)).toEqual([undefined, undefined]);
  });

  it('is described again when it has another article', () => {
    const alone = { ...OWN_TEXTS, articleIds: [FIRST.id], voices: [FIRST.id] };
    expect(listTitles(tell(alone))).toEqual([FIRST.title]);
    expect(listTitles(tell())).toEqual([FIRST.title, SECOND.title]);
  });
});
