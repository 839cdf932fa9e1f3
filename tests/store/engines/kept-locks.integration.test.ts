import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { buildArticle } from '../../support/build-article.ts';
import { nodeArguments } from '../../support/node-arguments.ts';
import { openTestStore } from '../../support/open-test-store.ts';

const PROGRAM = nodeArguments(join(import.meta.dirname, '../../../src/main.ts'));

// A process gives up its locks on a file as soon as it closes any descriptor of it. A process that opens the store then takes
// itself for the only one, and removes the log that the first still writes to.
it('keeps its log while another process opens and closes the store, also when it was opened again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-locks-'));
  const path = join(folder, 'store.sqlite');
  const env = { ...process.env, STORE_URL: `sqlite:${path}` };
  const logOf = async () => (await stat(`${path}-wal`)).ino;
  try {
    await (await openTestStore(env.STORE_URL)).close();
    const store = await openTestStore(env.STORE_URL);
    await store.articles.putMany([buildArticle({ title: 'The bridge is open' })], new Date());
    const log = await logOf();
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [...PROGRAM, 'search', 'bridge'],
      { env },
    );
    expect(stdout).toContain('The bridge is open');
    expect(await logOf()).toBe(log);
    await store.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});
