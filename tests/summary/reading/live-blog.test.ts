import { describe, expect, it } from 'vitest';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';
import { isLiveBlog } from '../../../src/summary/reading/live-blog.ts';

describe('a live blog', () => {
  it.each([
    ['Storm Petra live: thousands without power', true],
    ['Live updates: the vote in Velland', true],
    ['Die Wahl im Liveticker', true],
    ['Élections en direct : les résultats', true],
    ['Hundreds live without power in Norrvik', false],
    ['How we live now: a year by the sea', false],
  ])('%s: %s', (title, is) => {
    expect(isLiveBlog(title, 'The harbour was closed.')).toBe(is);
  });

  it('says so in its text too', () => {
    const text = 'Welcome to our live coverage of the storm.';
    expect(isLiveBlog('Storm Petra', `${'The wind rose. '.repeat(200)}${text}`)).toBe(true);
  });

  it('gives no sentence of an entry without its beginning', () => {
    const entry = 'Trains to Vigo have been cancelled until Monday. Passengers can claim refunds.';
    const text = `${entry}\n\nThe mayor has asked people to stay at home.`;
    const hanging = (title: string): string[] =>
      buildReading({ title, text, lang: 'en' })
        .sentences.filter(({ dependsOnPrevious }) => dependsOnPrevious)
        .map((sentence) => sentence.text);
    expect(hanging('Storm Petra live: trains stop')).toEqual(['Passengers can claim refunds.']);
    expect(hanging('Trains stop')).toEqual([]);
  });
});
