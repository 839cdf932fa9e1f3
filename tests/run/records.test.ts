import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { dueScheduleSchema } from '../../src/digest/subscription.ts';
import { languageSchema, zoneSchema } from '../../src/digest/guild/settings.ts';
import { feedAddressSchema } from '../../src/ingest/sources/source.ts';
import { openStore } from '../../src/store/open-store.ts';
import { RECORDS } from '../../src/run/records.ts';
import type { RecordStore } from '../../src/store/record-store.ts';
import { arbitraryOf } from '../support/arbitrary-of.ts';
import { collect } from '../support/collect.ts';
import { openTestStore, type TestStore } from '../support/open-test-store.ts';

const NAMESPACES = Object.keys(RECORDS) as (keyof typeof RECORDS)[];

const refined = new Map<unknown, fc.Arbitrary<unknown>>([
  [
    dueScheduleSchema,
    fc.constantFrom(
      { cron: '0 8 * * *', zone: 'UTC' },
      { cron: '30 7,19 * * 1-5', zone: 'Europe/Berlin' },
    ),
  ],
  [languageSchema, fc.constantFrom('de', 'fr', 'fil')],
  [zoneSchema, fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata')],
  [feedAddressSchema, fc.webUrl({ withQueryParameters: true })],
]);

describe.each(['memory:', 'sqlite:'])('a record on %s', (engine) => {
  let folder: string;
  let store: TestStore;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-records-'));
    store = await openTestStore(
      engine === 'memory:' ? engine : `sqlite:${join(folder, 'store.sqlite')}`,
    );
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  describe.each(NAMESPACES)('in "%s"', (namespace) => {
    const records = (): RecordStore<unknown> => store.records(namespace);

    it.each(['always', 'sometimes'] as const)(
      'is read as it was stored, with optional fields present %s',
      async (optional) => {
        const any = arbitraryOf(RECORDS[namespace], { optional, refined });
        await fc.assert(
          fc.asyncProperty(any, async (value) => {
            await records().put('key', value);
            expect(await records().get('key')).toEqual(value);
            expect(await collect(records().list())).toEqual([['key', value]]);
          }),
          { numRuns: 30 },
        );
      },
    );
  });
});

describe('a record that cannot be read', () => {
  it.each(NAMESPACES)('in "%s" hides no other', async (namespace) => {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-records-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const address = `sqlite:${join(folder, 'store.sqlite')}`;
    const store = await openTestStore(address);
    const records: RecordStore<unknown> = store.records(namespace);

    // What a later version, or a fault of an earlier one, may have stored.
    const unreadable = fc.oneof(fc.string(), fc.integer(), fc.constant({}), fc.constant(null));
    const raw = await openStore(address, {
      records: Object.fromEntries(NAMESPACES.map((name) => [name, z.unknown()])),
    });
    const any = arbitraryOf(RECORDS[namespace], { optional: 'sometimes', refined });
    await fc.assert(
      fc.asyncProperty(any, any, unreadable, async (first, last, wrong) => {
        fc.pre(!RECORDS[namespace].safeParse(wrong).success);
        await records.put('1', first);
        await raw.records(namespace).put('2', wrong);
        await records.put('3', last);
        const unread: string[] = [];
        const read = await collect(records.list('', (key) => unread.push(key)));
        expect(read).toEqual([
          ['1', first],
          ['3', last],
        ]);
        expect(unread).toEqual(['2']);
        expect(await records.remove('2')).toBe(true);
      }),
      { numRuns: 5 },
    );
    await raw.close();
    await store.close();
  });
});
