import { describe, expect, it } from 'vitest';
import { findLeadWeekday } from '../../../src/article/scraped/lead-weekday.ts';

const [SUNDAY, MONDAY, TUESDAY, , THURSDAY, FRIDAY, SATURDAY] = [0, 1, 2, 3, 4, 5, 6];

describe('the weekday of a lead', () => {
  it.each([
    ['The dam broke on Monday.', MONDAY],
    ['The president said on Sunday that talks would resume on Friday.', SUNDAY],
    ['The minister will speak on Tuesday, the office said on Monday.', MONDAY],
    ['Nine people died when missiles struck homes on Saturday.', SATURDAY],
    ['The council agreed to close the pier on Friday.', FRIDAY],
    ['The court on Thursday ordered the sale.', THURSDAY],
    ['Stocks closed lower on Tuesday.', TUESDAY],
    ['Ten people have died in clashes on Tuesday.', TUESDAY],
    ['More than 100 people marched to parliament on Sunday.', SUNDAY],
  ])('is the day of the news in: %s', (lead, day) => {
    expect(findLeadWeekday(lead)).toBe(day);
  });

  it.each([
    'The minister is due to speak in Lyon on Tuesday about pensions.',
    'Parliament votes on Tuesday on the bill.',
    'Talks would resume on Friday, he said.',
    'It was a Wednesday in 2019 when the dam broke.',
    'The court is expected to rule on Thursday.',
    'The party is holding its congress on Thursday.',
    'The summit opens on Monday in Rome.',
    'The team plays Spain on Saturday.',
  ])('is none if it is still to come, or long past: %s', (lead) => {
    expect(findLeadWeekday(lead)).toBeUndefined();
  });
});
