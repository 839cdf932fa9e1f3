import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'libsql';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { buildManyArticles } from '../support/build-many-articles.ts';
import { collect } from '../support/collect.ts';
import { createRandom } from '../support/random.ts';
import { TEST_SEED } from '../support/test-seed.ts';
import { nodeArguments } from '../support/node-arguments.ts';

const articleCount = 1_500;
const kills = 16;

describe(`an import that is killed (TEST_SEED=${TEST_SEED})`, () => {
  const random = createRandom(TEST_SEED);
  const folder = mkdtempSync(join(tmpdir(), 'dateline-kill-'));
  const path = join(folder, 'dateline.sqlite');
  const url = `sqlite:${path}`;
  /** The last version that a child reported as stored, by article id. */
  const reported = new Map<string, number>();
  let version = 1;
  afterAll(() => rmSync(folder, { recursive: true }));

  const points = Array.from({ length: kills }, () => ({
    line: Math.floor(random() * articleCount * 1.2),
    waitMs: Number((random() * 12).toFixed(2)),
  }));

  // Each run continues with the store of the run before.
  it.each(points)(
    '$waitMs ms after report $line has lost nothing that it reported',
    async (point) => {
      expect(await runImport([version], point)).toBe('SIGKILL');
      version = Math.max(...reported.values()) + 1;
      expect(checkIntegrity(path)).toBe('ok');

      const store = await openStore(url);
      const ids = [...reported.keys()];
      const stored = await store.articles.getMany(ids);
      const lost = ids.filter((id, at) => Number(stored[at]?.section ?? 0) < reported.get(id)!);
      expect(lost).toEqual([]);
      // Every stored article must be in the journal, else an index in another process would miss it.
      const inStore = (await collect(store.articles.iterate())).map(({ id }) => id);
      const inJournal = new Set((await store.articles.changesSince(0)).ids);
      expect(inStore.filter((id) => !inJournal.has(id))).toEqual([]);
      await store.close();
    },
  );

  it('can be run to its end afterwards', async () => {
    version += 1;
    expect(await runImport([version, version])).toBe(0);
    const store = await openStore(url);
    const articles = await collect(store.articles.iterate());
    const ids = buildManyArticles(articleCount).map(({ id }) => id);
    expect(articles.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(new Set(articles.map(({ section }) => section))).toEqual(new Set([String(version)]));
    await store.close();
  });

  /** Runs the import in a process of its own, to its end or until `point`. Returns its exit code or signal. */
  async function runImport(
    versions: readonly number[],
    point?: { line: number; waitMs: number },
  ): Promise<string | number> {
    const script = join(import.meta.dirname, '../ingest/files/import-child.ts');
    const values = [url, articleCount, ...versions].map(String);
    const child = spawn(process.execPath, [...nodeArguments(script), ...values], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exit = once(child, 'exit');
    let lines = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      const [, stored, id] = /^(\d+) ([0-9a-f]{16})$/.exec(line) ?? [];
      // The last line of a killed process may be cut off.
      if (stored !== undefined && id !== undefined) reported.set(id, Number(stored));
      if (lines === point?.line) setTimeout(() => child.kill('SIGKILL'), point.waitMs);
      lines += 1;
    }
    const [code, signal] = (await exit) as [number | null, string | null];
    return signal ?? code ?? 0;
  }
});

function checkIntegrity(path: string): unknown {
  const database = new Database(path);
  const [result] = database.prepare('PRAGMA integrity_check').raw().get([]) as [unknown];
  database.close();
  return result;
}
