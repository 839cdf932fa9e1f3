import { InvalidArgumentError } from 'commander';
import { SUMMARY_LIMITS } from '../summary/summary-limits.ts';

/**
 * Parses a share, "0.2" or "20%", as a number up to the maximum share of a summary. Anything else
 * is wrong usage.
 */
export function parseShare(value: string): number {
  const [, number, percent] = /^(\d+(?:\.\d+)?|\.\d+)( ?%)?$/.exec(value.trim()) ?? [];
  const share = Number(number) / (percent === undefined ? 1 : 100);
  if (share > 0 && share <= SUMMARY_LIMITS.maxShare) return share;
  throw new InvalidArgumentError('Write it as 0.2 or 20%; at most half is kept.');
}
