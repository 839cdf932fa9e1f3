import { describe, expect, it } from 'vitest';
import { drawStoryTimeline } from '../../../../src/render/picture/story/story-timeline.ts';

const NOW = new Date('2024-03-20T12:00:00Z');

const report = (id: string, day: string, voice = id, source = id) => ({
  id,
  voice,
  source,
  title: 'Dike breaks',
  lang: 'en',
  at: Date.parse(day),
  seenAt: 0,
  length: 90,
});
const draw = (dates: readonly string[], articles: readonly ReturnType<typeof report>[] = []) =>
  drawStoryTimeline({ dates, articles, now: NOW });

describe('the picture of a timeline', () => {
  it('says in words what it shows: the dates, and the articles and voices of each day', () => {
    const { name, description } = draw(
      ['2024-03-14', '2024-03-15'],
      [
        report('a', '2024-03-14T09:00:00Z'),
        report('b', '2024-03-14T10:00:00Z', 'a'),
        report('c', '2024-03-16T23:59:00Z'),
      ],
    );
    expect(name).toBe('timeline.png');
    expect(description).toBe(
      'A line of time with the 2 dates of the story: 14 Mar 2024 and 15 Mar 2024. ' +
        'Articles a day: 2 on 14 Mar 2024 (1 independent) and 1 on 16 Mar 2024.',
    );
  });

  it('labels each date with its day and month, and its year where that changes', () => {
    const { svg } = draw(['2023-12-30', '2023-12-31', '2024-01-02']);
    const texts = [...svg.matchAll(/<text[^>]*>([^<]+)</gu)].map(([, text]) => text);
    expect(texts.slice(1)).toEqual(['30', 'Dec', '2023', '31', 'Dec', '2', 'Jan', '2024']);
  });

  it('draws dates to scale', () => {
    const { svg } = draw(['2024-03-10', '2024-03-11', '2024-03-14']);
    const xs = [...svg.matchAll(/<circle cx="([\d.]+)"/gu)].map(([, x]) => Number(x));
    expect((xs[1]! - xs[0]!) * 4).toBeCloseTo(xs[2]! - xs[0]!, 0);
  });

  it('says where it is not to scale', () => {
    expect(draw(['2021-01-01', '2024-03-10', '2024-03-11']).svg).toContain('>1164 days<');
  });

  it('names the parts of its bars only if there are copies', () => {
    const own = report('a', '2024-03-14');
    expect(draw(['2024-03-13', '2024-03-14'], [own]).svg).not.toContain('independent');
    const copy = report('b', '2024-03-14', 'a');
    expect(draw(['2024-03-13', '2024-03-14'], [own, copy]).svg).toContain('>independent<');
  });

  it('leaves out articles without a date, and those dated in the future', () => {
    const wrong = [report('a', '1970-01-01'), report('b', '2099-01-01')];
    const dates = ['2024-03-13', '2024-03-14'];
    expect(draw(dates, wrong).svg).toBe(draw(dates).svg);
    expect(draw(dates, wrong).description).not.toContain('Articles a day');
  });

  it('keeps its words within Discord’s limit, whatever the number of days', () => {
    const articles = Array.from({ length: 300 }, (_, n) =>
      report(`a${n}`, new Date(Date.UTC(2023, 0, 1 + n)).toISOString()),
    );
    const { description, svg } = draw(['2022-01-01', '2024-03-14'], articles);
    expect(description.length).toBeLessThanOrEqual(1024);
    expect(description).toContain('and more on 280 days');
    expect(svg.length).toBeLessThan(60_000);
  });
});
