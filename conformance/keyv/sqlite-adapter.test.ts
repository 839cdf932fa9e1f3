import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import keyvTestSuite, { keyvIteratorTests } from '@keyv/test-suite';
import Keyv from 'keyv';
import * as test from 'vitest';
import { SqliteAdapter } from '../../src/store/engines/sqlite-adapter.ts';
import { openSqliteConnection } from '../../src/store/engines/sqlite-connection.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-keyv-'));
test.afterAll(() => rmSync(folder, { recursive: true }));

for (const [name, path] of [
  ['a file', join(folder, 'store.sqlite')],
  ['memory', ':memory:'],
] as const) {
  test.describe(`SqliteAdapter on ${name}`, () => {
    const connection = openSqliteConnection(path);
    test.afterAll(() => connection.close());
    const createAdapter = () => new SqliteAdapter(connection);

    keyvTestSuite(test, Keyv, createAdapter);
    keyvIteratorTests(test, Keyv, createAdapter);
  });
}
