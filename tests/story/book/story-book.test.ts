import { describe, expect, it, vi } from 'vitest';
import { StoryBook } from '../../../src/story/book/story-book.ts';
import { buildCoverage } from '../../support/build-coverage.ts';

const at = (position: number): string => new Date(Date.UTC(2026, 2, 1, position)).toISOString();
const FLOOD = buildCoverage('flood', ['Post', 'Wire', 'Courier'], at);
const [FIRST, SECOND, THIRD] = FLOOD as [(typeof FLOOD)[0], (typeof FLOOD)[0], (typeof FLOOD)[0]];
const STRIKE = buildCoverage('strike', ['Post', 'Wire'], at);

function buildBook(articles: Iterable<Parameters<StoryBook['put']>[0]>): StoryBook {
  const book = new StoryBook();
  for (const article of articles) book.put(article);
  return book;
}

/** Makes each piece of work seem to take longer than a slice. */
function makeSlow() {
  let now = 0;
  return vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
}

describe('a book of stories', () => {
  it('finds the story of any of its articles', async () => {
    const book = buildBook([...FLOOD, ...STRIKE]);
    const stories = await book.storiesOf([THIRD.id, STRIKE[0]!.id, FIRST.id]);
    expect(stories.map(({ id, articleIds }) => [id, articleIds.length])).toEqual([
      [FIRST.id, 3],
      [STRIKE[0]!.id, 2],
    ]);
    expect(await book.storiesOf(['unknown'])).toEqual([]);
  });

  it('still finds it by an id that it had when it began later', async () => {
    const book = buildBook([SECOND, THIRD]);
    const [before] = await book.storiesOf([THIRD.id]);
    expect(before?.id).toBe(SECOND.id);
    book.put(FIRST);
    const [after] = await book.storiesOf([before!.id]);
    expect(after?.articleIds).toEqual(FLOOD.map(({ id }) => id));
  });

  it('counts copies of a text as one voice', async () => {
    const copy = { ...FIRST, id: 'copy', title: 'Another headline', publishedAt: at(5) };
    const [story] = await buildBook([...FLOOD, copy]).storiesOf([copy.id]);
    const voices = new Map(story!.articleIds.map((id, i) => [id, story!.voices[i]]));
    expect(voices.get(copy.id)).toBe(FIRST.id);
    expect(new Set(voices.values()).size).toBe(3);
  });

  it('knows when another order of words makes a copy of a text of its own', async () => {
    const words = FIRST.text.split(' ');
    const copy = { ...FIRST, id: 'copy', publishedAt: at(5) };
    const reversed = { ...copy, text: words.toReversed().join(' ') };
    const book = buildBook([...FLOOD, copy]);
    await book.storiesOf([copy.id]);
    book.put(reversed);
    const [story] = await book.storiesOf([copy.id]);
    expect(story).toEqual((await buildBook([...FLOOD, reversed]).storiesOf([copy.id]))[0]);
    expect(new Set(story!.voices).size).toBe(4);
  });

  it('shows a server’s own article to that server alone, and changes nothing for others', async () => {
    const own = { ...THIRD, onlyFor: 'guild' };
    const book = buildBook([FIRST, SECOND, own]);
    const idsFor = async (guildId?: string): Promise<unknown> =>
      (await book.storiesOf([FIRST.id, own.id], guildId)).map(({ articleIds }) => articleIds);
    expect(await idsFor('guild')).toEqual([[FIRST.id, SECOND.id, own.id]]);
    expect(await idsFor('other')).toEqual([[FIRST.id, SECOND.id]]);
    expect(await idsFor()).toEqual([[FIRST.id, SECOND.id]]);
    book.remove(own.id);
    expect(await idsFor('guild')).toEqual([[FIRST.id, SECOND.id]]);
  });

  it('lets other work run while it describes many stories, also if an article arrives then', async () => {
    const book = buildBook([...FLOOD, STRIKE[0]!]);
    await book.settle();
    const clock = makeSlow();
    const order: string[] = [];
    const found = book.storiesOf([FIRST.id, STRIKE[0]!.id]).then((stories) => {
      order.push('stories');
      return stories;
    });
    setImmediate(() => {
      order.push('other');
      book.put(STRIKE[1]!);
    });
    const counts = (await found).map(({ articleIds }) => articleIds.length);
    clock.mockRestore();
    expect(order).toEqual(['other', 'stories']);
    expect(counts).toEqual([3, 2]);
  });

  it('looks up what it is asked for once, however many pauses it makes', async () => {
    const book = buildBook([...FLOOD, ...STRIKE]);
    await book.settle();
    const ids = [FIRST.id, STRIKE[0]!.id];
    const lookUps = vi.spyOn(ids, Symbol.iterator);
    const clock = makeSlow();
    const stories = await book.storiesOf(ids);
    clock.mockRestore();
    expect(stories).toHaveLength(2);
    expect(lookUps).toHaveBeenCalledOnce();
  });

  it('answers many servers at once while articles arrive', async () => {
    const book = buildBook(FLOOD.slice(0, 2));
    const owns = ['a', 'b', 'c'].map((guild) => ({ ...THIRD, id: `own-${guild}`, onlyFor: guild }));
    for (const own of owns) book.put(own);
    const asked = ['a', 'b', 'c'].map((guild) => book.storiesOf([FIRST.id], guild));
    book.put(STRIKE[0]!);
    const answers = await Promise.all(asked);
    expect(answers.map(([story]) => story?.articleIds.at(-1))).toEqual(owns.map(({ id }) => id));
  });
});
