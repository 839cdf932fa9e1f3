import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Client } from 'pg';
import { openStore } from '../src/store/open-store.ts';
import { postgresIsAvailable, startPostgres } from '../tests/support/local-postgres.ts';
import { RUN_SOURCE } from '../tests/support/run-source.ts';
import { fillStore } from './search-at-scale/fill-store.ts';
import type { ScaleFigures } from './search-at-scale/measure-search.ts';
import { planScale, SCALE } from './search-at-scale/scale.ts';
import { percentile } from './support/percentile.ts';

const SERVER = [
  'shared_buffers=1GB',
  'maintenance_work_mem=512MB',
  'max_wal_size=8GB',
  'synchronous_commit=off',
];

/**
 * Prints what it costs to search a PostgreSQL store of 1,000,000 made-up articles, of which a tenth is in memory: room,
 * memory, start and answers, compared with the index in memory alone. `--articles=100000` makes fewer. It starts a
 * server of its own.
 */
export async function run(): Promise<void> {
  if (!postgresIsAvailable) return console.log('There is no PostgreSQL here.');
  const given = process.argv.find((word) => word.startsWith('--articles='));
  const count = Number(given?.split('=')[1] ?? 1_000_000);
  const { days } = planScale(count);
  const server = await startPostgres(SERVER);
  try {
    console.log(
      `${count.toLocaleString('en')} articles of ${SCALE.characters} characters, ${SCALE.perDay} a day; INDEX_DAYS=${days}`,
    );
    const store = await openStore(server.url);
    await timed('made and stored', () => fillStore(server.url, count));
    await timed('made searchable', () => store.search!.prepare());
    await store.close();
    for (const [name, bytes] of await measureRoom(server.url))
      console.log(`  ${name.padEnd(28)} ${(bytes / 1e6).toFixed(0)} MB`);
    const script = join(import.meta.dirname, 'search-at-scale', 'measure-search.ts');
    const args = ['--expose-gc', ...RUN_SOURCE, script, server.url, String(count)];
    const output = execFileSync(process.execPath, args, { maxBuffer: 2 ** 28 });
    print(JSON.parse(output.toString()) as ScaleFigures);
  } finally {
    await server.stop();
  }
}

async function timed(name: string, work: () => Promise<void>): Promise<void> {
  const startedAt = performance.now();
  await work();
  console.log(`  ${name.padEnd(28)} ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
}

async function measureRoom(url: string): Promise<[name: string, bytes: number][]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string; bytes: string }>(
    `SELECT 'articles' AS name, pg_total_relation_size('dateline_entries') AS bytes
     UNION ALL SELECT 'words', pg_table_size('dateline_search')
     UNION ALL SELECT 'GIN index of the words', pg_relation_size('dateline_search_words')
     UNION ALL SELECT 'other indexes', pg_indexes_size('dateline_search') - pg_relation_size('dateline_search_words')`,
  );
  await client.end();
  return rows.map(({ name, bytes }) => [name, Number(bytes)]);
}

function print({ indexed, times, found, pages, ...figures }: ScaleFigures): void {
  const { startMs, startCpuMs, rssMb, heapMb, joined, joinedMs } = figures;
  console.log(`  ${indexed.toLocaleString('en')} articles in memory`);
  console.log(
    `  memory: ${rssMb.toFixed(0)} MB resident, ${heapMb.toFixed(0)} MB of heap and arrays`,
  );
  console.log(
    `  start until searchable: ${(startMs / 1000).toFixed(1)} s, ${(startCpuMs / 1000).toFixed(1)} s of processor time`,
  );
  for (const [name, { all, memory, cpuMs }] of Object.entries(times)) {
    const { older, cut, givenUp } = found[name]!;
    const ratio = percentile(all, 0.5) / percentile(memory, 0.5);
    console.log(
      `  ${name}: ${spread(all)}; in memory alone ${spread(memory)} (${ratio.toFixed(0)} ×); ${cpuMs.toFixed(1)} ms of processor time here; ${older} of ${all.length} found an older one, ${cut} were cut, ${givenUp} given up`,
    );
  }
  console.log(
    `  ${joined.toLocaleString('en')} articles joined into stories in ${(joinedMs / 1000).toFixed(1)} s`,
  );
  for (const [name, each] of Object.entries(pages)) console.log(`  ${name}: ${spread(each)}`);
}

function spread(times: readonly number[]): string {
  return `p50 ${percentile(times, 0.5).toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms`;
}
