import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { ArticleIndex } from '../../../src/index/article-index.ts';
import { createFollower } from '../../../src/index/follow-articles.ts';
import { nodeArguments } from '../../support/node-arguments.ts';
import { createRandom } from '../../support/random.ts';
import { TEST_SEED } from '../../support/test-seed.ts';
import { openSavedIndex } from './open-saved-index.ts';

const KILLS = 10;
const ROUNDS = 2;

describe(`a process that is killed while it saves its index (TEST_SEED=${TEST_SEED})`, () => {
  const random = createRandom(TEST_SEED);
  const folder = mkdtempSync(join(tmpdir(), 'dateline-kill-save-'));
  const path = join(folder, 'store.sqlite.index');
  const url = `sqlite:${join(folder, 'store.sqlite')}`;
  afterAll(() => rmSync(folder, { recursive: true }));

  // Most saves take some 30 ms. The file of the first round is always the whole one of an earlier run, or none.
  const points = Array.from({ length: KILLS }, (_, version) => ({
    version,
    round: Math.floor(random() * ROUNDS),
    waitMs: Number((random() ** 2 * 60).toFixed(2)),
  }));
  let hasSaved = false;

  // Each run continues with the files of the run before.
  it.each(points)(
    '$waitMs ms after the beginning of save $round leaves a whole index or none, never a wrong one',
    async ({ version, round, waitMs }) => {
      const { lines } = await runChild(version, { round, waitMs });
      // The next start mends what the one before has left.
      expect(lines[0]).toMatch(hasSaved ? /^loaded$/ : /^(?:loaded|absent)$/);
      hasSaved ||= lines.includes('saved') || lines[0] === 'loaded';
      await expectRight(hasSaved);
    },
  );

  it('can be started and saved afterwards, and nothing is left behind', async () => {
    const { lines, code } = await runChild(KILLS);
    expect(code).toBe(0);
    expect(lines.filter((line) => line === 'saved')).toHaveLength(ROUNDS);
    await expectRight(true);
    const names = (await readdir(folder)).filter((name) => !/-(?:wal|shm)$/.test(name));
    expect(names.toSorted()).toEqual(['store.sqlite', 'store.sqlite.index']);
  });

  /** Runs the process to its end, or until it is killed. Returns what it has reported, and its exit code if it was not killed. */
  async function runChild(
    version: number,
    kill?: { readonly round: number; readonly waitMs: number },
  ): Promise<{ readonly lines: string[]; readonly code: number | null }> {
    const script = join(import.meta.dirname, 'save-child.ts');
    const values = [url, path, String(version), String(ROUNDS)];
    const child = spawn(process.execPath, [...nodeArguments(script), ...values], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exit = once(child, 'exit');
    const lines: string[] = [];
    let saves = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      lines.push(line);
      if (line !== 'saving') continue;
      if (saves === kill?.round) setTimeout(() => child.kill('SIGKILL'), kill.waitMs);
      saves += 1;
    }
    const [code] = (await exit) as [number | null];
    return { lines, code };
  }

  /** Expects that an index from the file answers like one that is read from the store. */
  async function expectRight(mustLoad: boolean): Promise<void> {
    const { store, articles, index, follower, saved } = await openSavedIndex(url, path);
    const rebuilt = new ArticleIndex();
    const outcome = await saved.load();
    expect(outcome.kind).toMatch(mustLoad ? /^loaded$/ : /^(?:loaded|absent)$/);
    if (outcome.kind !== 'loaded') await follower.load();
    await createFollower(articles, rebuilt).load();
    const page = { limit: 10_000 };
    expect(index.newest({}, page)).toEqual(rebuilt.newest({}, page));
    expect(index.sources()).toEqual(rebuilt.sources());
    for (const term of ['report', 'ba', 'cor']) {
      expect(index.corpus.documentFrequency(term)).toBe(rebuilt.corpus.documentFrequency(term));
    }
    await store.close();
  }
});
