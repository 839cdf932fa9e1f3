import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, isoOfDay } from '../../../src/story/facts/timeline/calendar-day.ts';
import { findNamedDays } from '../../../src/story/facts/timeline/named-days.ts';

/** A Friday. */
const PUBLISHED = '2024-06-14T09:00:00Z';

function daysIn(text: string, lang = 'en'): string[] {
  return findNamedDays(text, dayOf(PUBLISHED), lang).map(({ day }) => isoOfDay(day));
}

describe('days that a sentence names', () => {
  it.each([
    // Dates.
    ['The dam broke on 3 June 2023.', ['2023-06-03']],
    ['The dam broke on June 3rd, 2023, at noon.', ['2023-06-03']],
    ['It opened on the 3rd of June.', ['2024-06-03']],
    ['It closed on Dec. 28.', ['2023-12-28']],
    ['It will open on 1 July.', ['2024-07-01']],
    ['Shops close between September 13 and 15 2003.', ['2003-09-13', '2003-09-15']],
    ['The record says 2024-06-03.', ['2024-06-03']],
    ['The stamp says 13/05/2024.', ['2024-05-13']],
    ['They met on 12 June and left on the 13th.', ['2024-06-12', '2024-06-13']],
    ['They left on the 9th.', ['2024-06-09']],
    // Weekdays.
    ['The river burst its banks on Tuesday.', ['2024-06-11']],
    ['The court sat on Friday.', ['2024-06-14']],
    ['The court sat last Friday.', ['2024-06-07']],
    ['The bridge is due to reopen on Monday.', ['2024-06-17']],
    ['The court will rule on the appeal on Monday.', ['2024-06-17']],
    ['The court will rule soon, the judge said on Monday.', ['2024-06-10']],
    ['Talks resume next Monday.', ['2024-06-17']],
    ['It broke on Tuesday, June 11.', ['2024-06-11']],
    ["Tuesday's storm cut power lines.", ['2024-06-11']],
    // Other words.
    ['Power came back yesterday.', ['2024-06-13']],
    ['Power went off last night and came back this morning.', ['2024-06-13', '2024-06-14']],
    ['Power went off two days ago.', ['2024-06-12']],
    ['The strike begins tomorrow.', ['2024-06-15']],
  ])('%s', (text, days) => {
    expect(daysIn(text)).toEqual(days);
  });

  it.each([
    'It may 14 times as often fail.',
    'They moved into a flat on the 14th floor.',
    'She made a birdie on the 14th.',
    'It was the 3rd such case in June.',
    'A clinic opens every Monday.',
    'It happened the previous Monday.',
    'The office is open Monday to Friday.',
    'The Sunday Times reported the sale.',
    'They remember Bloody Sunday.',
    'The attacks of September 11 changed the law.',
    'Polls stay open until Monday.',
    'She reads USA Today.',
    'Turnout was 03/04/2024 of what it had been.',
    'It broke a year ago today.',
    'The day was 31 June 2023.',
  ])('names none in: %s', (text) => {
    expect(daysIn(text)).toEqual([]);
  });

  it.each([
    ['fr', 'Le pont a rouvert le 3 juin 2023.', ['2023-06-03']],
    ['fr', 'Le pont a rouvert mardi.', ['2024-06-11']],
    ['fr', 'Le pont rouvrira mardi.', []],
    ['de', 'Die Brücke brach am 3. Juni.', ['2024-06-03']],
    ['de', 'Die Brücke soll am Dienstag öffnen.', []],
    ['es', 'El puente se cayó el martes 11 de junio de 2024.', ['2024-06-11']],
    ['es', 'Ayer cayó el puente.', ['2024-06-13']],
    ['es', 'El puente se abrirá el martes.', []],
    ['es', 'Se ven 3 mar adentro.', []],
    ['it', 'Il ponte è crollato lunedì.', ['2024-06-10']],
    ['pt', 'A ponte caiu ontem.', ['2024-06-13']],
    ['ru', 'Мост закрыли 3 июня.', ['2024-06-03']],
    ['ar', 'انهار الجسر في ٣ يونيو.', ['2024-06-03']],
    // Whose words aren't known.
    ['sv', 'Bron öppnade i tisdags.', []],
  ])('are found in %s: %s', (lang, text, days) => {
    expect(daysIn(text, lang)).toEqual(days);
  });

  it('without the day of the article are dates with a year only', () => {
    const text = 'On Tuesday, a year after 3 June 2023, and on 4 June, and today.';
    expect(findNamedDays(text, undefined, 'en').map(({ day }) => isoOfDay(day))).toEqual([
      '2023-06-03',
    ]);
  });

  it('are none in a text that is too long for a sentence', () => {
    expect(daysIn('On Tuesday, June 11, '.repeat(10))).toHaveLength(10);
    expect(daysIn('On Tuesday, June 11, '.repeat(10_000))).toEqual([]);
  });

  it('are marked if something is only measured from them', () => {
    const found = findNamedDays(
      'On Monday, after the storm, since Sunday.',
      dayOf(PUBLISHED),
      'en',
    );
    expect(found.map(({ isMeasured }) => isMeasured)).toEqual([false, true]);
  });

  it('stand where they are found', () => {
    const parts = ['14 June', 'Tuesday', ', ', 'May 3, 2021', ' the 14th', 'İ', ' may ', '٣', '\n'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts, 'since ', '2024-06-14', ' x ')), (words) => {
        const text = words.join('');
        for (const lang of ['en', 'fr', 'ar']) {
          for (const { day, start, end } of findNamedDays(text, dayOf(PUBLISHED), lang)) {
            expect(isoOfDay(day)).toMatch(/^\d{4}-\d\d-\d\d$/);
            expect(text.slice(start, end)).toMatch(/\p{N}|\p{L}/u);
          }
        }
      }),
    );
  });
});
