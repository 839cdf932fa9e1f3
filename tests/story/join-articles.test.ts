import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measureStories } from '../../bench/support/measure-quality.ts';
import { scoreBcubed } from '../../bench/support/score-bcubed.ts';
import { joinArticles } from '../../src/story/join-articles.ts';
import { readSamples } from '../support/read-samples.ts';

/** By event, the titles of the sample articles that report it. */
const SAMPLE_EVENTS = JSON.parse(
  readFileSync(join(import.meta.dirname, 'sample-events.json'), 'utf8'),
) as Record<string, string[]>;

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

  it('gives an article without words a story of its own', () => {
    expect(joinArticles([])).toEqual([]);
    const empty = ['a', 'b'].map((id) => ({ id, text: '…' }));
    expect(joinArticles(empty)).toEqual([['a'], ['b']]);
  });

  it('finds the events of the sample articles', async () => {
    const eventOf = new Map(
      Object.entries(SAMPLE_EVENTS).flatMap(([event, titles]) =>
        titles.map((title) => [title, event]),
      ),
    );
    const samples = await readSamples();
    const expected = new Map(samples.map(({ id, title }) => [id, eventOf.get(title) ?? id]));
    const stories = joinArticles(samples);
    const found = new Map(stories.flatMap((ids, story) => ids.map((id) => [id, String(story)])));
    const { precision, recall } = scoreBcubed(expected, found);
    // The plane that collided at Haneda carried relief for the earthquake of the day before.
    expect(precision).toBeGreaterThan(0.95);
    expect(recall).toBe(1);
  });

  it('finds the stories of the public data set', (context) => {
    const quality = measureStories();
    context.skip(quality === undefined, 'the public evaluation data is not at hand');
    expect(quality!.f1).toBeGreaterThan(0.93);
  });
});
