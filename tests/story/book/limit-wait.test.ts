import { describe, expect, it } from 'vitest';
import { limitWait } from '../../../src/story/book/limit-wait.ts';
import type { StoryMembers } from '../../../src/story/book/story-members.ts';

const STORY: StoryMembers = { id: 'a', articleIds: ['a'], voices: ['a'], longer: new Set() };

const limit = (storiesOf: () => Promise<StoryMembers[]>) =>
  limitWait({ storiesOf, progress: () => 0.437 }, 20);

describe('stories for someone who waits', () => {
  it('are those that are there in time', async () => {
    expect(await limit(async () => [STORY]).storiesOf(['a'])).toEqual([STORY]);
  });

  it('are refused with how far joining has come if it takes too long', async () => {
    const never = new Promise<StoryMembers[]>(() => undefined);
    await expect(limit(() => never).storiesOf(['a'])).rejects.toMatchObject({
      code: 'not-available',
      message: expect.stringContaining('43 % is done'),
    });
  });

  it('fail as they fail', async () => {
    const broken = () => Promise.reject(new Error('The disk is gone.'));
    await expect(limit(broken).storiesOf(['a'])).rejects.toThrow('The disk is gone.');
  });
});
