import { describe, expect, it } from 'vitest';
import { openEngine } from '../../../src/store/engines/open-engine.ts';
import type { Engine } from '../../../src/store/engines/engine.ts';
import { parseStoreUrl } from '../../../src/store/engines/parse-store-url.ts';
import { encodeValue } from '../../../src/store/engines/stored-value.ts';
import { migrateStore } from '../../../src/store/migrations/migrate-store.ts';
import type { Migration } from '../../../src/store/migrations/migration.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '../../../src/store/migrations/migrations.ts';

const NUMBER = 'schema:version';

describe('migrations', () => {
  it('are numbered from 2 without a gap', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, at) => at + 2));
    expect(SCHEMA_VERSION).toBe(MIGRATIONS.at(-1)?.version);
  });

  it('run in order from the version that a store has, after one backup', async () => {
    const { engine, events, migrations } = await openOld(2, [2, 3, 4]);
    await migrateStore(engine, backUp(events), {}, migrations);
    expect(events).toEqual(['backup of 2', 'to 3', 'to 4']);
    expect(await engine.read(NUMBER)).toBe(encodeValue(4));
  });

  it('do not run on a new store, nor on one of this version', async () => {
    const { engine, events, migrations } = await openOld(undefined, [2, 3]);
    await migrateStore(engine, backUp(events), {}, migrations);
    await migrateStore(engine, backUp(events), {}, migrations);
    expect(events).toEqual([]);
    expect(await engine.read(NUMBER)).toBe(encodeValue(3));
  });

  it('that fail are continued where they stopped', async () => {
    const { engine, events, migrations } = await openOld(1, [2, 3, 4]);
    let isBroken = true;
    const broken = migrations.map((migration): Migration => ({
      ...migration,
      run: async (on) => {
        if (migration.version === 3 && isBroken) throw new Error('killed');
        await migration.run(on);
      },
    }));
    await expect(migrateStore(engine, backUp(events), {}, broken)).rejects.toThrow('killed');
    expect(await engine.read(NUMBER)).toBe(encodeValue(2));
    isBroken = false;
    await migrateStore(engine, backUp(events), {}, broken);
    expect(events).toEqual(['backup of 1', 'to 2', 'backup of 2', 'to 3', 'to 4']);
    expect(await engine.read(NUMBER)).toBe(encodeValue(4));
  });

  it('do not run if the backup fails', async () => {
    const { engine, events, migrations } = await openOld(1, [2]);
    const noRoom = (): Promise<string> => Promise.reject(new Error('the disk is full'));
    await expect(migrateStore(engine, noRoom, {}, migrations)).rejects.toThrow('disk is full');
    expect(events).toEqual([]);
    expect(await engine.read(NUMBER)).toBe(encodeValue(1));
  });

  it('leave the number alone that another process has raised further', async () => {
    const { engine, events, migrations } = await openOld(1, [2]);
    const overtaken = migrations.map((migration) => ({
      ...migration,
      run: async (on: Engine) => void (await on.swap(NUMBER, encodeValue(1), encodeValue(9))),
    }));
    await migrateStore(engine, backUp(events), {}, overtaken);
    expect(await engine.read(NUMBER)).toBe(encodeValue(9));
  });
});

async function openOld(found: number | undefined, versions: readonly number[]) {
  const engine = await openEngine(parseStoreUrl('memory:'));
  if (found !== undefined) await engine.swap(NUMBER, undefined, encodeValue(found));
  const events: string[] = [];
  const migrations = versions.map((version): Migration => ({
    version,
    what: 'nothing',
    run: () => Promise.resolve(void events.push(`to ${version}`)),
  }));
  return { engine, events, migrations };
}

function backUp(events: string[]): (version: number) => Promise<string> {
  return (version) => Promise.resolve(`backup ${events.push(`backup of ${version}`)}`);
}
