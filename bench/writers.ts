import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { RUN_SOURCE } from '../tests/support/run-source.ts';
import { postgresIsAvailable, runSql, startPostgres } from '../tests/support/local-postgres.ts';

const ARTICLES = 4_000;
const ROUNDS = 3;
const WRITERS = [1, 2, 4];

/**
 * Prints how many articles a second several processes store in one PostgreSQL database that waits for its disk. It
 * starts a server of its own.
 */
export async function run(): Promise<void> {
  if (!postgresIsAvailable) return console.log('There is no PostgreSQL here.');
  const server = await startPostgres(['fsync=on']);
  try {
    console.log(`${ARTICLES.toLocaleString('en')} articles a writer; the best of ${ROUNDS} rounds`);
    let alone = 0;
    for (const writers of WRITERS) {
      let best = 0;
      for (let round = 0; round < ROUNDS; round++) {
        await runSql(server.url, 'DROP TABLE IF EXISTS dateline_entries');
        best = Math.max(best, await measure(server.url, writers));
      }
      alone ||= best;
      const ratio = (best / alone).toFixed(2);
      console.log(
        `${writers} writers`.padEnd(12),
        `${best.toFixed(0)} a second,`,
        `${ratio} × of one`,
      );
    }
  } finally {
    await server.stop();
  }
}

/** Articles a second of all writers together. */
async function measure(url: string, writers: number): Promise<number> {
  const script = join(import.meta.dirname, 'writers', 'write-articles.ts');
  const children: ChildProcess[] = [];
  for (let at = 0; at < writers; at++) {
    const child = fork(script, [url, String(ARTICLES), String(at * ARTICLES)], {
      execArgv: [...RUN_SOURCE],
    });
    await once(child, 'message');
    children.push(child);
  }
  const times = await Promise.all(
    children.map(async (child) => {
      const done = once(child, 'message') as Promise<[number]>;
      child.send('begin');
      return (await done)[0];
    }),
  );
  return (1000 * ARTICLES * writers) / Math.max(...times);
}
