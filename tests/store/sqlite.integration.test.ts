import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeChanges } from './change-suite.ts';
import { describeDue } from './due-suite.ts';
import { describeStore, type StoreUnderTest } from './store-suite.ts';

async function create(): Promise<StoreUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-store-'));
  return {
    url: `sqlite:${join(folder, 'data', 'store', 'dateline.sqlite')}`,
    shared: true,
    remove: () => rm(folder, { recursive: true }),
  };
}

describeStore('SQLite', create);
describeChanges('SQLite', create);
describeDue('SQLite', create);
