import { describe, expect, it } from 'vitest';
import { buildCoverage, type CountedArticle } from '../../../src/render/picture/coverage.ts';
import { drawCoverage } from '../../../src/render/picture/coverage-chart.ts';

/** `count` articles of a publisher on a day of March 2024. */
const on = (day: number, count: number, source?: string): CountedArticle[] =>
  Array.from({ length: count }, (_, minute) => ({
    at: Date.UTC(2024, 2, day, 9, minute),
    ...(source !== undefined && { source }),
  }));

const NEWS = [...on(1, 3, 'Post'), ...on(3, 2, 'Post'), ...on(3, 4, 'Wire'), ...on(9, 1, 'Times')];

describe('coverage', () => {
  it('counts by day and publisher, the busiest first', () => {
    const coverage = buildCoverage(NEWS);
    expect(coverage?.series.map(({ name, total }) => [name, total])).toEqual([
      ['Post', 5],
      ['Wire', 4],
      ['Times', 1],
    ]);
    expect(coverage?.series[0]?.counts).toEqual([3, 0, 2, 0, 0, 0, 0, 0, 0]);
  });

  it('counts publishers beyond five, and those without a name, as others', () => {
    const many = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].flatMap((name, n) => on(n + 1, 9 - n, name));
    const { series = [] } = buildCoverage([...many, ...on(2, 20)]) ?? {};
    expect(series.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D', 'E', 'Others']);
    expect(series.at(-1)?.total).toBe(4 + 3 + 20);
  });

  it('is undefined for few articles, or for one hour', () => {
    expect(buildCoverage([...on(1, 2, 'Post'), ...on(3, 2, 'Wire')])).toBeUndefined();
    expect(buildCoverage(on(1, 9, 'Post'))).toBeUndefined();
  });

  it('leaves out articles without a date', () => {
    const undated = Array.from({ length: 9 }, () => ({ at: 0, source: 'Post' }));
    expect(buildCoverage([...NEWS, ...undated])?.total).toBe(NEWS.length);
  });

  it('leaves out days in the future, which would squeeze all others', () => {
    const late = { at: Date.UTC(2099, 0, 1), source: 'Post' };
    const now = new Date(Date.UTC(2024, 2, 9, 12));
    expect(JSON.stringify(buildCoverage([...NEWS, late], { now }))).toBe(
      JSON.stringify(buildCoverage(NEWS)),
    );
    const tomorrow = on(10, 1, 'Post');
    expect(buildCoverage([...NEWS, ...tomorrow], { now })?.total).toBe(NEWS.length + 1);
  });

  it('does not depend on the order of the articles', () => {
    expect(JSON.stringify(buildCoverage(NEWS.toReversed()))).toBe(
      JSON.stringify(buildCoverage(NEWS)),
    );
  });
});

describe('a chart of coverage', () => {
  const draw = (entries: readonly CountedArticle[]) => drawCoverage(buildCoverage(entries)!);

  it('says in words what it shows', () => {
    expect(draw(NEWS).description).toBe(
      'A chart of articles per day, 1 Mar 2024 to 9 Mar 2024. 10 articles in all. The most in one day are 6: 3 Mar 2024. ' +
        'By publisher: Post 5, Wire 4 and Times 1.',
    );
  });

  it('says how often the maximum is reached, and claims no peak if there is none', () => {
    const days = [1, 2, 3, 4, 5].flatMap((day) => on(day, 2, 'Post'));
    expect(draw(days).description).toContain(
      'The most in one day are 2: 1 Mar 2024, and 4 more times.',
    );
  });

  it('says that there are more articles than it counts', () => {
    const { svg, description } = drawCoverage(buildCoverage(NEWS, { isNewestOnly: true })!);
    expect(description).toContain('The newest 10 articles; older ones are not counted.');
    expect(svg).toContain('>Newest articles per day<');
  });

  it('never shows an empty name', () => {
    expect(draw([...NEWS, ...on(4, 9, '\u200b \u0007')]).description).toContain(
      'By publisher: (no name) 9, Post 5',
    );
  });

  it.each([
    [1, ['1']],
    [3, ['1', '2', '3']],
    [5, ['2', '4']],
    [10, ['5', '10']],
    [59, ['20', '40']],
  ])('has one to three round numbers for bars of at most %i', (most, ticks) => {
    const names = ['A', 'B', 'C', 'D', 'E'];
    const others = names.flatMap((name, day) => on(10 + day, 1, name));
    const { svg } = draw([...others, ...on(20, most, 'Post')]);
    const shown = [...svg.matchAll(/x="38"[^>]*>(\d+)</gu)].map(([, text]) => text);
    expect(shown).toEqual(ticks);
  });

  it('lists each publisher with its number, without its markup', () => {
    const { svg } = draw([...NEWS, ...on(4, 3, '<script>&"Post')]);
    expect(svg).toContain('&lt;script&gt;&amp;&quot;Post');
    expect(svg).not.toContain('<script>');
    expect(svg).toMatch(/>Wire<.*>4</u);
  });

  it('numbers a publisher if the fonts lack its letters, and names it in words', () => {
    const { svg, description } = draw([...NEWS, ...on(4, 9, '朝日新聞')]);
    expect(svg).toContain('>Publisher 1<');
    expect(svg).not.toContain('朝');
    expect(description).toContain('朝日新聞 9');
  });

  it('stays small and within Discord’s limit for names of 10,000 characters', () => {
    const names = ['a', '😀', '\u202eb', 'ش', 'z\u0301\u0301\u0301\u0301'].map((one) =>
      one.repeat(10_000),
    );
    const { svg, description } = draw(names.flatMap((name, n) => on(n + 1, 3, name)));
    expect(svg.length).toBeLessThan(10_000);
    expect(description.length).toBeLessThanOrEqual(1024);
  });
});
