import { JOINING } from './join-settings.ts';

/** So few that another neighbour seldom changes a share. */
const SHARES = 8;

/**
 * The share of the least likenesses of a story that an article needs, by how alike its neighbours are, which are `length`
 * numbers from `from` on, the highest first. Where many are somewhat alike, some are alike enough by chance.
 */
export function neededShare(likenesses: Float32Array, from: number, length: number): number {
  const { loneShare, crowdFrom, crowdTo, crowdLikeness } = JOINING;
  let sum = 0;
  for (let rank = crowdFrom; rank < Math.min(crowdTo, length); rank++)
    sum += Math.abs(likenesses[from + rank]!);
  const crowd = Math.min(1, sum / (crowdTo - crowdFrom) / crowdLikeness);
  return loneShare + ((1 - loneShare) * Math.round(crowd * SHARES)) / SHARES;
}
