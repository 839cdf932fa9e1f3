import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { READERS } from '../../src/run/watch-joiners.ts';
import type { Store } from '../../src/store/create-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { JOINERS } from '../../src/story/stored/join-stories.ts';
import { postgresIsAvailable, runSql, startPostgres } from '../support/local-postgres.ts';
import type { LocalServer } from '../support/local-server.ts';
import { runCli } from '../support/run-cli.ts';

/** Work that tells when it begins, and ends when it is told to. */
function buildWork() {
  let begin!: () => void;
  let end!: () => void;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const work = (): Promise<void> => {
    begin();
    return ended;
  };
  return { work, begun, end };
}

describe.skipIf(!postgresIsAvailable)('locks of several processes on PostgreSQL', () => {
  let server: LocalServer;
  let url: string;
  let stores: Store[];
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    await runSql(server.url, 'CREATE DATABASE locks');
    const address = new URL(server.url);
    address.pathname = '/locks';
    url = address.href;
    stores = [await openStore(url), await openStore(url)];
  });
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await runSql(server.url, 'DROP DATABASE locks WITH (FORCE)');
  });

  it('are held by one, or shared by several, and each sees that', async () => {
    const [one, other] = stores.map(({ locks }) => locks) as [Store['locks'], Store['locks']];
    const [first, second] = [buildWork(), buildWork()];
    const shared = [one.share('a', first.work), other.share('a', second.work)];
    await Promise.all([first.begun, second.begun]);
    expect(await one.hold('a', async () => 1)).toEqual({ kind: 'taken' });
    first.end();
    await shared[0];
    expect(await one.hold('a', async () => 1)).toEqual({ kind: 'taken' });
    expect([await one.isHeld('a'), await other.isHeld('b')]).toEqual([true, false]);
    second.end();
    await shared[1];
    expect(await one.isHeld('a')).toBe(false);
    const alone = await one.hold('a', async () => [
      await other.isHeld('a'),
      await other.share('a', async () => 1),
    ]);
    expect(alone).toEqual({ kind: 'held', value: [true, { kind: 'taken' }] });
  });

  it('tell the doctor whether a process is missing that reads the sources', async () => {
    const examine = async () => {
      const { out } = await runCli(['doctor', '--json'], { env: { STORE_URL: url } });
      const findings = JSON.parse(out.join('')) as { check: string; ok: boolean; detail: string }[];
      return findings.find(({ check }) => check === 'processes');
    };
    const { locks } = stores[0]!;
    expect(await examine()).toMatchObject({ ok: true, detail: 'none is running' });
    await locks.share(READERS, async () => {
      expect(await examine()).toMatchObject({
        ok: false,
        detail: 'none that reads the sources is running; start one with --role ingest',
      });
      await locks.share(JOINERS, async () => {
        expect(await examine()).toMatchObject({ ok: true });
      });
    });
  });
});
