import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeStore } from './store-suite.ts';

describeStore('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-store-'));
  return {
    url: `sqlite:${join(folder, 'data', 'store', 'dateline.sqlite')}`,
    shared: true,
    remove: () => rm(folder, { recursive: true }),
  };
});
