import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { printMembers } from '../../../bench/soak/print-members.ts';
import type { MemberSample } from '../../../bench/soak/sample-member.ts';
import type { Member } from '../../../bench/soak/start-member.ts';

const CALM = { p50: 0, p90: 1, p99: 5, max: 20 };
const MEMBER: Member = {
  name: 'deliver',
  pid: 0,
  healthUrl: '',
  heap: { samples: [], read: () => undefined },
  logged: () => Promise.resolve(),
  stop: () => Promise.resolve(0),
};

/** Half an hour, a sample each ten seconds. `read` says what is special about each. */
function judge(minutes: number, read: (at: number) => Partial<MemberSample>): string[] {
  const own = Array.from({ length: 180 }, (_, at) => ({
    at: at * 10_000,
    rssMb: 200,
    loopMs: CALM,
    cpuSeconds: at,
    mainThread: { ranMs: 100 * at, waitedMs: 300 * at },
    handles: 10,
    descriptors: 30,
    sockets: 10,
    articles: 500,
    ...read(at / 180),
  }));
  return printMembers(minutes, {
    samples: new Map([[MEMBER, own]]),
    idle: [CALM],
    load: [1],
    sessions: [],
    databaseSeconds: () => 0,
    stop: () => Promise.resolve(),
  });
}

beforeEach(() => void vi.spyOn(console, 'log').mockImplementation(() => undefined));
afterEach(() => void vi.restoreAllMocks());

it('finds nothing in a process that stays as it is, also if it grew while it warmed up', () => {
  expect(judge(30, () => ({}))).toEqual([]);
  expect(judge(30, (share) => ({ rssMb: share < 1 / 6 ? 100 : 200 }))).toEqual([]);
});

it('finds memory and descriptors that grow, and an event loop that is late', () => {
  expect(judge(30, (share) => ({ rssMb: 200 + 60 * share }))).toEqual([
    expect.stringMatching(/^deliver: memory grew to 1\.1\d/u),
  ]);
  expect(judge(30, (share) => ({ descriptors: Math.round(30 + 40 * share) }))).toEqual([
    expect.stringMatching(/^deliver: descriptors grew/u),
  ]);
  const late = { p50: 10, p90: 40, p99: 120, max: 400 };
  expect(judge(30, () => ({ loopMs: late }))).toEqual([
    expect.stringMatching(/^deliver: event loop p99 1\d\d ms, about \d\d ms without/u),
  ]);
});

it('does not judge the memory of a short soak', () => {
  expect(judge(5, (share) => ({ rssMb: 200 + 100 * share }))).toEqual([]);
});
