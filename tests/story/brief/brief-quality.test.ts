import { describe, expect, it } from 'vitest';
import {
  brief,
  readBriefEvents,
  scoreBrief,
  takeLeads,
} from '../../../bench/support/measure-brief.ts';

describe('briefs of MultiLing 2011 in English, a development set', () => {
  const events = readBriefEvents('en');

  it('have more of what people put into theirs than the first sentences have', (context) => {
    context.skip(events === undefined, 'the public evaluation data is not at hand');
    const mean = (tell: typeof brief) =>
      events!.reduce((sum, event) => sum + scoreBrief(event, tell(event), 'en'), 0) /
      events!.length;
    expect(mean(brief)).toBeGreaterThan(22.9);
    expect(mean(takeLeads)).toBeLessThan(22.5);
  });
});
