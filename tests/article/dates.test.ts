import { describe, expect, it } from 'vitest';
import { findDate } from '../../src/article/find-date.ts';
import { findLeadWeekday } from '../../src/article/scraped/lead-weekday.ts';
import { findPublishedAt, type DateEvidence } from '../../src/article/published-at.ts';

describe('a date in a text', () => {
  it.each([
    ['Friday, June 14, 2024', '2024-06-14', true],
    ['14 September 2023, Russia', '2023-09-14', true],
    ['14th of September 2023', '2023-09-14', true],
    ['Sept. 4th 2023', '2023-09-04', true],
    ['2023-09-14', '2023-09-14', true],
    ['2023-09-14T10:22:30Z', '2023-09-14T10:22:30.000Z', false],
    ['2023-09-14T10:22:00+03:00', '2023-09-14T07:22:00.000Z', false],
    ['14 Sep 2023 10:22 GMT', '2023-09-14T10:22:00.000Z', false],
    ['September 14, 2023 at 9:05 p.m. EDT', '2023-09-15T01:05:00.000Z', false],
    ['14/09/2023, 08:15 (GMT+7)', '2023-09-14T01:15:00.000Z', false],
    ['14 Sep 2023 10:22 UTC+05:30', '2023-09-14T04:52:00.000Z', false],
    ['14 Sep 2023 10:22 GMT-3', '2023-09-14T13:22:00.000Z', false],
    ['10:22 GMT, 14 September 2023', '2023-09-14T10:22:00.000Z', false],
    ['December 02, 2021 11:34', '2021-12-02', true],
    ['14.09.2023', '2023-09-14', true],
    ['23/09/2023', '2023-09-23', true],
    ['le 3 août 2024', '2024-08-03', true],
    ['3. März 2024', '2024-03-03', true],
    ['12 مايو 2024', '2024-05-12', true],
    ['١٢ مايو ٢٠٢٤', '2024-05-12', true],
    ['14 сентября 2023', '2023-09-14', true],
  ])('%s is %s', (text, iso, dayOnly) => {
    const found = findDate(text);
    expect(found?.dayOnly).toBe(dayOnly);
    expect(found?.iso.startsWith(iso)).toBe(true);
  });

  it.each([
    '03/04/2024',
    '31 February 2024',
    'May 2024',
    'on 14 September',
    'flight 2024-99-99',
    '',
  ])('is not found in "%s"', (text) => expect(findDate(text)).toBeUndefined());

  it('is the first of several, with its position', () => {
    const text = 'From 1 May 2024 to 3 May 2024';
    expect(findDate(text)).toMatchObject({ iso: '2024-05-01T00:00:00.000Z', start: 5, end: 15 });
  });
});

describe("the weekday of a lead's news", () => {
  it.each([
    ['He resigned, officials said on Sunday.', 0],
    ['Talks that broke off Friday will resume, the ministry said late Monday.', 1],
    ['On Tuesday the council met.', 2],
    ['He is due on Thursday to visit a factory.', undefined],
    ['The vote is set for next Sunday.', undefined],
    ["Friday's vote was void.", undefined],
    ['Sundays are quiet here.', undefined],
    ['Nothing happened.', undefined],
  ])('%s', (lead, weekday) => expect(findLeadWeekday(lead)).toBe(weekday));
});

describe("an article's date", () => {
  const evidence = (given: Partial<DateEvidence>): DateEvidence => ({
    captions: [],
    lead: 'Rivers rose.',
    ...given,
  });
  const caption = { text: 'A river, Friday, June 14, 2024.' };
  const modifiedAt = new Date('2024-07-03T10:00:00Z'); // a Wednesday

  it.each<[string, Partial<DateEvidence>, string | undefined, string]>([
    ['a header', { header: { iso: '2024-01-02T03:04:05Z', dayOnly: false }, captions: [caption] }, '2024-01-02T03:04:05.000Z', 'header'],
    ['a byline', { updated: { iso: '2024-06-15', dayOnly: true }, captions: [caption] }, '2024-06-15T00:00:00.000Z', 'byline'],
    ['the first print rather than the update', { published: { iso: '2024-06-14', dayOnly: true }, updated: { iso: '2024-06-15', dayOnly: true } }, '2024-06-14T00:00:00.000Z', 'byline'],
    ['a caption', { captions: [caption] }, '2024-06-14T00:00:00.000Z', 'caption'],
    ['a caption that the lead confirms', { captions: [caption], lead: 'It rose on Friday.' }, '2024-06-14T00:00:00.000Z', 'caption'],
    ['a weekday after the caption', { captions: [caption], lead: 'It rose, they said on Sunday.' }, '2024-06-16T00:00:00.000Z', 'lead-weekday'],
    ['the caption if the weekday was the day before it', { captions: [caption], lead: 'It rose on Thursday.' }, '2024-06-14T00:00:00.000Z', 'caption'],
    ['the newest of several captions', { captions: [caption, { text: 'June 13, 2024: rain.' }] }, '2024-06-14T00:00:00.000Z', 'caption'],
    ['nothing that an archive picture says', { captions: [{ text: 'FILE - A river, May 9, 2018.' }] }, undefined, 'unknown'],
    ['the weekday before the file was saved', { modifiedAt, lead: 'It rose, they said on Monday.' }, '2024-07-01T00:00:00.000Z', 'lead-weekday'],
    ['the full date beside the weekday', { modifiedAt, lead: 'It rose, they said on Sunday, March 10, 2024.' }, '2024-03-10T00:00:00.000Z', 'lead-weekday'],
    ['the weekday rather than history', { captions: [caption], lead: 'The war that began on 24 February 2022 ended, they said on Sunday.' }, '2024-06-16T00:00:00.000Z', 'lead-weekday'],
    ['the file', { modifiedAt }, '2024-07-03T10:00:00.000Z', 'file'],
    ['the day beside the place', { modifiedAt, lead: 'LIND, June 20 (LNA) -- Rivers rose Thursday.' }, '2024-06-20T00:00:00.000Z', 'byline'],
    ['the day beside the place, of last year', { modifiedAt, lead: 'LIND, Dec. 30 (LNA) -- Rivers rose.' }, '2023-12-30T00:00:00.000Z', 'byline'],
    ['nothing', {}, undefined, 'unknown'],
  ])('comes from %s', (_name, given, publishedAt, dateBasis) => {
    const found = findPublishedAt(evidence(given));
    expect(found.publishedAt).toBe(publishedAt);
    expect(found.dateBasis).toBe(dateBasis);
  });
}); // prettier-ignore
