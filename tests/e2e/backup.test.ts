import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it, type TestContext } from 'vitest';
import { settleRestore, LAST_RESTORE } from '../../src/delivery/settle-restore.ts';
import { editionKey } from '../../src/digest/edition.ts';
import { SCHEMA_VERSION } from '../../src/store/migrations/migrations.ts';
import { collectLog } from '../support/collect-log.ts';
import { nodeArguments } from '../support/node-arguments.ts';
import { openDeliveryWorld, SLOT } from '../support/open-delivery-world.ts';
import { readStoreFile } from '../support/read-store-file.ts';
import { runVerb } from '../support/run-verb.ts';
import { askLocal, startProgram, type Program } from '../support/start-program.ts';
import { usesPostgres } from '../support/store-place.ts';

const IMPORTER = join(import.meta.dirname, '../ingest/files/import-child.ts');
const RELEASED = join(import.meta.dirname, '../store/released/0.1.0.sqlite');
const SAMPLES = join(import.meta.dirname, '../../data/samples');

/** Each test starts several processes of the whole bot. */
const SEVERAL_BOTS_MS = 240_000;

let folder: string;
let path: string;
let env: Record<string, string>;
let bot: Program | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-backup-'));
  path = join(folder, 'store.sqlite');
  env = { STORE_URL: `sqlite:${path}`, ARTICLE_FOLDERS: SAMPLES, LOCAL_PORT: '0' };
});
afterEach(async () => {
  if (bot?.process.exitCode === null && bot.process.signalCode === null) {
    bot.process.kill('SIGKILL');
    await bot.exitCode;
  }
  await rm(folder, { recursive: true });
});

async function startBot(): Promise<string> {
  bot = startProgram(env);
  const url = await bot.seeLine(/Discord on this machine: (\S+)/);
  await bot.seeLine(/articles loaded/);
  return url;
}

async function killBot(): Promise<void> {
  bot!.process.kill('SIGKILL');
  await bot!.exitCode;
}

/** PostgreSQL's own tools make its backups: tests/store/postgres.integration.test.ts. */
const needsFile = ({ skip }: TestContext): void => {
  if (usesPostgres()) skip('only a SQLite store has a backup file');
};

const search = (url: string) =>
  askLocal(url, 'act', { do: 'run-command', name: 'search', options: { query: 'Chandrayaan-3' } });

describe('the store of a running bot', () => {
  beforeEach(needsFile);

  it(
    'is backed up, is not restored over, and is restored once the bot was killed',
    { timeout: SEVERAL_BOTS_MS },
    async () => {
      const url = await startBot();
      const file = join(folder, 'a.backup');
      const backup = await runVerb(['backup', file], env);
      expect(backup).toMatchObject({ exitCode: 0, err: '' });
      expect(backup.out).toMatch(/a\.backup: the store of .+ UTC, by Dateline .+ articles/);
      expect(backup.out).toMatch(/^\d+\.\d MB in \d+\.\d s, checked$/mu);
      const again = await runVerb(['backup', file], env);
      expect(again).toMatchObject({ exitCode: 1 });
      expect(again.err).toContain('exists already. Give another name, or add --force');

      const refused = await runVerb(['restore', file], env);
      expect(refused).toMatchObject({ exitCode: 1, out: '' });
      expect(refused.err).toContain(`The store ${path} is in use: a bot is running`);
      expect(JSON.stringify(await search(url))).toContain('Chandrayaan');

      await killBot();
      const before = readStoreFile(path);
      const restored = await runVerb(['restore', file], env);
      expect(restored).toMatchObject({ exitCode: 0, err: '' });
      const [, kept = ''] = /is kept: (\S+)/.exec(restored.out) ?? [];
      expect(readStoreFile(kept)).toEqual(before);
      const after = readStoreFile(path);
      expect(after.identity).not.toBe(before.identity);
      expect(after.entries.filter(([key]) => key.startsWith('registrations:'))).toEqual([]);
      expect(JSON.stringify(await search(await startBot()))).toContain('Chandrayaan');
    },
  );

  it('is moved to another folder by its backup', { timeout: SEVERAL_BOTS_MS }, async () => {
    await startBot();
    const file = join(folder, 'a.backup');
    await runVerb(['backup', file], env);
    await killBot();
    const elsewhere = join(folder, 'new', 'store', 'dateline.sqlite');
    env = { ...env, STORE_URL: `sqlite:${elsewhere}`, ARTICLE_FOLDERS: join(folder, 'none') };
    const restored = await runVerb(['restore', file], env);
    expect(restored).toMatchObject({ exitCode: 0, err: '' });
    expect(restored.out).not.toContain('is kept');
    expect(JSON.stringify(await search(await startBot()))).toContain('Chandrayaan');
  });
});

describe('a backup under load', () => {
  beforeEach(needsFile);

  it('has everything that was stored before it began, and lets the other process go on', async () => {
    const child = spawn(
      process.execPath,
      [...nodeArguments(IMPORTER), env['STORE_URL']!, '3000', '1'],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const reported = new Map<string, number>();
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => {
      const [version, id] = line.split(' ');
      if (id?.length === 16) reported.set(id, Number(version));
    });
    let count = 0;
    lines.on('line', () => (count += 1));
    await expect.poll(() => reported.size).toBe(3000);

    const known = new Map(reported);
    const before = count;
    const file = join(folder, 'a.backup');
    const backup = await runVerb(['backup', '--json', file], env);
    const during = count - before;
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(backup).toMatchObject({ exitCode: 0, err: '' });
    expect(during).toBeGreaterThan(0);
    const copy = readStoreFile(file);
    expect(copy).toMatchObject({ integrity: 'ok', schema: SCHEMA_VERSION });
    const stored = new Map(
      copy.entries.map(([key, value]) => [
        key,
        (JSON.parse(value) as { value: { section?: string } }).value.section,
      ]),
    );
    const lost = [...known].filter(
      ([id, version]) => Number(stored.get(`articles:${id}`) ?? 0) < version,
    );
    expect(lost).toEqual([]);
    expect(JSON.parse(backup.out)).toMatchObject({ file, counts: { articles: 3000 } });
  });
});

describe('the store of 0.1.0', () => {
  beforeEach(needsFile);

  it(
    'is backed up and migrated by the first start, and nothing is lost',
    { timeout: SEVERAL_BOTS_MS },
    async () => {
      await copyFile(RELEASED, path);
      const old = readStoreFile(path);
      await startBot();
      const written = bot!.read();
      expect(written).toContain('written by an older Dateline (schema 1)');
      await killBot();
      const [backup = ''] = (await readdir(folder)).filter((name) => name.endsWith('.backup'));
      expect(written).toContain(backup);
      const kept = new Set(readStoreFile(path).entries.map(([key]) => key));
      // A bot without DISCORD_TOKEN has the same articles, schedules and editions, and more.
      expect(
        old.entries.filter(([key]) => !kept.has(key) && !key.startsWith('sources:host')),
      ).toEqual([]);
      const restored = await runVerb(['restore', join(folder, backup)], env);
      expect(restored).toMatchObject({ exitCode: 0, err: '' });
      expect(restored.out).toContain('schema 1');
    },
  );
});

describe('a restored bot', () => {
  it('does not post again what its store does not know, and goes on with the next slot', async () => {
    const world = await openDeliveryWorld();
    try {
      const subscription = await world.subscribe();
      await world.tickAt(SLOT);
      expect(world.messages()).toHaveLength(1);
      // As it is in a backup of the night before.
      const { channelId, id: subscriptionId } = subscription;
      const key = editionKey({ channelId, subscriptionId, slot: SLOT });
      await world.editions.remove(key);
      const restores = world.news.store.records('restores');
      const restore = { at: '2024-03-14T08:30:00.000Z', madeAt: '2024-03-14T03:00:00.000Z' };
      await restores.put(LAST_RESTORE, restore);
      const { subscriptions } = world;
      await settleRestore({ restores, subscriptions, log: collectLog().log });
      const scheduler = world.openScheduler();
      world.setClock('2024-03-14T08:31:00.000Z');
      await scheduler.tick();
      expect(world.messages()).toHaveLength(1);
      world.setClock('2024-03-15T08:00:00.000Z');
      await scheduler.tick();
      await scheduler.stop();
      expect(world.messages()).toHaveLength(2);
    } finally {
      await world.close();
    }
  });
});
