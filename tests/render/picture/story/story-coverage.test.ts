import { describe, expect, it } from 'vitest';
import { drawStoryCoverage } from '../../../../src/render/picture/story/story-coverage.ts';
import type { StoryReport } from '../../../../src/render/picture/story/story-reports.ts';

const NOW = new Date('2024-03-20T12:00:00Z');

const report = (source: string, at: string, given: Partial<StoryReport> = {}): StoryReport => ({
  source,
  lang: 'en',
  at: Date.parse(at),
  isCopy: false,
  ...given,
});
const draw = (articles: readonly StoryReport[], isFirstKnown = true) =>
  drawStoryCoverage({ articles, isFirstKnown, now: NOW });
const textsOf = (svg = '') => [...svg.matchAll(/<text[^>]*>([^<]+)</gu)].map(([, text]) => text);

const NEWS = [
  report('Harbour Post', '2024-03-14T08:10:00Z', { country: 'GB' }),
  report('North Gazette', '2024-03-14T09:20:00Z'),
  report('Harbour Post', '2024-03-14T11:30:00Z', { country: 'GB' }),
];

describe('the chart of who reports a story', () => {
  it('has a row for each publisher in the order of the first reports, with its country', () => {
    const picture = draw(NEWS);
    expect(picture?.name).toBe('story-coverage.png');
    expect(textsOf(picture?.svg)).toEqual([
      'Who reports it, and when (UTC)',
      'Harbour Post',
      'GB',
      'North Gazette',
      '14 Mar, 08:00',
      '14 Mar, 11:00',
      'first report',
    ]);
  });

  it('says in words what it shows, and who was first', () => {
    expect(draw(NEWS)?.description).toBe(
      'A chart of who reports the story, and when, 14 Mar, 08:00 to 14 Mar, 11:00 (UTC). First: Harbour Post. ' +
        'Articles of each publisher: Harbour Post (United Kingdom) 2 from 14 Mar, 08:00 and North Gazette 1 from 14 Mar, 09:00.',
    );
  });

  it('names no first report if that is not known', () => {
    const picture = draw(NEWS, false);
    expect(picture?.description).not.toContain('First');
    expect(picture?.svg).not.toContain('first report');
  });

  it('shows days if of one article only the day is known, or for more than two days', () => {
    const day = { dayOnly: true };
    const days = [NEWS[0]!, report('North Gazette', '2024-03-15', day)];
    expect(textsOf(draw(days)?.svg)).toContain('15 Mar 2024');
    const later = [NEWS[0]!, report('North Gazette', '2024-03-17T08:00:00Z')];
    expect(textsOf(draw(later)?.svg)).toContain('17 Mar 2024');
  });

  it('puts the publishers of one language together, under its name', () => {
    const mixed = [
      NEWS[0]!,
      report('Le Phare', '2024-03-14T08:30:00Z', { lang: 'fr' }),
      NEWS[1]!,
      report('La Digue', '2024-03-14T10:00:00Z', { lang: 'fr' }),
    ];
    const picture = draw(mixed);
    expect(textsOf(picture?.svg).slice(1, 8)).toEqual([
      'English',
      'Harbour Post',
      'GB',
      'North Gazette',
      'French',
      'Le Phare',
      'La Digue',
    ]);
    expect(picture?.description).toContain('Le Phare (French) 1');
  });

  it('marks copies by a ring, and counts several articles of an hour', () => {
    const copied = [
      ...NEWS,
      report('Copy Post', '2024-03-14T10:00:00Z', { isCopy: true }),
      report('Copy Post', '2024-03-14T10:20:00Z', { isCopy: true }),
    ];
    const texts = textsOf(draw(copied)?.svg);
    expect(texts).toContain('2');
    expect(texts).toContain('same text as another');
    expect(textsOf(draw(NEWS)?.svg)).not.toContain('same text as another');
  });

  it('shows the first of each language, and those without room in one row', () => {
    const many = Array.from({ length: 30 }, (_, n) =>
      report(`Post ${n}`, `2024-03-14T0${n % 9}:00:00Z`, { lang: n === 29 ? 'fr' : 'en' }),
    ).toSorted((a, b) => a.at - b.at);
    const texts = textsOf(draw(many)?.svg);
    expect(texts.filter((text) => /^Post \d/u.test(text ?? ''))).toHaveLength(10);
    expect(texts).toContain('Post 29');
    expect(texts).toContain('20 more publishers');
    expect(draw(many)?.description).toContain('20 more publishers 20');
  });

  it('is not drawn for one publisher, nor for one hour', () => {
    expect(draw([NEWS[0]!, NEWS[2]!])).toBeUndefined();
    expect(draw([NEWS[0]!, report('Old Echo', '2024-03-14T08:50:00Z')])).toBeUndefined();
    expect(draw([])).toBeUndefined();
  });

  it('leaves out articles without a date, and those dated in the future', () => {
    const wrong = [report('Old Echo', '1970-01-01'), report('Old Echo', '2099-01-01')];
    expect(draw([...NEWS, ...wrong])).toEqual(draw(NEWS));
  });

  it('numbers a publisher whose letters the fonts lack, names it in words, and writes no markup', () => {
    const names = ['朝日新聞', 'עיתון', '</text><image href="file:///etc/passwd"/>'];
    const picture = draw([...NEWS, ...names.map((name) => report(name, '2024-03-14T12:00:00Z'))]);
    expect(textsOf(picture?.svg)).toContain('Publisher 3');
    expect(textsOf(picture?.svg)).toContain('Publisher 4');
    expect(picture?.description).toContain('朝日新聞 1');
    expect(picture?.svg).not.toContain('<image');
  });

  it('stays small and within Discord’s limit for names of 10,000 characters', () => {
    const names = ['a', '😀', '\u202eb', 'ش', 'z\u0301\u0301\u0301\u0301'].map((one) =>
      one.repeat(10_000),
    );
    const picture = draw(names.map((name, n) => report(name, `2024-03-14T0${n}:00:00Z`)));
    expect(picture?.svg.length).toBeLessThan(10_000);
    expect(picture?.description.length).toBeLessThanOrEqual(1024);
  });
});
