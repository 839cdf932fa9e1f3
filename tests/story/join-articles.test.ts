import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scoreStories } from '../../bench/support/score-stories.ts';
import { amongSinglesSet, ecbplusSet, readSampleSet } from '../../bench/support/story-sets.ts';
import { readSamples } from '../support/read-samples.ts';
import { joinArticles, type JoinableArticle } from '../../src/story/join-articles.ts';

describe('joinArticles', () => {
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
    expect(joinArticles(articles)).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
    expect(new Set(joinArticles(articles.toReversed()))).toEqual(new Set(joinArticles(articles)));
  });

  it('joins reports that see one attack from four sides', () => {
    const path = join(import.meta.dirname, 'one-attack.json');
    const reports = JSON.parse(readFileSync(path, 'utf8')) as JoinableArticle[];
    expect(joinArticles(reports)).toEqual([expect.arrayContaining(reports.map(({ id }) => id))]);
  });

  it('joins the other reports of an event, however often one of them is copied', async () => {
    const samples = await readSamples();
    const stories = joinArticles(samples);
    const sort = (found: readonly (readonly string[])[]) =>
      found
        .map((ids) => ids.filter((id) => !id.startsWith('copy')).toSorted())
        .filter((ids) => ids.length > 0)
        .toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1));
    for (const [first = '', ...others] of stories.filter(({ length }) => length > 2)) {
      for (const id of [first, others.at(-1)]) {
        const original = samples.find((sample) => sample.id === id)!;
        // Outlets give an agency's text a headline of their own, and cut its end.
        const copies = Array.from({ length: 10 }, (_, at) => ({
          ...original,
          id: `copy-${at}`,
          title: at % 2 === 0 ? original.title : `${original.title.split(' ')[0]} in brief`,
          text: at % 3 === 0 ? original.text.split('\n').slice(0, -1).join('\n') : original.text,
          source: `Outlet ${at}`,
        }));
        const found = joinArticles([...samples, ...copies]);
        expect(sort(found)).toEqual(sort(stories));
        const own = found.find((ids) => ids.includes(first))!;
        expect(own).toEqual(expect.arrayContaining(copies.map((copy) => copy.id)));
      }
    }
  });

  it('joins reports that are months apart', () => {
    const report = (id: string, publishedAt: string, text: string) => ({ id, publishedAt, text });
    const stories = joinArticles([
      report('a', '2026-01-05', 'The Kestrel ferry sank off Port Ossel with forty passengers.'),
      report('b', '2026-06-01', 'A court in Port Ossel charged the captain of the Kestrel ferry.'),
      report('c', '2026-06-01', 'Velland elects a parliament, and no party has a majority.'),
    ]);
    expect(stories).toEqual([['a', 'b'], ['c']]);
  });

  it('keeps events of one kind in different years apart', () => {
    const flood = (id: string, publishedAt: string) => ({
      id,
      publishedAt,
      text: 'The river Anse flooded the old town of Marrow, and rescuers carried residents from their houses.',
    });
    expect(joinArticles([flood('a', '2024-05-01'), flood('b', '2024-05-20')])).toHaveLength(1);
    const report = (id: string, publishedAt: string, more: string) => ({
      ...flood(id, publishedAt),
      text: `${flood(id, publishedAt).text} ${more}`,
    });
    expect(
      joinArticles([
        report('a', '2024-05-01', 'The dike at the hospital broke at dawn, the mayor said.'),
        report('b', '2026-05-01', 'Engineers had raised the walls since the last flood.'),
      ]),
    ).toEqual([['a'], ['b']]);
  });

  it('leaves long single reports apart on a subject that much of the news is on', () => {
    const path = join(import.meta.dirname, 'one-subject.json');
    const reports = JSON.parse(readFileSync(path, 'utf8')) as JoinableArticle[];
    const words = reports.flatMap(({ text }) => [...new Set(text.split(' '))]);
    const usual = new Set(words.filter((word, i) => words.indexOf(word) < i)).values();
    const subject = [...usual].join(' ');
    const others = Array.from({ length: 35 }, (_, i) => {
      const own = Array.from({ length: 15 }, (__, word) => `own${i}x${word}`).join(' ');
      return { id: `other ${i}`, publishedAt: '2026-03-01', text: `${own}. ${subject}.` };
    });
    const stories = joinArticles([...reports, ...others]);
    for (const { id } of reports) expect(stories).toContainEqual([id]);
  });

  it('joins two reports by what their captions say, too', () => {
    const report = (id: string, text: string) => ({ id, text, publishedAt: '2026-03-01' });
    const reports = [
      report(
        'a',
        'The mayor of Ossel lit the flame in steady rain, and singers closed the evening.',
      ),
      report('b', 'Repair crews worked on the railway cables that somebody had burned near Ossel.'),
    ];
    expect(joinArticles(reports)).toHaveLength(2);
    const captions = [{ text: 'Boats on the Ossel at the opening ceremony of the Winter Games' }];
    expect(joinArticles(reports.map((each) => ({ ...each, captions })))).toHaveLength(1);
  });

  it('gives an article without words a story of its own', () => {
    expect(joinArticles([])).toEqual([]);
    const empty = ['a', 'b'].map((id) => ({ id, text: '…' }));
    expect(joinArticles(empty)).toEqual([['a'], ['b']]);
  });

  it('finds the events of the sample articles', async () => {
    const samples = await readSampleSet();
    const { precision, recall } = scoreStories(samples, joinArticles(samples));
    // The plane that collided at Haneda carried relief for the earthquake of the day before.
    expect(precision).toBeGreaterThan(0.95);
    expect(recall).toBe(1);
  });

  it('finds the stories of the public data set among single reports', (context) => {
    const { articles } = amongSinglesSet();
    context.skip(!articles, 'the public evaluation data is not at hand');
    // It was .60 when no likeness was asked of two articles, and .81 when their openings counted like the rest.
    expect(scoreStories(articles!, joinArticles(articles!)).f1).toBeGreaterThan(0.84);
  });

  it('finds the stories of the public data set', (context) => {
    const { articles } = ecbplusSet();
    context.skip(!articles, 'the public evaluation data is not at hand');
    expect(scoreStories(articles!, joinArticles(articles!)).f1).toBeGreaterThan(0.93);
  });
});
