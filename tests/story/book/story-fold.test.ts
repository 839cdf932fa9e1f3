import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runAtOnce } from '../../../src/slices.ts';
import type { FoldArticle } from '../../../src/story/book/step-parts.ts';
import { StoryFold } from '../../../src/story/book/story-fold.ts';
import { countTerms } from '../../support/count-terms.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.UTC(2026, 0, 1);

/**
 * Reports of seven events over ten days; reports of one event share some words, and each second one a word more, so that
 * some have many that are a little alike. Each tenth is a copy of another.
 */
const ARTICLES: readonly FoldArticle[] = Array.from({ length: 60 }, (_, number) => {
  const slot = textOf(number);
  const event = slot % 7;
  const words = [0, 1, 2, 3, 4, 5].filter((n) => (slot * 31 + n * 17) % 5 > 1);
  return {
    slot: number,
    id: `id${(number * 37) % 60}`,
    at: START + ((number * 53) % 240) * HOUR_MS,
    counts: countTerms(
      [
        ...words.map((n) => [`event${event}word${n}`, 1 + (n % 2)] as const),
        [`own${slot}`, 2],
        [`common${slot % 2}`, 1],
      ],
      // Some articles have the names of their event, some none.
      slot % 3 === 0 ? [] : words.map((n) => `event${event}word${n}`),
      // Some open with their event, some with something else.
      [
        `own${slot}`,
        `common${slot % 2}`,
        ...words.slice(0, slot % 4).map((n) => `event${event}word${n}`),
      ],
    ),
  };
});

/** The first article with the text of one. */
function textOf(number: number): number {
  return number % 10 === 9 ? number - 7 : number;
}

/** The stories of all articles, by the ids of their members. */
function describeStories(fold: StoryFold, articles = ARTICLES): string[] {
  const stories = new Set(articles.map(({ slot }) => fold.storyOf(slot)));
  return [...stories]
    .map((story) => JSON.stringify([story!.slots, story!.inner.toFixed(9)]))
    .toSorted();
}

function foldAll(articles: readonly FoldArticle[]): StoryFold {
  const fold = new StoryFold();
  for (const article of articles) fold.add(article);
  runAtOnce(fold.settle());
  return fold;
}

const EXPECTED = describeStories(foldAll(ARTICLES));

describe('a fold of stories', () => {
  it('joins some articles and not all', () => {
    expect(EXPECTED.length).toBeGreaterThan(6);
    expect(EXPECTED.length).toBeLessThan(40);
  });

  it('gives the same stories for the same articles, after any history', () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('add'), at: fc.nat(59) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove'), at: fc.nat(59) }) },
      // Pauses after some steps, so that the next change comes in the middle of an hour.
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('settle'), at: fc.nat(200) }) },
    );
    const order = fc.shuffledSubarray([...ARTICLES], { minLength: ARTICLES.length });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), order, (steps, rest) => {
        const fold = new StoryFold();
        const added = new Set<FoldArticle>();
        for (const { kind, at } of steps) {
          const article = ARTICLES[at % ARTICLES.length]!;
          if (kind === 'add' && !added.has(article)) {
            fold.add(article);
            added.add(article);
          } else if (kind === 'remove' && added.delete(article)) {
            fold.remove(article.slot, article.id);
          } else if (kind === 'settle') {
            const settling = fold.settle();
            for (let taken = 0; taken < at && !settling.next().done; taken++);
          }
        }
        for (const article of rest) if (!added.has(article)) fold.add(article);
        runAtOnce(fold.settle());
        expect(describeStories(fold)).toEqual(EXPECTED);
      }),
      { numRuns: 60 },
    );
  });

  it('is like a new one after every late article and every removal, by turns', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(ARTICLES.length - 1), { maxLength: 6 }), (turns) => {
        // Two of three are there at first, so that about as many come late as are removed.
        const present = new Set(ARTICLES.filter((_, i) => i % 3 !== 0));
        const fold = foldAll([...present]);
        for (const at of turns) {
          const article = ARTICLES[at]!;
          if (present.delete(article)) {
            fold.remove(article.slot, article.id);
          } else {
            fold.add(article);
            present.add(article);
          }
          runAtOnce(fold.settle());
          const all = [...present];
          expect(describeStories(fold, all)).toEqual(describeStories(foldAll(all), all));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('takes the steps of hours that a late article does not concern as they were', () => {
    const fold = foldAll(ARTICLES);
    const before = new Set(ARTICLES.map(({ slot }) => fold.storyOf(slot)));
    fold.add({
      slot: 60,
      id: 'late',
      at: START,
      counts: countTerms([['elsewhere', 3]]),
    });
    runAtOnce(fold.settle());
    const after = new Set(ARTICLES.map(({ slot }) => fold.storyOf(slot)));
    expect(after).toEqual(before);
    expect([...after].every((story) => before.has(story))).toBe(true);
  });

  it('finds neighbours again where a late article pushes others out of full lists', () => {
    const many = Array.from({ length: 600 }, (_, slot): FoldArticle => {
      const event = (slot * 7) % 31;
      const words = [0, 1, 2, 3, 4].filter((n) => (slot * 13 + n * 29) % 7 > 2);
      return {
        slot,
        id: `id${(slot * 377) % 600}`,
        at: START + ((slot * 101) % 50) * HOUR_MS,
        counts: countTerms(
          [
            ...words.map((n) => [`event${event}word${n}`, 1 + (slot % 3)] as const),
            [`common${slot % 2}`, 1 + (slot % 4)],
            [`kind${slot % 5}`, 1 + (slot % 2)],
          ],
          words.map((n) => `event${event}word${n}`),
        ),
      };
    });
    const expected = describeStories(foldAll(many), many);
    const late = many.filter(({ slot }) => slot % 11 === 4);
    const fold = foldAll(many.filter(({ slot }) => slot % 11 !== 4));
    for (const [i, article] of late.entries()) {
      fold.add(article);
      if (i % 30 === 0) runAtOnce(fold.settle());
    }
    for (const { slot, id } of late.slice(0, 20)) fold.remove(slot, id);
    runAtOnce(fold.settle());
    for (const article of late.slice(0, 20)) fold.add(article);
    runAtOnce(fold.settle());
    expect(describeStories(fold, many)).toEqual(expected);
  });

  it('is like a new one after late articles among many whose events share words', () => {
    const report = fc.record({ event: fc.nat(11), hour: fc.nat(29), words: fc.nat(2 ** 14 - 1) });
    const reports = fc.array(report, { minLength: 110, maxLength: 120 });
    fc.assert(
      fc.property(reports, (drawn) => {
        const articles = drawn.map(({ event, hour, words }, slot): FoldArticle => {
          const own = Array.from({ length: 10 }, (_, n) => [`own${slot}word${n}`, 1] as const);
          const shared = Array.from({ length: 14 }, (_, n) => n).flatMap((n) => {
            const of = n < 8 ? event : (event + 1) % 12;
            return (words >> n) % 2 === 1 ? [[`event${of}word${n % 8}`, 1 + (n % 3)] as const] : [];
          });
          const names = shared.slice(0, 4).map(([word]) => word);
          const counts = countTerms([...own, ...shared], slot % 3 === 0 ? [] : names);
          return { slot, id: `id${(slot * 37) % 120}`, at: START + hour * HOUR_MS, counts };
        });
        const late = articles.filter(({ slot }) => slot % 8 === 0);
        const present = articles.filter(({ slot }) => slot % 8 !== 0);
        const fold = foldAll(present);
        for (const article of late) {
          fold.add(article);
          present.push(article);
          runAtOnce(fold.settle());
          expect(describeStories(fold, present)).toEqual(
            describeStories(foldAll(present), present),
          );
        }
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it('has no story for an article that was removed', () => {
    const fold = foldAll(ARTICLES);
    fold.remove(ARTICLES[3]!.slot, ARTICLES[3]!.id);
    runAtOnce(fold.settle());
    expect(fold.storyOf(ARTICLES[3]!.slot)).toBeUndefined();
    expect(fold.progress).toBe(1);
  });

  it('forgets an article without joining the others again', () => {
    const fold = foldAll(ARTICLES);
    const before = new Map(ARTICLES.map(({ slot }) => [slot, fold.storyOf(slot)!]));
    const { slot, id } = ARTICLES.find((each) => before.get(each.slot)!.size > 2)!;
    const left = before.get(slot)!.slots.filter((other) => other !== slot);
    fold.forget(slot, id);
    expect(fold.storyOf(slot)).toBeUndefined();
    expect(fold.progress).toBeLessThan(1);
    expect(fold.takeFreed()).toEqual([]);
    runAtOnce(fold.settle());
    expect(fold.progress).toBe(1);
    expect(fold.takeFreed()).toEqual([slot]);
    expect(fold.takeFreed()).toEqual([]);
    expect(fold.storyOf(left[0]!)?.slots).toEqual(left);
    const others = ARTICLES.filter((each) => !before.get(slot)!.slots.includes(each.slot));
    for (const other of others) expect(fold.storyOf(other.slot)).toBe(before.get(other.slot));
  });

  it('has the same stories without forgotten ones as if they had never been, if none was like the rest', () => {
    const old = Array.from({ length: 20 }, (_, n): FoldArticle => ({
      slot: 60 + n,
      id: `old${n}`,
      at: START - (30 - n) * DAY_MS,
      counts: countTerms([
        [`past${n % 3}`, 2],
        [`gone${n % 3}`, 2],
        [`once${n % 3}`, 1],
      ]),
    }));
    const fold = foldAll([...ARTICLES, ...old]);
    for (const { slot, id } of old) fold.forget(slot, id);
    runAtOnce(fold.settle());
    expect(describeStories(fold)).toEqual(EXPECTED);
    expect(fold.takeFreed().toSorted((a, b) => a - b)).toEqual(old.map(({ slot }) => slot));
  });

  it('stays whole while articles are forgotten, come late and change, after any history', () => {
    const kinds = ['add', 'forget', 'replace', 'settle'] as const;
    const step = fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(200) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const fold = new StoryFold();
        const present = new Set<FoldArticle>();
        const free = new Set(ARTICLES);
        for (const { kind, at } of steps) {
          const article = ARTICLES[at % ARTICLES.length]!;
          if (kind === 'add' && free.delete(article)) {
            fold.add(article);
            present.add(article);
          } else if (kind === 'forget' && present.delete(article)) {
            fold.forget(article.slot, article.id);
          } else if (kind === 'replace' && present.has(article)) {
            fold.remove(article.slot, article.id);
            fold.add(article);
          } else if (kind === 'settle') {
            const settling = fold.settle();
            for (let taken = 0; taken < at && !settling.next().done; taken++);
          }
          for (const slot of fold.takeFreed()) free.add(ARTICLES[slot]!);
        }
        runAtOnce(fold.settle());
        expect(fold.progress).toBe(1);
        const stories = new Set([...present].map(({ slot }) => fold.storyOf(slot)!));
        const members = [...stories].flatMap(({ slots }) => slots);
        expect(members.toSorted((a, b) => a - b)).toEqual(
          [...present].map(({ slot }) => slot).toSorted((a, b) => a - b),
        );
        for (const story of stories) {
          expect(story.slots.every((slot) => fold.storyOf(slot) === story)).toBe(true);
          expect(story.size).toBe(new Set(story.slots.map(textOf)).size);
        }
        // Nothing is left of what it has forgotten: from the beginning it is like a new one.
        for (const { slot, id } of present) fold.forget(slot, id);
        runAtOnce(fold.settle());
        for (const article of ARTICLES) fold.add(article);
        runAtOnce(fold.settle());
        expect(describeStories(fold)).toEqual(EXPECTED);
      }),
      { numRuns: 100 },
    );
  });

  it('shows what kept articles would change, and changes nothing', () => {
    const fold = foldAll(ARTICLES);
    const [own] = ARTICLES;
    fold.keep({ ...own!, slot: 60, id: 'own', at: own!.at + 20 * DAY_MS });
    const overlay = runAtOnce(fold.overlay([60]))!;
    expect(overlay.get(60)?.slots).toContain(own!.slot);
    expect(overlay.get(own!.slot)).toBe(overlay.get(60));
    expect(fold.storyOf(60)).toBeUndefined();
    fold.drop(60);
    expect(describeStories(fold)).toEqual(EXPECTED);
  });
});
