import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTimeline, rankTimeline } from '../../../src/story/facts/timeline/build-timeline.ts';
import { dayOf, isoOfDay } from '../../../src/story/facts/timeline/calendar-day.ts';
import { findNamedDays } from '../../../src/story/facts/timeline/named-days.ts';
import type { TimelineArticle } from '../../../src/story/facts/timeline/timeline.ts';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';

const TEXTS = {
  a: {
    publishedAt: '2024-06-11T18:00:00Z',
    text: `The Kalen dam burst on Tuesday and flooded two villages in the valley. It was built in the fifties. Pictured: the broken wall of the Kalen dam on Tuesday.`,
  },
  b: {
    publishedAt: '2024-06-12T08:00:00Z',
    text: `Soldiers flew 300 people out of villages flooded when the Kalen dam burst. Engineers had warned of cracks in the Kalen dam on 3 May 2024, a report shows.`,
  },
  c: {
    publishedAt: '2024-06-14T08:00:00Z',
    text: `Police arrested the director of the company that runs the Kalen dam on Thursday. The Kalen dam burst on Tuesday and two villages in the valley were flooded. A court will hear the case on Monday.`,
  },
  d: {
    publishedAt: '2024-06-18T08:00:00Z',
    text: `A court on Monday ordered the director of the Kalen dam company to be held for a month. Engineers warned of cracks in the wall of the Kalen dam on 3 May 2024.`,
  },
} as const;

type Id = keyof typeof TEXTS;

function buildArticle(id: string, text: string, publishedAt?: string): TimelineArticle {
  const reading = buildReading({ title: '', text, lang: 'en' });
  return { id, title: '', reading, ...(publishedAt !== undefined && { publishedAt }) };
}

const DAM = Object.entries(TEXTS).map(([id, { text, publishedAt }]) =>
  buildArticle(id, text, publishedAt),
);

function linesOf(...args: Parameters<typeof buildTimeline>): [string, string][] {
  return buildTimeline(...args).map(({ date, sentences }) => [date, sentences[0]!.text]);
}

describe('buildTimeline', () => {
  it('tells a story date by date, a sentence each, word for word', () => {
    const timeline = buildTimeline(DAM);
    expect(linesOf(DAM)).toEqual([
      ['2024-05-03', expect.stringMatching(/^Engineers .*3 May 2024/)],
      ['2024-06-11', expect.stringMatching(/dam burst on Tuesday/)],
      ['2024-06-12', expect.stringMatching(/^Soldiers flew/)],
      ['2024-06-13', expect.stringMatching(/^Police arrested/)],
      ['2024-06-17', expect.stringMatching(/^A court on Monday ordered/)],
    ]);
    for (const { sentences } of timeline) {
      expect(sentences).toHaveLength(1);
      for (const { articleId, text, start, end } of sentences) {
        expect(TEXTS[articleId as Id].text.slice(start, end)).toBe(text);
      }
    }
  });

  it('keeps to a number of dates: those that the story has most of', () => {
    const dates = linesOf(DAM, { dates: 2 }).map(([date]) => date);
    expect(dates).toContain('2024-06-11');
    expect(dates).toHaveLength(2);
  });

  it('is none with fewer than two dates', () => {
    expect(buildTimeline([DAM[0]!])).toEqual([]);
    expect(buildTimeline([])).toEqual([]);
    expect(rankTimeline([DAM[0]!])).toHaveLength(1);
  });

  it('shows neither captions nor what points back', () => {
    const texts = rankTimeline(DAM).map(({ sentences }) => sentences[0]!.text);
    expect(texts.join('\n')).not.toMatch(/Pictured|^It was/m);
  });

  it('does not show what was only announced', () => {
    expect(linesOf(DAM.slice(0, 3)).map(([date]) => date)).not.toContain('2024-06-17');
    expect(linesOf(DAM).map(([, text]) => text)).not.toContainEqual(
      expect.stringContaining('will hear'),
    );
  });

  it('does not tell one event on two dates', () => {
    const text = TEXTS.a.text.replace('burst on Tuesday', 'burst on Wednesday');
    const again = buildArticle('e', text, '2024-06-12T09:00:00Z');
    const lines = linesOf([...DAM, again]).filter(([, line]) => line.startsWith('The Kalen dam'));
    expect(lines).toHaveLength(1);
  });

  it('counts copies once', () => {
    const copies = ['x', 'y', 'z'].map((id) => buildArticle(id, TEXTS.b.text, TEXTS.b.publishedAt));
    const voiceOf = (id: string): string => ('xyz'.includes(id) ? 'b' : id);
    const scoreOf = (options: Parameters<typeof rankTimeline>[1]): number =>
      rankTimeline([...DAM, ...copies], options).find(({ date }) => date === '2024-06-12')!.score;
    expect(scoreOf({ voiceOf })).toBeLessThan(scoreOf({}) / 2);
  });

  it('traces every date to the text or the article, whatever the order of the articles', () => {
    const sentences = Object.values(TEXTS).flatMap(({ text }) => text.split(/(?<=\.) /));
    const story = fc.array(
      fc.record({
        text: fc.array(
          fc.constantFrom(
            ...sentences,
            'On 5 June 2024 the valley was still dry and nobody feared a flood.',
          ),
          { minLength: 1 },
        ),
        day: fc.integer({ min: 1, max: 28 }),
        isDated: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(story, (parts) => {
        const articles = parts.map(({ text, day, isDated }, id) =>
          buildArticle(
            `${id}`,
            text.join(' '),
            isDated ? `2024-06-${String(day).padStart(2, '0')}T12:00:00Z` : undefined,
          ),
        );
        const timeline = buildTimeline(articles);
        expect(buildTimeline(articles.toReversed())).toEqual(timeline);
        for (const {
          date,
          sentences: [line],
        } of timeline) {
          const { publishedAt } = articles[Number(line!.articleId)]!;
          const text = parts[Number(line!.articleId)]!.text.join(' ');
          expect(text.slice(line!.start, line!.end)).toBe(line!.text);
          const named = findNamedDays(line!.text, dayOf(publishedAt), 'en');
          expect([...named.map(({ day }) => isoOfDay(day)), publishedAt?.slice(0, 10)]).toContain(
            date,
          );
        }
      }),
      { numRuns: 40 },
    );
  });
});
