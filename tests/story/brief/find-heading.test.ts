import { describe, expect, it } from 'vitest';
import { findHeading } from '../../../src/story/brief/find-heading.ts';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';

function headingOf(text: string, lang = 'en'): string | undefined {
  return findHeading(text, buildReading({ title: '', text, lang }))?.text;
}

const REPORT = 'A ferry ran aground off the north coast on Monday, the coastguard said.';

describe('findHeading', () => {
  it.each([
    'Ferry runs aground',
    'Ferry with 240 people on board runs aground off the north coast in fog, all of them safe',
  ])('finds a first line without a stop: %s', (heading) => {
    expect(headingOf(`${heading}\n\n${REPORT}`)).toBe(heading);
  });

  it('finds a first line with a stop above the date', () => {
    const heading = 'Aid for 2005 can be deducted from the taxes of 2004 in the U.S.';
    expect(headingOf(`${heading}\n\nSaturday, January 8, 2005\n\n${REPORT}`)).toBe(heading);
    expect(
      headingOf(
        'تفجيرات لندن : الشرطة تفتش منازل ليدز.\nالثلاثاء , 12 يوليو 2005\nقامت شرطة غرب يوركشاير بتفتيش ستة منازل في منطقة ليدز.',
        'ar',
      ),
    ).toBe('تفجيرات لندن : الشرطة تفتش منازل ليدز.');
  });

  it('takes no date for a heading', () => {
    expect(headingOf(`Posted 11/27/2005 7:21 AM\n\n${REPORT}`)).toBeUndefined();
  });

  it.each([REPORT, `${REPORT}\n\nDivers found a tear in the hull.`, `${REPORT} ${REPORT}`, ''])(
    'finds none where the report begins at once: %s',
    (text) => {
      expect(headingOf(text)).toBeUndefined();
    },
  );
});
