import { expect, it, onTestFinished } from 'vitest';
import { pauseSource, planNextPoll } from '../../../src/ingest/sources/plan-poll.ts';
import { sourceKey } from '../../../src/ingest/sources/source.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { storePoll } from '../../../src/ingest/sources/store-poll.ts';
import { buildFeed } from '../../support/build-source.ts';
import { NOW } from '../../support/build-services.ts';

const source = buildFeed();
const key = sourceKey(source);
const moment = { now: NOW, random: 0, bounds: { leastMs: 1000, mostMs: 2000 } };

async function openSources() {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  return store.records('sources');
}

it('keeps a pause by a manager during the poll', async () => {
  const records = await openSources();
  await records.put(key, pauseSource(source, NOW));
  await storePoll(key, (present) => planNextPoll(present, { kind: 'unchanged' }, moment), records);
  expect(await records.get(key)).toMatchObject({
    paused: { reason: 'by-manager' },
    state: { lastSuccessAt: NOW.toISOString() },
  });
});

it('does not bring back a source that was removed during the poll', async () => {
  const records = await openSources();
  expect(await storePoll(key, (present) => present, records)).toBeUndefined();
  expect(await records.get(key)).toBeUndefined();
});
