import { countsFrom, type KeptReason } from '../run/retention/plan-prune.ts';
import type { StorePlan } from '../run/retention/prune-store.ts';
import { countOf } from '../text/count-of.ts';

/** What a prune removes, for people and programs. */
export interface PruneSummary {
  readonly articles: number;
  /** Of their texts as stored. */
  readonly bytes: number;
  /** ISO 8601, UTC: the instants that the oldest and the newest of them count from. */
  readonly oldest?: string;
  readonly newest?: string;
  /** The publishers with the most of them first. */
  readonly sources: readonly { readonly name: string; readonly articles: number }[];
  readonly editions: number;
  readonly entryMemories: number;
  readonly pageAttempts: number;
  /** Articles that are as old and stay, by why. */
  readonly kept: Readonly<Partial<Record<KeptReason, number>>>;
}

/** Sums up what a plan removes. */
export function summarizePrune({ articles, kept, records }: StorePlan, now: Date): PruneSummary {
  const counts = new Map<string, number>();
  for (const { source = '' } of articles) counts.set(source, (counts.get(source) ?? 0) + 1);
  const [first, last] = [articles[0], articles.at(-1)];
  return {
    articles: articles.length,
    bytes: articles.reduce((sum, { bytes = 0 }) => sum + bytes, 0),
    ...(first && { oldest: new Date(countsFrom(first, now)).toISOString() }),
    ...(last && { newest: new Date(countsFrom(last, now)).toISOString() }),
    sources: [...counts]
      .map(([name, count]) => ({ name: name || 'without a publisher', articles: count }))
      .toSorted((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1)),
    editions: records.editions.length,
    entryMemories: records.entries.length,
    pageAttempts: records['page-attempts'].length,
    kept: Object.fromEntries(kept),
  };
}

const KEPT: Readonly<Record<KeptReason, string>> = {
  folder: 'are in files of the article folders',
  followed: 'belong to a story that someone follows',
  shown: 'are told by a digest that can still be shown',
};

/** Says it in lines. `verb` is "would go" or "are removed". */
export function describePrune(summary: PruneSummary, keepDays: number, verb: string): string[] {
  const { articles, bytes, oldest, newest, sources } = summary;
  const dates = oldest && newest ? `, from ${oldest.slice(0, 10)} to ${newest.slice(0, 10)}` : '';
  const size = `${(bytes / 1e6).toFixed(1)} MB of text`;
  const records = [
    [summary.editions, 'digest that nobody can be shown any more'],
    [summary.entryMemories, 'memory of a feed that is not read any more'],
    [summary.pageAttempts, 'note on a page that could not be read'],
  ] as const;
  return [
    `Articles older than ${keepDays} days that ${verb}: ${articles.toLocaleString('en')}${dates}${articles > 0 ? `, ${size}` : ''}`,
    ...sources.map((each) => `  ${each.name}: ${countOf(each.articles, 'article')}`),
    ...records.flatMap(([count, what]) => (count > 0 ? [`Also ${verb}: ${count} × ${what}`] : [])),
    ...Object.entries(summary.kept).map(
      ([reason, count]) => `As old, but kept: ${count} that ${KEPT[reason as KeptReason]}`,
    ),
  ];
}
