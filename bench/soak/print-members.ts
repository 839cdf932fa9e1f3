import { percentile } from '../support/percentile.ts';
import { poolDelays } from './pool-delays.ts';
import { printRow } from './print-row.ts';
import type { LoopDelay, MemberSample } from './sample-member.ts';
import type { Member } from './start-member.ts';
import type { Watched } from './watch-machine.ts';

/** What every process has to keep to. */
const LIMITS = {
  /** Of memory: the last third to the first. */
  growth: 1.1,
  loopP99Ms: 50,
  /** Of file descriptors: more in the last third than in the first. */
  moreDescriptors: 10,
} as const;

/** The share of a soak after which memory should stay. */
const WARM_UP = 1 / 6;
/** In a shorter soak, a process has not warmed up. */
const LEAST_MINUTES = 20;

/** The first and the last third of what was measured after the warm-up. */
type Thirds = readonly [first: readonly MemberSample[], last: readonly MemberSample[]];

const HEADER = [
  '',
  'RSS MB',
  'ratio',
  'heap after GC',
  'ratio',
  'loop p50 ms',
  'p99',
  'worst p99',
  'max',
  'waits ×',
  'p99 alone',
  'descriptors',
  'sockets',
  'handles',
  'articles',
  'CPU s',
  'of a core',
];

/** Prints what each process took, and returns what is not as it should be. */
export function printMembers(
  minutes: number,
  { samples, idle, sessions, databaseSeconds }: Watched,
): string[] {
  console.log('\nmedians of the first and the last third after the warm-up; the loop: of all time');
  printRow(HEADER);
  const faults = [...samples].flatMap(([member, own]) => printMember(minutes, member, own));
  printRow(['an idle process', '', '', '', '', ...describeDelays(idle)]);
  console.log(
    '“waits ×”: how much longer the main thread took because others had the processor; “p99 alone”: p99 by that, an estimate',
  );
  if (minutes < LEAST_MINUTES) console.log('too short to judge memory');
  if (sessions.length > 0) {
    const usual = percentile(sessions, 0.5);
    console.log(`sessions of PostgreSQL\t${usual}, at most ${Math.max(...sessions)}`);
    console.log(`processor time of PostgreSQL\t${databaseSeconds().toFixed(0)} s`);
  }
  return faults;
}

function printMember(minutes: number, member: Member, own: readonly MemberSample[]): string[] {
  const thirds = takeThirds(own);
  const rss = compare(thirds, ({ rssMb }) => rssMb);
  const heap = compareHeap(member, thirds);
  const descriptors = compare(thirds, (sample) => sample.descriptors);
  const handles = compare(thirds, (sample) => sample.handles);
  const delays = own.map(({ loopMs }) => loopMs);
  const [begin, end] = [own[0], own.at(-1)];
  if (!begin || !end) return [`${member.name}: it never told what it takes`];
  const stretch = measureStretch(begin, end);
  const p99 = poolDelays(delays, 0.99);
  const alone = p99 / stretch;
  const spent = end.cpuSeconds - begin.cpuSeconds;
  printRow([
    member.name,
    `${rss.first.toFixed(0)} → ${rss.last.toFixed(0)}`,
    rss.ratio.toFixed(2),
    `${heap.first.toFixed(0)} → ${heap.last.toFixed(0)}`,
    heap.ratio.toFixed(2),
    ...describeDelays(delays),
    stretch.toFixed(1),
    alone.toFixed(1),
    `${descriptors.first} → ${descriptors.last}`,
    String(end.sockets),
    `${handles.first} → ${handles.last}`,
    Number.isNaN(end.articles) ? '' : String(end.articles),
    spent.toFixed(0),
    `${((100_000 * spent) / (end.at - begin.at)).toFixed(1)} %`,
  ]);
  return [
    ...(p99 < LIMITS.loopP99Ms
      ? []
      : [`event loop p99 ${p99.toFixed(0)} ms, about ${alone.toFixed(0)} ms without the wait`]),
    ...(descriptors.last <= descriptors.first + LIMITS.moreDescriptors
      ? []
      : [`descriptors grew from ${descriptors.first} to ${descriptors.last}`]),
    ...(minutes < LEAST_MINUTES || rss.ratio <= LIMITS.growth
      ? []
      : [`memory grew to ${rss.ratio.toFixed(2)} of what it was`]),
  ].map((fault) => `${member.name}: ${fault}`);
}

/** How many times as long the main thread took as on a machine that it had for itself. */
function measureStretch(begin: MemberSample, end: MemberSample): number {
  const ranMs = end.mainThread.ranMs - begin.mainThread.ranMs;
  const waitedMs = end.mainThread.waitedMs - begin.mainThread.waitedMs;
  return (ranMs + waitedMs) / ranMs;
}

function describeDelays(delays: readonly LoopDelay[]): string[] {
  return [
    poolDelays(delays, 0.5).toFixed(1),
    poolDelays(delays, 0.99).toFixed(1),
    Math.max(...delays.map(({ p99 }) => p99)).toFixed(0),
    Math.max(...delays.map(({ max }) => max)).toFixed(0),
  ];
}

function takeThirds(own: readonly MemberSample[]): Thirds {
  const begin = own[0]?.at ?? 0;
  const lastedMs = (own.at(-1)?.at ?? 0) - begin;
  const warm = begin + WARM_UP * lastedMs;
  const third = ((1 - WARM_UP) * lastedMs) / 3;
  return [
    own.filter(({ at }) => at >= warm && at < warm + third),
    own.filter(({ at }) => at >= warm + 2 * third),
  ];
}

function compare([first, last]: Thirds, read: (sample: MemberSample) => number) {
  return buildRatio(percentile(first.map(read), 0.5), percentile(last.map(read), 0.5));
}

/** The heap after the collections of the same times. There may be none in a short soak. */
function compareHeap({ heap }: Member, thirds: Thirds) {
  const [first, last] = thirds.map((samples) => {
    const [from, until] = [samples[0]?.at ?? 0, samples.at(-1)?.at ?? 0];
    const within = heap.samples.filter(({ at }) => at >= from && at <= until);
    return percentile(
      within.map(({ mb }) => mb),
      0.5,
    );
  });
  return buildRatio(first!, last!);
}

function buildRatio(first: number, last: number) {
  return { first, last, ratio: last / first };
}
