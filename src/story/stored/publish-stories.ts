import { randomUUID } from 'node:crypto';
import { createBreather } from '../../slices.ts';
import { KEEP } from '../../store/record-store.ts';
import { STORY_RULES } from '../join/join-settings.ts';
import { planMerge } from './plan-merge.ts';
import type { StoryReading } from './read-stories.ts';
import { splitChanges } from './split-changes.ts';
import {
  PUBLISHED,
  partKey,
  partKeys,
  type PublishedStories,
  type StoryBatch,
  type StoryPart,
  type StoryRecords,
} from './story-records.ts';
import type { StoredStory } from './stored-story.ts';
import type { StoryChanges } from './story-table.ts';

/** Publishes stories. Of all publishers of a store, only the one that took over last can. */
export interface StoryPublisher {
  /** Stores what changed up to a cursor of the journal. Killed at any point, it has published all of it or nothing. */
  publish(changes: StoryChanges, position: number): Promise<void>;
}

/** Another process publishes now. */
export class ReplacedPublisherError extends Error {
  override name = 'ReplacedPublisherError';
}

/**
 * Takes over from the publisher before, which cannot publish any more. Afterwards the reading has all that it has
 * published; `lost` aborts the writing.
 */
export async function takeOverStories(
  { parts, published }: Pick<StoryRecords, 'parts' | 'published'>,
  reading: StoryReading,
  lost: AbortSignal,
): Promise<StoryPublisher> {
  const by = randomUUID().slice(0, 8);
  const { after } = await published.change(PUBLISHED, (present) => ({
    ...(present ?? { rules: 0, position: 0, batches: [] }),
    by,
  }));
  let last = after!;
  await reading.catchUp();
  let isTidy = false;

  return {
    async publish(changes, position) {
      const isUsable = reading.position !== undefined;
      const { stories, gone } = changes;
      const isEmpty = stories.length === 0 && gone.length === 0;
      if (!isUsable || !isEmpty || position !== last.position) {
        const batches = isUsable ? [...last.batches] : [];
        const written = splitChanges(changes);
        if (!isEmpty) batches.push(await write(written));
        await commit({ ...last, rules: STORY_RULES, position, batches });
        reading.adopt(last, written);
      }
      if (!isTidy) await removeUnused();
      isTidy = true;
      await merge();
    },
  };

  async function write(written: readonly StoryPart[], repeats?: number): Promise<StoryBatch> {
    const number = (last.batches.at(-1)?.number ?? 0) + 1;
    for (const [at, part] of written.entries()) {
      lost.throwIfAborted();
      await parts.put(partKey({ number, by }, at), part);
      await new Promise(setImmediate);
    }
    const size = written.reduce(
      (sum, { stories, gone }) => sum + countArticles(stories) + gone.length,
      0,
    );
    return { number, by, parts: written.length, size, ...(repeats !== undefined && { repeats }) };
  }

  async function commit(next: PublishedStories): Promise<void> {
    lost.throwIfAborted();
    const { kind } = await published.change(PUBLISHED, (present) =>
      present?.by === by ? next : KEEP,
    );
    if (kind !== 'stored')
      throw new ReplacedPublisherError('Another process publishes the stories.');
    last = next;
  }

  /** Removes what no batch has: parts of publishers that were killed, and of other rules. */
  async function removeUnused(): Promise<void> {
    const used = new Set(last.batches.flatMap(partKeys));
    const found: string[] = [];
    for await (const [key] of parts.list('', (unreadable) => found.push(unreadable)))
      found.push(key);
    for (const key of found) {
      lost.throwIfAborted();
      if (!used.has(key)) await parts.remove(key);
    }
  }

  /** Merges small batches, so that there are few and what was replaced goes. */
  async function merge(): Promise<void> {
    const { kept, merged } = planMerge(last.batches);
    const newest = merged.at(-1);
    if (!newest) return;
    const again = splitChanges(await repeatChanges(merged, kept.length === 0));
    const batch = await write(again, newest.number);
    await commit({ ...last, batches: [...kept, batch] });
    reading.adopt(last, []);
    for (const key of merged.flatMap(partKeys)) await parts.remove(key);
  }

  /** What holds now of the articles of some batches, which are the newest. */
  async function repeatChanges(
    batches: readonly StoryBatch[],
    areAll: boolean,
  ): Promise<StoryChanges> {
    const breathe = createBreather('following');
    const stories = new Map<string, StoredStory>();
    const gone = new Set<string>();
    for (const key of batches.flatMap(partKeys)) {
      const part = await parts.get(key);
      const ids = [...(part?.gone ?? []), ...(part?.stories ?? []).flatMap((story) => story.ids)];
      for (const id of ids) {
        const story = reading.table.storyOf(id);
        if (story) stories.set(story.ids[0]!, story);
        else if (!areAll) gone.add(id);
      }
      await breathe();
    }
    return { stories: [...stories.values()], gone: [...gone] };
  }
}

function countArticles(stories: readonly StoredStory[]): number {
  return stories.reduce((sum, { ids }) => sum + ids.length, 0);
}
