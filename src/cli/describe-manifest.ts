import type { Manifest } from '../store/backup/manifest.ts';

/** What the store itself keeps, which says nothing to a person who makes a backup. */
const OWN: ReadonlySet<string> = new Set(['schema', 'journal']);

/** "the store of 2026-11-29 17:12 UTC, by Dateline 0.1.0 (schema 2): 31 articles, 2 editions". */
export function describeManifest({ madeAt, dateline, schema, counts }: Manifest): string {
  const records = Object.entries(counts)
    .filter(([namespace]) => !OWN.has(namespace))
    .map(([namespace, count]) => `${count} ${namespace}`);
  const when = `${madeAt.slice(0, 16).replace('T', ' ')} UTC`;
  const what = records.length === 0 ? 'empty' : records.join(', ');
  return `the store of ${when}, by Dateline ${dateline} (schema ${schema}): ${what}`;
}

/** "354.2 MB" */
export function formatMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
