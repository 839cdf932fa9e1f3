import { Keyv } from 'keyv';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SqliteAdapter } from '../../../src/store/engines/sqlite-adapter.ts';
import { openSqliteEngine } from '../../../src/store/engines/sqlite-engine.ts';
import {
  openSqliteConnection,
  type SqliteConnection,
} from '../../../src/store/engines/sqlite-connection.ts';
import { collect } from '../../support/collect.ts';

// Keyv's own suite runs in conformance/keyv. These tests cover what the bot relies on.
describe('the SQLite adapter under Keyv', () => {
  let connection: SqliteConnection;
  const createKeyv = (namespace: string): Keyv =>
    new Keyv(new SqliteAdapter(connection), { namespace, throwOnErrors: true });

  beforeEach(() => {
    connection = openSqliteConnection(':memory:');
  });
  afterEach(async () => {
    vi.useRealTimers();
    await connection.close();
  });

  it('sets, gets and deletes many at once', async () => {
    const keyv = createKeyv('a');
    await keyv.setMany([
      { key: '1', value: 'one' },
      { key: '2', value: 'two' },
    ]);
    expect(await keyv.getMany(['2', 'none', '1'])).toEqual(['two', undefined, 'one']);
    expect(await keyv.hasMany(['1', 'none'])).toEqual([true, false]);
    expect(await keyv.deleteMany(['1', 'none'])).toBe(true);
    expect(await keyv.deleteMany(['none'])).toBe(false);
    expect(await keyv.has('1')).toBe(false);
  });

  it('forgets an expired value, however it is read', async () => {
    vi.useFakeTimers({ now: 0, toFake: ['Date'] });
    const keyv = createKeyv('a');
    await keyv.set('short', 1, 1_000);
    await keyv.set('long', 2, 9_000);
    await keyv.set('ever', 3);
    vi.setSystemTime(2_000);
    expect(await keyv.getMany(['short', 'long', 'ever'])).toEqual([undefined, 2, 3]);
    expect(await keyv.has('short')).toBe(false);
    expect(await connection.read((table) => table.page('a:'))).toHaveLength(2);
    const engine = openSqliteEngine(':memory:', connection);
    expect(await engine.read('a:short')).toBeUndefined();
    expect(await engine.swap('a:short', undefined, '{"value":4}')).toBe(true);
    vi.setSystemTime(20_000);
    expect(await keyv.get('short')).toBe(4);
  });

  it('clears and iterates one namespace only', async () => {
    const [a, b] = [createKeyv('a'), createKeyv('b')];
    await a.set('1', 'a1');
    await b.set('1', 'b1');
    await b.set('2', 'b2');
    expect(await collect(b.iterator!('b'))).toEqual([
      ['1', 'b1'],
      ['2', 'b2'],
    ]);
    await a.clear();
    expect(await a.get('1')).toBeUndefined();
    expect(await b.get('1')).toBe('b1');
  });

  it('rolls back a whole transaction if a part of it fails', async () => {
    const failing = connection.write((table) => {
      table.put('a:1', '{"value":1}');
      throw new Error('half-way');
    });
    await expect(failing).rejects.toThrow('half-way');
    expect(await createKeyv('a').get('1')).toBeUndefined();
  });
});
