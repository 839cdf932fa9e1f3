import { describe, expect, it } from 'vitest';
import { createPageAttempts } from '../../src/ingest/page-attempts.ts';
import { UnwritableStoreError } from '../../src/store/store-fault.ts';
import { collect } from '../support/collect.ts';
import { openTestStore } from '../support/open-test-store.ts';

const LINK = 'https://meridian.example/bridge';

/** Attempts of processes that follow each other on one store, with a clock in minutes. */
async function buildProcesses() {
  const store = await openTestStore();
  const records = store.records('page-attempts');
  let minutes = 0;
  const now = (): Date => new Date(Date.UTC(2024, 0, 1, 0, minutes));
  return {
    records,
    start: () => createPageAttempts(records, now),
    wait: (more: number) => (minutes += more),
  };
}

describe('an attempt to read a page while the store takes no writes', () => {
  it('is made without a record, and what could not be removed does not count', async () => {
    const store = await openTestStore();
    const records = store.records('page-attempts');
    let isFull = false;
    const refuse = () => Promise.reject(new UnwritableStoreError('full', 'full'));
    const now = (): Date => new Date();
    const attempts = createPageAttempts(
      {
        ...records,
        put: (key, value) => (isFull ? refuse() : records.put(key, value)),
        remove: (key) => (isFull ? refuse() : records.remove(key)),
      },
      now,
    );
    expect(await attempts.begin(LINK)).toBeUndefined();
    isFull = true;
    await attempts.end(LINK);
    expect(await collect(records.list())).toHaveLength(1);
    for (const link of [LINK, `${LINK}-2`]) {
      expect(await attempts.begin(link)).toBeUndefined();
      await attempts.end(link);
    }
    isFull = false;
    expect(await attempts.begin(`${LINK}-3`)).toBeUndefined();
    await attempts.end(`${LINK}-3`);
    expect(await collect(records.list())).toEqual([]);
  });
});

describe('an attempt to read a page', () => {
  it('leaves nothing behind if the process outlives it', async () => {
    const { start, records } = await buildProcesses();
    const attempts = start();
    expect(await attempts.begin(LINK)).toBeUndefined();
    expect(await collect(records.list())).toHaveLength(1);
    await attempts.end(LINK);
    expect(await collect(records.list())).toEqual([]);
    expect(await start().begin(LINK)).toBeUndefined();
  });

  it('is the last one if the process dies of it, for every process after it', async () => {
    const { start, wait } = await buildProcesses();
    await start().begin(LINK);
    for (let later = 0; later < 3; later += 1) {
      wait(10);
      const attempts = start();
      expect(await attempts.begin(LINK)).toMatchObject({ kind: 'fault', reason: 'fatal' });
      expect(await attempts.begin(LINK)).toMatchObject({ reason: 'fatal' });
      expect(await attempts.begin(`${LINK}-2`)).toBeUndefined();
      await attempts.end(`${LINK}-2`);
    }
  });

  it('may be repeated later while another process may be making it', async () => {
    const { start } = await buildProcesses();
    const other = start();
    await other.begin(LINK);
    expect(await start().begin(LINK)).toMatchObject({ reason: 'busy' });
    await other.end(LINK);
    expect(await start().begin(LINK)).toBeUndefined();
  });

  it('is recorded until the last thread of a process has ended it', async () => {
    const { start, records } = await buildProcesses();
    const attempts = start();
    await Promise.all([attempts.begin(LINK), attempts.begin(LINK)]);
    await attempts.end(LINK);
    expect(await collect(records.list())).toHaveLength(1);
    await attempts.end(LINK);
    expect(await collect(records.list())).toEqual([]);
  });

  it('does not show the link', async () => {
    const { start, records } = await buildProcesses();
    await start().begin(LINK);
    expect(JSON.stringify(await collect(records.list()))).not.toContain('bridge');
  });
});
