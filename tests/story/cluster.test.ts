import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureStories, scoreStories } from '../../bench/support/measure-quality.ts';
import { scoreBcubed } from '../../bench/support/score-bcubed.ts';
import { runAtOnce } from '../../src/slices.ts';
import { storyId } from '../../src/story/build-story.ts';
import type { ClusterItem } from '../../src/story/cluster-item.ts';
import { CLUSTER_DEFAULTS, clusterStories } from '../../src/story/cluster.ts';
import { clusterArticles } from '../../src/story/cluster-articles.ts';
import { normalize } from '../../src/text/term-vector.ts';
import { readSamples } from '../support/read-samples.ts';

/** By event, the titles of the sample articles that report it. */
const SAMPLE_EVENTS = JSON.parse(
  readFileSync(join(import.meta.dirname, 'sample-events.json'), 'utf8'),
) as Record<string, string[]>;

/** BCubed recall on the sample articles when this was written. */
const FORMER_RECALL = 0.867;

const DAY_MS = 86_400_000;

function item(
  id: string,
  terms: Record<string, number>,
  more: Partial<ClusterItem> = {},
): ClusterItem {
  return { id, title: id, vector: normalize(new Map(Object.entries(terms))), ...more };
}

const FLOOD = { derna: 3, dam: 2, flood: 1 };
const VOTE = { france: 3, vote: 2, election: 1 };

describe('clusterStories', () => {
  it('joins articles about one event and keeps others separate', () => {
    const stories = runAtOnce(
      clusterStories([
        item('a', FLOOD, { at: DAY_MS, source: 'Post' }),
        item('b', VOTE, { at: 2 * DAY_MS, source: 'Post' }),
        item('c', { ...FLOOD, libya: 1 }, { at: 3 * DAY_MS, source: 'Times' }),
        item('d', FLOOD, { at: 3 * DAY_MS, source: 'Post' }),
      ]),
    );
    expect(stories).toEqual([
      {
        id: storyId('a'),
        articleIds: ['a', 'c', 'd'],
        centralId: 'a',
        sources: ['Post', 'Times'],
        firstAt: '1970-01-02T00:00:00.000Z',
        lastAt: '1970-01-04T00:00:00.000Z',
      },
      expect.objectContaining({ articleIds: ['b'] }),
    ]);
  });

  it('opens a new story when the window has passed since the last article', () => {
    const { windowMs } = CLUSTER_DEFAULTS;
    const times = { a: 0, b: windowMs, c: 2 * windowMs, d: 3 * windowMs + 1 };
    const items = Object.entries(times).map(([id, at]) => item(id, FLOOD, { at }));
    const ids = runAtOnce(clusterStories(items)).map((story) => story.articleIds);
    expect(ids).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('accepts articles without a date', () => {
    const ids = runAtOnce(clusterStories([item('b', FLOOD), item('a', FLOOD), item('c', {})]));
    expect(ids.map((story) => story.articleIds)).toEqual([['a', 'b'], ['c']]);
    expect(runAtOnce(clusterStories([]))).toEqual([]);
  });

  it('keeps a story’s id while the story grows', () => {
    const first = item('a', FLOOD, { at: 1 });
    const [before] = runAtOnce(clusterStories([first]));
    const [after] = runAtOnce(clusterStories([item('b', FLOOD, { at: 2 }), first]));
    expect(after!.id).toBe(before!.id);
  });

  it('puts every article in exactly one story, the same for any input order', () => {
    const terms = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'd', '__proto__'),
      fc.integer({ min: 1, max: 5 }),
    );
    const at = fc.option(
      fc.integer({ min: 0, max: 20 }).map((day) => day * DAY_MS),
      { nil: undefined },
    );
    const items = fc
      .array(fc.tuple(terms, at), { maxLength: 25 })
      .map((list) =>
        list.map(([weights, date], i) =>
          item(`x${i}`, weights, date === undefined ? {} : { at: date }),
        ),
      );
    const shuffled = items.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const stories = runAtOnce(clusterStories(list));
        expect(runAtOnce(clusterStories(other))).toEqual(stories);
        expect(stories.flatMap((story) => story.articleIds).toSorted()).toEqual(
          list.map(({ id }) => id).toSorted(),
        );
        for (const story of stories) expect(story.articleIds).toContain(story.centralId);
      }),
    );
  });

  it('pauses after each article', () => {
    const steps = clusterStories([item('a', FLOOD), item('b', VOTE)]);
    expect([steps.next().done, steps.next().done, steps.next().done]).toEqual([false, false, true]);
  });
});

describe('clusterArticles', () => {
  it('distinguishes two floods by their names and numbers', () => {
    const articles = [
      {
        id: 'a',
        title: 'Dams break above Derna, thousands missing',
        text: 'Storm Daniel burst two dams above the Libyan port of Derna. Whole districts were carried into the sea. Rescuers from Tobruk searched for the missing.',
      },
      {
        id: 'b',
        title: 'Valencia counts its dead after a year of rain in a day',
        text: 'Flash floods in the Spanish region of Valencia killed more than 200 people. Cars piled up in the streets of Paiporta. Rescuers searched garages for the missing.',
      },
      {
        id: 'c',
        title: 'Libya: Derna buries its dead',
        text: 'A week after the dams broke, Derna is still counting. Officials in Libya said thousands were missing after Storm Daniel.',
      },
      {
        id: 'd',
        title: 'Mud and anger in Paiporta',
        text: 'Residents of Paiporta near Valencia shovelled mud from their houses after the flash floods. They asked the Spanish government why the warning came late.',
      },
    ];
    const stories = clusterArticles(articles);
    expect(stories.map((story) => story.articleIds)).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
  });

  it('finds the events of the sample articles as well as before', async () => {
    const eventOf = new Map(
      Object.entries(SAMPLE_EVENTS).flatMap(([event, titles]) =>
        titles.map((title) => [title, event] as const),
      ),
    );
    const samples = (await readSamples()).map((article) => {
      const story = eventOf.get(article.title);
      if (story === undefined) throw new Error(`sample-events.json lacks "${article.title}".`);
      return { ...article, story };
    });
    const { precision, recall } = scoreStories(samples);
    expect(precision).toBe(1);
    expect(recall).toBeGreaterThan(FORMER_RECALL - 0.02);
  });

  it('finds the stories of the public data set as well as one pass can', (context) => {
    const quality = measureStories();
    context.skip(quality === undefined, 'the public evaluation data is not at hand');
    expect(quality!.f1).toBeGreaterThan(0.85);
  });
});

describe('BCubed', () => {
  it('matches the published example', () => {
    const expected = new Map([
      ['1', 'A'],
      ['2', 'A'],
      ['3', 'A'],
      ['4', 'B'],
    ]);
    const actual = new Map([
      ['1', 'x'],
      ['2', 'x'],
      ['3', 'y'],
      ['4', 'y'],
    ]);
    const { precision, recall } = scoreBcubed(expected, actual);
    expect(precision).toBeCloseTo((1 + 1 + 0.5 + 0.5) / 4);
    expect(recall).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4);
  });
});
