import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createStore } from '../../src/store/create-store.ts';
import type { Engine } from '../../src/store/engines/engine.ts';
import { openEngine } from '../../src/store/engines/open-engine.ts';
import { parseStoreUrl } from '../../src/store/engines/parse-store-url.ts';
import { FOREVER, isIdleAt, timed, type Idle } from '../../src/store/idle.ts';
import { KEEP, REMOVE, type RecordStore } from '../../src/store/record-store.ts';
import { collect } from '../support/collect.ts';
import type { StoreUnderTest } from './store-suite.ts';

interface Task {
  /** The hours of a day between which it is idle; `forever`, or absent if somebody has to look at it. */
  readonly idle?: readonly [from: number, until: number] | typeof FOREVER;
}

const taskSchema = z
  .object({ idle: z.union([z.tuple([z.int(), z.int()]), z.literal(FOREVER)]).exactOptional() })
  .readonly() satisfies z.ZodType<Task>;

const TABLE = {
  tasks: timed(taskSchema, whenIdle),
  // Its name begins with that of the other kind.
  'tasks-2': timed(taskSchema.clone(), whenIdle),
  counts: z.int(),
};

/** Tests how an engine finds the records that are due. `create` makes an empty database. */
export function describeDue(name: string, create: () => Promise<StoreUnderTest>): void {
  describe(`finding what is due on ${name}`, () => {
    let database: StoreUnderTest;
    let engine: Engine;
    let tasks: RecordStore<Task>;
    let skipped: string[];

    const open = (on = engine) =>
      createStore(on, { records: TABLE, onSkipped: (key) => skipped.push(key) });
    const dueAt = async (hour: number, records = tasks): Promise<string[]> =>
      (await collect(records.due(atHour(hour)))).map(([key]) => key);
    /** Writes as a Dateline that knew nothing of due records. */
    const writeOld = (key: string, value: unknown) => engine.keyv('tasks').set(key, value);

    beforeAll(async () => {
      database = await create();
      engine = await openEngine(parseStoreUrl(database.url));
    });
    beforeEach(async () => {
      skipped = [];
      const records = open();
      tasks = records.records('tasks');
      for (const kind of ['tasks', 'tasks-2'] as const) {
        for await (const page of engine.pages(`${kind}:`))
          for (const [key] of page) await engine.keyv(kind).delete(key.slice(kind.length + 1));
      }
    });
    afterAll(async () => {
      await engine.close();
      await database.remove();
    });

    it('gives those whose time has come, the longest due first, and no others', async () => {
      await tasks.put('later', { idle: [0, 12] });
      await tasks.put('early', { idle: [0, 3] });
      await tasks.put('now', { idle: [0, 6] });
      await tasks.put('never', { idle: FOREVER });
      await tasks.put('always', {});
      expect(await dueAt(5)).toEqual(['always', 'early']);
      expect(await dueAt(6)).toEqual(['always', 'early', 'now']);
      expect(await dueAt(23)).toEqual(['always', 'early', 'now', 'later']);
    });

    it('gives those that a clock ahead of this one wrote', async () => {
      await tasks.put('ahead', { idle: [10, 20] });
      await tasks.put('not ahead', { idle: [5, 20] });
      expect(await dueAt(5)).toEqual(['ahead']);
      expect(await dueAt(10)).toEqual([]);
    });

    it('gives one that is due by both ends, whatever its times', async () => {
      await tasks.put('never idle', { idle: [20, 3] });
      expect(new Set(await dueAt(10))).toEqual(new Set(['never idle']));
    });

    it('follows every way in which a record is written', async () => {
      await tasks.claim('a', { idle: [0, 10] });
      expect(await dueAt(5)).toEqual([]);
      expect(await dueAt(10)).toEqual(['a']);
      await tasks.change('a', () => ({ idle: [0, 4] }));
      expect(await dueAt(5)).toEqual(['a']);
      await tasks.change('a', () => ({ idle: FOREVER }));
      expect(await dueAt(23)).toEqual([]);
      await tasks.put('a', { idle: [0, 7] });
      expect(await dueAt(8)).toEqual(['a']);
      await tasks.change('a', () => KEEP);
      expect(await dueAt(8)).toEqual(['a']);
      await tasks.change('a', () => REMOVE);
      expect(await dueAt(23)).toEqual([]);
      await tasks.put('a', {});
      await tasks.remove('a');
      expect(await dueAt(23)).toEqual([]);
    });

    it('sees what another process writes and removes', async (context) => {
      context.skip(!database.shared, 'only this process can open it');
      const other = await openEngine(parseStoreUrl(database.url));
      const theirs = open(other).records('tasks');
      expect(await dueAt(5)).toEqual([]);
      await theirs.claim('a', { idle: [0, 3] });
      expect(await dueAt(5)).toEqual(['a']);
      await tasks.change('a', () => ({ idle: [0, 9] }));
      expect(await dueAt(5, theirs)).toEqual([]);
      await theirs.change('a', () => ({ idle: [0, 1] }));
      expect(await dueAt(5)).toEqual(['a']);
      await theirs.remove('a');
      expect(await dueAt(5)).toEqual([]);
      await other.close();
    });

    it('can be asked by two processes that are the first to ask', async (context) => {
      context.skip(!database.shared, 'only this process can open it');
      await tasks.put('a', {});
      const others = await Promise.all([1, 2].map(() => openEngine(parseStoreUrl(database.url))));
      const found = others.map((other) => dueAt(5, open(other).records('tasks-2')));
      expect(await Promise.all(found)).toEqual([[], []]);
      for (const other of others) await other.close();
    });

    it('gives every record that an older Dateline wrote, and once it is found idle, no more', async () => {
      await writeOld('idle', { idle: [0, 9], later: 'unknown' });
      await writeOld('due', { idle: [0, 4] });
      await writeOld('over', { idle: FOREVER });
      // A process that starts with such a store.
      const started = await openAgain();
      const first = await collect(started.engine.due('tasks', atHour(5).toISOString()));
      expect(first.flat().map(([key]) => key)).toEqual(['tasks:due', 'tasks:idle', 'tasks:over']);
      expect(await dueAt(5, started.tasks)).toEqual(['due']);
      const second = await collect(started.engine.due('tasks', atHour(5).toISOString()));
      expect(second.flat().map(([key]) => key)).toEqual(['tasks:due']);
      expect(await dueAt(9, started.tasks)).toEqual(['due', 'idle']);
      // What a later version adds to a record stays.
      expect(await engine.read('tasks:idle')).toContain('"later":"unknown"');
      await started.close();
    });

    it('gives what an older Dateline changes again, since its text does not say when it is due', async (context) => {
      context.skip(engine.name === 'Redis', 'one process at a time writes to it');
      await tasks.put('a', { idle: [0, 20] });
      expect(await dueAt(5)).toEqual([]);
      await writeOld('a', { idle: [0, 4] });
      expect(await dueAt(5)).toEqual(['a']);
    });

    it('lets an unreadable record hide no other, and names it', async () => {
      await writeOld('bad', { idle: 'tomorrow' });
      await writeOld('a', {});
      await tasks.put('b', {});
      const started = await openAgain();
      expect((await dueAt(5, started.tasks)).toSorted()).toEqual(['a', 'b']);
      expect(skipped).toEqual(['tasks:bad']);
      await started.close();
    });

    it('reads many in pages, also if all are due at one instant', async () => {
      const keys = Array.from({ length: 300 }, (_, at) => `task-${String(at).padStart(3, '0')}`);
      for (const key of keys) await tasks.put(key, { idle: [0, 3] });
      await tasks.put('later', { idle: [0, 12] });
      const pages = await collect(engine.due('tasks', atHour(5).toISOString()));
      expect(pages.length).toBeGreaterThan(1);
      expect(await dueAt(5)).toEqual(keys);
    });

    it('refuses for a kind that is never due', async () => {
      await expect(collect(open().records('counts').due(atHour(1)))).rejects.toThrow('never due');
    });

    it('agrees with the records, whatever is written and whatever the clock is', async () => {
      const hour = fc.integer({ min: 0, max: 23 });
      const task: fc.Arbitrary<Task> = fc.oneof(
        fc.constant({}),
        fc.constant({ idle: FOREVER } as const),
        fc.tuple(hour, hour).map((idle) => ({ idle })),
      );
      const step = fc.record({
        key: fc.constantFrom('a', 'b', 'c'),
        task: fc.option(task),
        how: fc.constantFrom('put', 'change', 'claim'),
        now: hour,
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
          for (const { key, task: given, how, now } of steps) {
            if (given === null) await tasks.remove(key);
            else if (how === 'change') await tasks.change(key, () => given);
            else await tasks[how](key, given);
            const all = await collect(tasks.list());
            const expected = all.filter(([, one]) => !isIdleAt(whenIdle(one), atHour(now)));
            expect([...new Set(await dueAt(now))].toSorted()).toEqual(
              expected.map(([one]) => one).toSorted(),
            );
          }
        }),
        { numRuns: 15 },
      );
    });

    /** Opens the database as a process that just starts; of one in memory, this one goes on. */
    async function openAgain() {
      const again = database.shared ? await openEngine(parseStoreUrl(database.url)) : engine;
      return {
        engine: again,
        tasks: open(again).records('tasks'),
        close: async () => {
          if (again !== engine) await again.close();
        },
      };
    }
  });
}

function whenIdle({ idle }: Task): Idle | undefined {
  if (idle === undefined || idle === FOREVER) return idle;
  return { from: atHour(idle[0]), until: atHour(idle[1]) };
}

function atHour(hour: number): Date {
  return new Date(Date.UTC(2024, 2, 14, hour));
}
