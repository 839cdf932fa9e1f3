import { describe, expect, it } from 'vitest';
import { findDateline } from '../../src/rank/dateline.ts';

describe('a dateline', () => {
  it.each([
    ['MOSCOW, Sept 14 (Reuters) – ', 'MOSCOW'],
    ['(CNN) -- ', undefined],
    ['(CNN)', undefined],
    ['CAVITE CITY, Philippines (CNN)  -- ', 'CAVITE CITY, Philippines'],
    ['Beirut (CNN) -- ', 'Beirut'],
    ['WASHINGTON (AP) — ', 'WASHINGTON'],
    ['Berlin (dpa) - ', 'Berlin'],
    ['PARIS, 3 March 2024 (AFP) - ', 'PARIS'],
    ['LONDON — ', 'LONDON'],
    ['JERUSALEM, Jan. 5 — ', 'JERUSALEM'],
    ['MEXICO CITY: ', 'MEXICO CITY'],
    ['-lrb- cnn -rrb- -- ', undefined],
    ['london , england ( CNN ) -- ', 'london , england'],
    ['LOS ANGELES/NEW YORK (Reuters) - ', 'LOS ANGELES/NEW YORK'],
  ])('%s', (dateline, place) => {
    const found = findDateline(`${dateline}The dam broke on Monday.`);
    expect(found).toEqual({ length: dateline.length, ...(place !== undefined && { place }) });
  });

  it.each([
    'The dam broke on Monday.',
    'The European Union (EU) said on Monday that it would pay.',
    'NATO said on Monday that it would pay.',
    'Smith - who had left by then - said nothing.',
    'Smith (left) spoke first.',
    'The Union (EU) Commission spoke first.',
    'MOSCOW (Reuters) – ',
    'Mexico: the peso fell.',
    '',
  ])('is not read into %j', (sentence) => {
    expect(findDateline(sentence)).toBeUndefined();
  });
});
