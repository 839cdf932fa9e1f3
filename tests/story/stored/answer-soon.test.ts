import { describe, expect, it, vi } from 'vitest';
import type { StoryMembers } from '../../../src/story/book/story-members.ts';
import { answerSoon } from '../../../src/story/stored/answer-soon.ts';

const story = (id: string): StoryMembers => ({
  id,
  articleIds: [id],
  voices: [id],
  longer: new Set(),
});
const [OLD, NEW] = [story('old'), story('new')];
const IDS = Array.from({ length: 10 }, (_, at) => `article ${at}`);

/** Answers of which the settled ones come when they are let, and the published ones lack some articles. */
function open(unknown: number, mostMs = 30) {
  const waiting: ((stories: StoryMembers[]) => void)[] = [];
  const storiesOf = vi.fn<() => Promise<StoryMembers[]>>(
    () => new Promise<StoryMembers[]>((resolve) => void waiting.push(resolve)),
  );
  const stories = answerSoon(
    {
      settled: { storiesOf },
      published: async () => ({ stories: [OLD], unknown }),
      progress: () => 0.437,
    },
    mostMs,
  );
  return { stories, settle: () => waiting.splice(0).forEach((resolve) => resolve([NEW])) };
}

describe('stories for someone who waits', () => {
  it('are settled if that takes no time', async () => {
    const { stories, settle } = open(10, 60_000);
    const asked = stories.storiesOf(IDS);
    settle();
    expect(await asked).toEqual([NEW]);
  });

  it('are the published ones while they are not settled, and are waited for no more', async () => {
    const { stories, settle } = open(1, 60_000);
    const timeout = vi.spyOn(AbortSignal, 'timeout');
    expect(await stories.storiesOf(IDS)).toEqual([OLD]);
    expect(timeout).toHaveBeenCalledTimes(1);
    expect(await stories.storiesOf(IDS)).toEqual([OLD]);
    expect(timeout).toHaveBeenCalledTimes(1);
    settle();
    await new Promise(setImmediate);
    const asked = stories.storiesOf(IDS);
    settle();
    expect(await asked).toEqual([NEW]);
    expect(timeout).toHaveBeenCalledTimes(2);
    timeout.mockRestore();
  });

  it('are refused with how far joining has come if too few articles are in published ones', async () => {
    const { stories } = open(2);
    await expect(stories.storiesOf(IDS)).rejects.toMatchObject({
      code: 'not-available',
      message: expect.stringContaining('; 43 % is done'),
    });
  });

  it('fail as they fail', async () => {
    const storiesOf = () => Promise.reject(new Error('The disk is gone.'));
    const published = async () => ({ stories: [OLD], unknown: 0 });
    const stories = answerSoon({ settled: { storiesOf }, published, progress: () => 0 }, 60_000);
    await expect(stories.storiesOf(IDS)).rejects.toThrow('The disk is gone.');
  });
});
