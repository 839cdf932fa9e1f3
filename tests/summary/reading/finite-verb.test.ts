import { describe, expect, it } from 'vitest';
import { isFragment } from '../../../src/summary/reading/finite-verb.ts';
import { splitTokens } from '../../../src/text/tokens.ts';

describe('a fragment', () => {
  it.each([
    ['Behind the furor over the video game.', true],
    ['HIV infections each year.', true],
    ['Retrieving the memory board.', true],
    ['The mayor and his wife at the harbour.', true],
    ['From disaster to triumph: a week in the life of a swimmer.', true],
    [
      'Ashby 2-1 Corley Denholm 0-0 Eastwick Farleigh United 3-3 Gorse Hill Harrow Vale 1-4 Inkberrow',
      true,
    ],
    ['Twitter user itsleah wrote.', true],
    ['Nobody in the city said.', false],
    ['10 minutes to go until the interval.', true],
    ['Muslims, who constitute roughly 99% of the population.', true],
    ['Admits that he often put his life at risk before.', true],
    ['Gushes about his love for the mother of his daughter.', true],
    ['To think that nobody in the town saw the harbour before.', true],
    ['A picture of a king on this hastily put together mug to mark the birth of a prince.', true],
    ['Frank Lee with his five children Neil, Nic, Thea and Cory and one of his three dogs.', true],
    ['Film star Ann Lee and her brother, onto their channel.', true],
    ['Spanish selfies and change.', true],
    ['The star of the film and his brother returned.', false],
    ['Prices rose, and voters want change.', false],
    [
      'Nearly half of all countries restrict the work of foreign doctors or of their helpers.',
      false,
    ],
    ['Prices are set to rise again.', false],
    ['The mayor spoke with Lee, who keeps the pier.', false],
    ['Prince Harry in Norrvik were leaked to the press.', true],
    ['Mr Lee and his wife were at home.', false],
    ['Initially thought to have been the driver of the second train.', true],
    ['Originally planned for the summer, the race was put off.', false],
    [
      'With the eventual winner Ann Lee completing the seven miles of the first lap along the coast of Norrvik in nearly eight minutes and a half.',
      true,
    ],
    ['With winds of 100 miles an hour the storm moved north along the coast.', false],
    ['Prices fell.', false],
    ['Experts say so.', false],
    ['The dam has cracks.', false],
    ['They’re all gone.', false],
    ['Farmers grow corn.', false],
    ['The company denies all charges.', false],
    ['Rescuers reached the village on foot.', false],
    ['"Not a word from the mayor."', false],
  ])('%s %s', (sentence, fragment) => {
    expect(isFragment(sentence, splitTokens(sentence).length)).toBe(fragment);
  });

  it('is never a long sentence, which has a verb that is not known', () => {
    const sentence = `The mayor ${'and the old harbour '.repeat(5)} by night.`;
    expect(isFragment(sentence, splitTokens(sentence).length)).toBe(false);
  });
});
