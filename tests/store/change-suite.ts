import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createStore } from '../../src/store/create-store.ts';
import type { Engine } from '../../src/store/engines/engine.ts';
import { openEngine } from '../../src/store/engines/open-engine.ts';
import { parseStoreUrl } from '../../src/store/engines/parse-store-url.ts';
import { KEEP, REMOVE, type RecordStore } from '../../src/store/record-store.ts';
import { collect } from '../support/collect.ts';
import { nodeArguments } from '../support/node-arguments.ts';
import type { StoreUnderTest } from './store-suite.ts';

interface Count {
  readonly count: number;
}

const TABLE = { counts: z.object({ count: z.int() }) };

/** Tests how an engine changes a record. `create` makes an empty database. */
export function describeChanges(name: string, create: () => Promise<StoreUnderTest>): void {
  describe(`changing a record on ${name}`, () => {
    let database: StoreUnderTest;
    let engine: Engine;
    let counts: RecordStore<Count>;
    let skipped: string[];

    beforeAll(async () => {
      database = await create();
      engine = await openEngine(parseStoreUrl(database.url));
    });
    beforeEach(async () => {
      skipped = [];
      counts = openCounts(engine, (key) => skipped.push(key));
      for (const [key] of await collect(counts.list())) await counts.remove(key);
      await engine.keyv('counts').delete('bad');
    });
    afterAll(async () => {
      await engine.close();
      await database.remove();
    });

    it('stores the decided value, and returns the earlier one', async () => {
      await counts.put('a', { count: 1 });
      expect(await counts.change('a', addOne)).toEqual({
        kind: 'stored',
        before: { count: 1 },
        after: { count: 2 },
      });
      expect(await counts.get('a')).toEqual({ count: 2 });
    });

    it('keeps the record if that is decided', async () => {
      await counts.put('a', { count: 1 });
      const kept = { kind: 'kept', before: { count: 1 }, after: { count: 1 } };
      expect(await counts.change('a', () => KEEP)).toEqual(kept);
      expect(await counts.get('a')).toEqual({ count: 1 });
    });

    it('removes the record if that is decided, from lists too', async () => {
      await counts.put('a', { count: 1 });
      expect(await counts.change('a', () => REMOVE)).toEqual({
        kind: 'removed',
        before: { count: 1 },
        after: undefined,
      });
      expect(await counts.get('a')).toBeUndefined();
      expect(await collect(counts.list())).toEqual([]);
    });

    it('passes undefined for an absent record, and creates it or leaves it absent', async () => {
      const absent = { kind: 'kept', before: undefined, after: undefined };
      expect(await counts.change('a', () => KEEP)).toEqual(absent);
      expect(await counts.change('a', () => REMOVE)).toEqual(absent);
      expect(await counts.get('a')).toBeUndefined();
      expect(await counts.change('a', addOne)).toMatchObject({ kind: 'stored', before: undefined });
      expect(await collect(counts.list())).toEqual([['a', { count: 1 }]]);
    });

    describe('if it cannot be read', () => {
      beforeEach(() => engine.keyv('counts').set('bad', { count: 'one' }));
      const readRaw = (): Promise<unknown> => engine.keyv('counts').get('bad');

      it('passes undefined, reports it, and keeps it if that is decided', async () => {
        expect(await counts.change('bad', () => KEEP)).toMatchObject({ before: undefined });
        expect(skipped).toEqual(['counts:bad']);
        expect(await readRaw()).toEqual({ count: 'one' });
      });

      it('replaces it', async () => {
        await counts.change('bad', addOne);
        expect(await readRaw()).toEqual({ count: 1 });
      });

      it('removes it', async () => {
        expect(await counts.change('bad', () => REMOVE)).toMatchObject({ kind: 'removed' });
        expect(await readRaw()).toBeUndefined();
      });
    });

    it('changes nothing if the decision throws', async () => {
      await counts.put('a', { count: 1 });
      const fault = new TypeError('a bug in a decision');
      const changing = counts.change('a', () => {
        throw fault;
      });
      await expect(changing).rejects.toBe(fault);
      expect(await counts.get('a')).toEqual({ count: 1 });
    });

    it('refuses a value that could not be read back, and changes nothing', async () => {
      await counts.put('a', { count: 1 });
      const changing = counts.change('a', () => ({ count: 1.5 }));
      await expect(changing).rejects.toThrow(/counts:a was not stored, .* expected int/s);
      expect(await counts.get('a')).toEqual({ count: 1 });
    });

    it.each<{
      what: string;
      first?: Count;
      interfere: (others: RecordStore<Count>) => Promise<unknown>;
      second?: Count;
    }>([
      {
        what: 'changed',
        first: { count: 1 },
        interfere: (others) => others.put('a', { count: 10 }),
        second: { count: 10 },
      },
      {
        what: 'created',
        interfere: (others) => others.put('a', { count: 10 }),
        second: { count: 10 },
      },
      { what: 'removed', first: { count: 1 }, interfere: (others) => others.remove('a') },
    ])(
      'decides again if somebody else has $what the record in the meantime',
      async ({ first, interfere, second }) => {
        if (first) await counts.put('a', first);
        let reads = 0;
        const interrupted = openCounts({
          ...engine,
          async read(key) {
            const text = await engine.read(key);
            reads += 1;
            if (reads === 1) await interfere(counts);
            return text;
          },
        });
        const seen: (Count | undefined)[] = [];
        await interrupted.change('a', (present) => {
          seen.push(present);
          return addOne(present);
        });
        expect(seen).toEqual([first, second]);
        expect(await counts.get('a')).toEqual(addOne(second));
      },
    );

    it('gives up after many attempts if the record changes every time', async () => {
      const hopeless = openCounts({
        ...engine,
        read: () => Promise.resolve(undefined),
        swap: () => Promise.resolve(false),
      });
      await expect(hopeless.change('a', addOne)).rejects.toThrow('1000 times in a row');
    });

    it('loses no change when ten change it at once', async () => {
      const other = database.shared ? await openEngine(parseStoreUrl(database.url)) : engine;
      const workers = Array.from({ length: 10 }, async (_, worker) => {
        const records = openCounts(worker % 2 ? other : engine);
        for (let at = 0; at < 20; at += 1) await records.change('shared', addOne);
      });
      await Promise.all(workers);
      if (other !== engine) await other.close();
      expect(await counts.get('shared')).toEqual({ count: 200 });
    });

    it('loses no change when two processes change it at once', async (context) => {
      context.skip(!database.shared, 'only this process can open it');
      const script = join(import.meta.dirname, 'change-child.ts');
      const children = [1, 2].map(() =>
        spawn(process.execPath, [...nodeArguments(script), database.url, '100'], {
          stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        }),
      );
      const ended = Promise.all(children.map((child) => once(child, 'exit')));
      await Promise.all(children.map((child) => once(child, 'message')));
      for (const child of children) child.send('go');
      expect(await ended).toEqual([
        [0, null],
        [0, null],
      ]);
      expect(await counts.get('shared')).toEqual({ count: 200 });
    });
  });
}

function openCounts(
  engine: Engine,
  onSkipped: (key: string) => void = () => {},
): RecordStore<Count> {
  return createStore(engine, { records: TABLE, onSkipped }).records('counts');
}

function addOne(present: Count | undefined): Count {
  return { count: (present?.count ?? 0) + 1 };
}
