import { describe, expect, it } from 'vitest';
import { findNotices, isOtherPage } from '../../../src/ingest/feeds/judge-page.ts';

const ENTRY = {
  title: 'Cracks close ferry piers in Norrvik',
  text: 'Engineers found damage in the northern breakwater.',
};
const NOTICE = 'We are building something new for you. Come back tomorrow and see it.';

describe('the page behind an entry', () => {
  it.each([
    ['tells what its headline says', { ...ENTRY, text: 'Both piers were shut on Monday.' }],
    ['tells what its teaser says', { title: 'Norrvik', text: 'An engineer saw it first.' }],
  ])('is its own if it %s', (_, page) => {
    expect(isOtherPage(ENTRY, page)).toBe(false);
  });

  it.each([
    ['in another language, with words that have no spaces', { title: '港の桟橋が閉鎖', text: '' }, { title: '', text: '港湾局は二つの桟橋を閉鎖した。' }],
    ['without a headline that says enough', { title: 'Live', text: '' }, { title: '', text: NOTICE }],
  ])('is its own %s', (_, entry, page) => {
    expect(isOtherPage(entry, page)).toBe(false);
  }); // prettier-ignore

  it('is not its own if it has none of its words, whatever the page is titled', () => {
    expect(isOtherPage(ENTRY, { title: ENTRY.title, text: NOTICE })).toBe(true);
    expect(isOtherPage(ENTRY, { title: 'Come back tomorrow', text: NOTICE })).toBe(true);
  });

  it('is a notice if another headline has the same text', () => {
    const one = { title: 'Cracks close ferry piers', text: NOTICE };
    const other = { title: 'Wells shared again', text: NOTICE };
    const report = { title: 'Pilots call off strike', text: 'Pilots of the island airline …' };
    expect(findNotices([one, other, report])).toEqual([one, other]);
  });

  it('is no notice if the same report has two headlines', () => {
    const text = 'The cracks close both ferry piers.';
    const titles = ['Cracks close ferry piers', 'Ferry: piers closed'];
    expect(findNotices(titles.map((title) => ({ title, text })))).toEqual([]);
  });
});
