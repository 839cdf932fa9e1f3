import type { Services } from '../../src/command/services.ts';
import type { OlderFound } from '../../src/index/older/older-articles.ts';
import { countOf } from '../../src/text/count-of.ts';

type Older = Services['older'];

/** Says of an answer from the index alone that it has the newest articles only; undefined if the index has all. */
export function describeRecentOnly(older: Older): string | undefined {
  return older && `Only articles of the last ${countOf(older.days, 'day')} were looked at.`;
}

/** The same as notes above a list. */
export function noteRecentOnly(older: Older): string[] {
  return older ? [`articles of the last ${countOf(older.days, 'day')}`] : [];
}

/** Says which older articles a search has left out, and why; undefined if none. */
export function describeLeftOut(older: Older, found: OlderFound | undefined): string | undefined {
  if (!older || !found) return undefined;
  const days = countOf(older.days, 'day');
  if (found.kind === 'searched') {
    const { candidates, lookedAt } = found;
    if (candidates <= lookedAt) return undefined;
    return `Of ${countOf(candidates, 'article')} that may fit and are older than ${days}, the newest ${lookedAt} were looked at.`;
  }
  return REASONS[found.reason](days);
}

const REASONS: Readonly<
  Record<Extract<OlderFound, { kind: 'left-out' }>['reason'], (days: string) => string>
> = {
  engine: (days) => `Only articles of the last ${days} are searched.`,
  preparing: (days) => `Articles older than ${days} cannot be searched yet.`,
  slow: (days) =>
    `Articles older than ${days} are left out, because searching them took too long. Try rarer words.`,
};
