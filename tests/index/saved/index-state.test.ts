import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ArticleIndex } from '../../../src/index/article-index.ts';
import { answersOf, applySteps, history, openIndexFolder } from './index-history.ts';

const files = await openIndexFolder();
afterAll(() => files.close());

describe('an index that was saved and loaded', () => {
  it('answers like the one that was saved, and goes on like it', async () => {
    await fc.assert(
      fc.asyncProperty(history, history, async (before, after) => {
        const original = new ArticleIndex();
        applySteps(original, before);
        const bytes = await files.save(original);
        const loaded = await files.load();
        expect(answersOf(loaded)).toEqual(answersOf(original));
        expect((await files.save(loaded)).equals(bytes)).toBe(true);

        applySteps(original, after);
        applySteps(loaded, after);
        expect(answersOf(loaded)).toEqual(answersOf(original));
        // The same slots, blocks and numbers, not only the same answers.
        expect((await files.save(loaded)).equals(await files.save(original))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('may be saved, loaded and changed again and again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(history, { maxLength: 6 }), async (histories) => {
        const original = new ArticleIndex();
        let reloaded = new ArticleIndex();
        for (const steps of histories) {
          applySteps(original, steps);
          applySteps(reloaded, steps);
          await files.save(reloaded);
          reloaded = await files.load();
        }
        expect(answersOf(reloaded)).toEqual(answersOf(original));
      }),
      { numRuns: 15 },
    );
  });

  it('takes the place of whatever an index had', async () => {
    const saved = new ArticleIndex();
    applySteps(saved, fc.sample(history, 1)[0]!);
    await files.save(saved);
    const { parts } = await files.load();
    const other = new ArticleIndex();
    applySteps(other, fc.sample(history, 1)[0]!);
    const { version } = other;
    other.replaceParts(parts);
    expect(answersOf(other)).toEqual(answersOf(saved));
    expect(other.version).not.toBe(version);
  });
});
