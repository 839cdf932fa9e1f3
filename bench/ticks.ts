import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deliverer } from '../src/delivery/deliverer.ts';
import { createScheduler, type Scheduler } from '../src/delivery/scheduler.ts';
import { buildEmptyDigest } from '../src/digest/build-edition.ts';
import { editionKey } from '../src/digest/edition.ts';
import { RUN_LIMITS } from '../src/digest/plan-run.ts';
import { subscriptionKey, type Subscription } from '../src/digest/subscription.ts';
import { sourceKey } from '../src/ingest/sources/source.ts';
import type { RecordStore } from '../src/store/record-store.ts';
import { buildFeed } from '../tests/support/build-source.ts';
import { buildSubscription } from '../tests/support/build-subscription.ts';
import { collectLog } from '../tests/support/collect-log.ts';
import { postgresIsAvailable, startPostgres } from '../tests/support/local-postgres.ts';
import { openTestStore, type TestStore } from '../tests/support/open-test-store.ts';

/** `RECORDS=10000 npm run bench -- ticks` measures fewer schedules and sources. */
const COUNT = Number(process.env['RECORDS'] ?? 100_000);
const DUE = COUNT / 1000;
/** Schedules that no scheduler has looked at yet, as all are after the update from a Dateline without the index. */
const NEW = COUNT / 50;
/** Put at a time. */
const TOGETHER = 64;
const YESTERDAY = '2024-03-13T18:00:00.000Z';

/**
 * Prints what it costs to find and serve the few schedules and sources that are due among many, on SQLite and on
 * PostgreSQL: the records that are read, and the processor time of this process, without that of a server.
 */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-ticks-'));
  try {
    await measure(`sqlite:${join(folder, 'store.sqlite')}`);
  } finally {
    await rm(folder, { recursive: true });
  }
  if (!postgresIsAvailable) return console.log('There is no PostgreSQL here.');
  const server = await startPostgres();
  try {
    await measure(server.url);
  } finally {
    await server.stop();
  }
}

async function measure(url: string): Promise<void> {
  const store = await openTestStore(url);
  console.log(`\n${store.engine}, ${COUNT} schedules and ${COUNT} sources, ${DUE} of each due`);
  console.log('\trecords read\tprocessor\ttime');
  await fill(store);
  const counter = { records: 0 };
  const time = { now: '' };
  const start = (): Scheduler => startScheduler(store, time, counter);
  const tickAt = (scheduler: Scheduler, now: string): Promise<void> => {
    time.now = now;
    return scheduler.tick();
  };
  const scheduler = start();
  await print(`first tick, ${NEW} never served`, counter, () =>
    tickAt(scheduler, '2024-03-14T07:58:00.000Z'),
  );
  const again = start();
  await print('first tick after a start', counter, () => tickAt(again, '2024-03-14T07:59:00.000Z'));
  await print('tick with nothing due', counter, () => tickAt(again, '2024-03-14T07:59:30.000Z'));
  await print(`tick with ${DUE} due`, counter, () => tickAt(again, '2024-03-14T08:00:00.000Z'));
  const sources = counting(store.records('sources'), counter);
  const soon = new Date('2024-03-14T08:00:00.000Z');
  await print('sources, all of them', counter, () => readAll(sources.list()));
  await print('sources, first time', counter, () => readAll(sources.due(soon)));
  await print('sources that are due', counter, () => readAll(sources.due(soon)));
  await store.close();
}

/** Of all schedules, a thousandth is due at 8; of all sources, a thousandth before. */
async function fill(store: TestStore): Promise<void> {
  const subscriptions = store.records('subscriptions');
  const sources = store.records('sources');
  for (let start = 0; start < COUNT; start += TOGETHER) {
    const numbers = Array.from(
      { length: Math.min(TOGETHER, COUNT - start) },
      (_, at) => start + at,
    );
    await Promise.all(
      numbers.flatMap((at) => {
        const isDue = at % 1000 === 0;
        const subscription = buildSubscription({
          id: `sub-${at}`,
          guildId: `guild-${at}`,
          channelId: `channel-${at}`,
          schedule: { cron: `${isDue ? 0 : 30} ${isDue ? 8 : 9 + (at % 8)} * * *`, zone: 'UTC' },
          changedAt: YESTERDAY,
          ...(at >= NEW && { servedAt: YESTERDAY }),
        });
        const source = buildFeed({
          id: `source-${at}`,
          owner: `guild-${at}`,
          state: {
            lastPollAt: '2024-03-14T07:00:00.000Z',
            nextPollAt: isDue ? '2024-03-14T07:30:00.000Z' : '2024-03-14T08:30:00.000Z',
          },
        });
        return [
          subscriptions.put(subscriptionKey(subscription), subscription),
          sources.put(sourceKey(source), source),
        ];
      }),
    );
  }
}

function none(): never {
  throw new Error('nothing is pending, and nothing alerts');
}

/** A scheduler whose deliverer stores each edition as posted. */
function startScheduler(
  store: TestStore,
  time: { readonly now: string },
  counter: { records: number },
): Scheduler {
  const editions = counting(store.records('editions'), counter);
  const deliverer: Deliverer = {
    async deliver(_: Subscription, edition) {
      const state = { kind: 'posted', at: edition.slot, messageId: '1' } as const;
      await editions.claim(editionKey(edition), { ...edition, state });
    },
    resume: none,
    giveUp: none,
  };
  return createScheduler({
    subscriptions: counting(store.records('subscriptions'), counter),
    editions,
    locks: store.locks,
    alertClaims: store.records('alert-claims'),
    deliverer,
    prepare: async (_, slot) => buildEmptyDigest(slot),
    alerts: { newsAt: none, find: none, prepare: none },
    tellPaused: none,
    clock: () => new Date(time.now),
    limits: { ...RUN_LIMITS, graceMs: 3_600_000 },
    log: collectLog().log,
  });
}

/** The same records, but each that is read is counted. */
function counting<T>(records: RecordStore<T>, counter: { records: number }): RecordStore<T> {
  async function* countEach<Row>(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
    for await (const row of rows) {
      counter.records += 1;
      yield row;
    }
  }
  return {
    ...records,
    get(key) {
      counter.records += 1;
      return records.get(key);
    },
    list: (prefix, onUnreadable) => countEach(records.list(prefix, onUnreadable)),
    due: (now) => countEach(records.due(now)),
  };
}

async function readAll(records: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of records);
}

async function print(
  what: string,
  counter: { records: number },
  work: () => Promise<void>,
): Promise<void> {
  counter.records = 0;
  const start = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  console.log(
    `${what}\t${counter.records}\t${((user + system) / 1000).toFixed(0)} ms\t${seconds} s`,
  );
}
