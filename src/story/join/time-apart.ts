import { JOINING } from './join-settings.ts';

const DAY_MS = 86_400_000;

/** The days between two instants in ms since the epoch; 0 if one of them is 0, which is unknown. */
export function daysBetween(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : Math.abs(one - other) / DAY_MS;
}

/** By how much the time between two articles reduces their cosine: 0 to 1. */
export function closenessAfter(days: number): number {
  const far = days - JOINING.freeDays;
  return far <= 0 ? 1 : 2 ** (-far / JOINING.halfLifeDays);
}

/** The least cosine of two single articles that are a story by themselves, by the days between them. */
export function leastPairCosine(days: number): number {
  const { nearDays, farDays, pairDays } = JOINING;
  if (days > pairDays) return Infinity;
  const share = Math.min(1, Math.max(0, (days - nearDays) / (farDays - nearDays)));
  return JOINING.leastPairCosine + share * (JOINING.leastFarPairCosine - JOINING.leastPairCosine);
}
