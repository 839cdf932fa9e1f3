import { expect, it, onTestFinished } from 'vitest';
import { POLL_TUNING } from '../../../src/ingest/sources/poll-tuning.ts';
import { claimPoll, releasePoll, removeOldClaims } from '../../../src/ingest/feeds/claim-poll.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { NOW } from '../../support/build-services.ts';
import { collect } from '../../support/collect.ts';

async function openClaims() {
  const store = await openTestStore();
  onTestFinished(() => store.close());
  return store.records('polls');
}
const later = (ms: number) => new Date(NOW.getTime() + ms);

it('lets only one of many pollers claim a poll', async () => {
  const claims = await openClaims();
  const wins = await Promise.all(Array.from({ length: 9 }, () => claimPoll('a', claims, NOW)));
  expect(wins.filter(Boolean)).toHaveLength(1);
});

it('lets one other poller claim it when a claim has expired, and again when that one has', async () => {
  const claims = await openClaims();
  await claimPoll('a', claims, NOW);
  for (const times of [1, 2]) {
    const at = later(times * POLL_TUNING.claimLastsMs);
    const early = later(times * POLL_TUNING.claimLastsMs - 1);
    expect(await claimPoll('a', claims, early)).toBeUndefined();
    const wins = await Promise.all(Array.from({ length: 9 }, () => claimPoll('a', claims, at)));
    expect(wins.filter(Boolean)).toHaveLength(1);
  }
});

it('lets a released poll be claimed again, and leaves other polls claimed', async () => {
  const claims = await openClaims();
  const claim = await claimPoll('a', claims, NOW);
  await claimPoll('ab', claims, NOW);
  await releasePoll('a', claim!, claims);
  expect(await claimPoll('a', claims, NOW)).toBeDefined();
  expect(await claimPoll('ab', claims, NOW)).toBeUndefined();
});

it('does not let a slow poller release a poll that another has claimed since', async () => {
  const claims = await openClaims();
  const slow = await claimPoll('a', claims, NOW);
  const at = later(POLL_TUNING.claimLastsMs);
  expect(await claimPoll('a', claims, at)).toBeDefined();
  await releasePoll('a', slow!, claims);
  expect(await claimPoll('a', claims, at)).toBeUndefined();
});

it('removes only old claims', async () => {
  const claims = await openClaims();
  await claimPoll('old', claims, NOW);
  await claimPoll('new', claims, later(1));
  await removeOldClaims(claims, later(POLL_TUNING.claimLastsMs));
  expect((await collect(claims.list())).map(([poll]) => poll)).toEqual(['new']);
});
