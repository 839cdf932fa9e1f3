import { cpus } from 'node:os';
import type { MetFault } from '@dateline/local-discord';
import { percentile } from '../support/percentile.ts';
import type { SlotCheck } from './check-slots.ts';
import type { LineGroup } from './explain-lines.ts';
import type { HappenedFault } from './inject-faults.ts';
import { findUnexplained } from './judge-commands.ts';
import { isAnswered, type RunCommand } from './people.ts';
import { poolDelays } from './pool-delays.ts';
import type { MemberSample } from './sample-member.ts';
import type { Member } from './start-member.ts';
import type { Watched } from './watch-machine.ts';

/** All that a soak found out. */
export interface SoakResult {
  readonly minutes: number;
  readonly seed: number;
  readonly store: string;
  readonly measuredMs: number;
  readonly watched: Watched;
  readonly happened: readonly HappenedFault[];
  readonly met: readonly MetFault[];
  readonly gateway: Readonly<Record<string, number>>;
  readonly commands: readonly RunCommand[];
  readonly slots: SlotCheck;
  readonly groups: readonly LineGroup[];
  readonly exits: readonly (readonly [member: string, code: number | string])[];
}

/** What a soak has to keep to. */
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

/** Prints the figures. Sets the exit code if something is not as it should be. */
export function printFigures(result: SoakResult): void {
  const faults = [
    ...printMembers(result),
    ...printCommands(result),
    ...printSlots(result.slots),
    ...printFaults(result),
    ...printLines(result.groups),
    ...result.exits
      .filter(([, code]) => code !== 0)
      .map(([member, code]) => `${member} ended with ${code}`),
  ];
  console.log(faults.length === 0 ? '\nAll as it should be.' : '\nNot as it should be:');
  for (const fault of faults) console.log(`- ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

function printMembers({ minutes, seed, store, measuredMs, watched }: SoakResult): string[] {
  const { samples, idle, load, sessions } = watched;
  const faults: string[] = [];
  console.log(
    `${minutes} minutes on ${store}, seed ${seed}; ${cpus().length} cores, Node ${process.version}`,
  );
  console.log(
    `load average\t${percentile(load, 0.5).toFixed(1)} (${Math.min(...load).toFixed(1)}–${Math.max(...load).toFixed(1)})`,
  );
  console.log(
    '\nMedians of the first and the last third after the warm-up. Delay of the event loop in ms.',
  );
  print([
    '',
    'RSS MB',
    'ratio',
    'heap after GC',
    'ratio',
    'loop p50',
    'p99',
    'worst p99',
    'max',
    'descriptors',
    'sockets',
    'articles',
    'CPU s',
    'of a core',
  ]);
  for (const [member, own] of samples) {
    const [first, last] = takeThirds(own, measuredMs, own[0]?.at ?? 0);
    const rss = compare(first, last, ({ rssMb }) => rssMb);
    const heap = compareHeap(member, first, last);
    const descriptors = compare(first, last, (sample) => sample.descriptors);
    const delays = own.map(({ loopMs }) => loopMs);
    const p99 = poolDelays(delays, 0.99);
    const spent = (own.at(-1)?.cpuSeconds ?? 0) - (own[0]?.cpuSeconds ?? 0);
    const seconds = ((own.at(-1)?.at ?? 0) - (own[0]?.at ?? 0)) / 1000;
    print([
      member.name,
      `${rss.first.toFixed(0)}→${rss.last.toFixed(0)}`,
      rss.ratio.toFixed(2),
      `${heap.first.toFixed(0)}→${heap.last.toFixed(0)}`,
      heap.ratio.toFixed(2),
      poolDelays(delays, 0.5).toFixed(1),
      p99.toFixed(1),
      Math.max(...delays.map((delay) => delay.p99)).toFixed(0),
      Math.max(...delays.map((delay) => delay.max)).toFixed(0),
      `${descriptors.first}→${descriptors.last}`,
      String(median(last, (sample) => sample.sockets)),
      String(own.at(-1)?.articles ?? ''),
      spent.toFixed(0),
      `${((100 * spent) / seconds).toFixed(0)} %`,
    ]);
    if (!(p99 < LIMITS.loopP99Ms))
      faults.push(`${member.name}: event loop p99 ${p99.toFixed(0)} ms`);
    if (descriptors.last > descriptors.first + LIMITS.moreDescriptors)
      faults.push(
        `${member.name}: descriptors grew from ${descriptors.first} to ${descriptors.last}`,
      );
    if (minutes >= LEAST_MINUTES && !(rss.ratio <= LIMITS.growth))
      faults.push(`${member.name}: memory grew to ${rss.ratio.toFixed(2)} of what it was`);
  }
  print(['an idle process', '', '', '', '', ...describeIdle(idle)]);
  if (minutes < LEAST_MINUTES) console.log('too short to judge memory');
  if (sessions.length > 0) {
    console.log(
      `sessions of PostgreSQL\t${percentile(sessions, 0.5)} (most ${Math.max(...sessions)})`,
    );
    console.log(`processor time of PostgreSQL\t${watched.databaseSeconds().toFixed(0)} s`);
  }
  return faults;
}

function describeIdle(idle: Watched['idle']): string[] {
  return [
    poolDelays(idle, 0.5).toFixed(1),
    poolDelays(idle, 0.99).toFixed(1),
    Math.max(...idle.map(({ p99 }) => p99)).toFixed(0),
    Math.max(...idle.map(({ max }) => max)).toFixed(0),
  ];
}

function printCommands({ commands, happened, met }: SoakResult): string[] {
  const answered = commands.filter(isAnswered);
  const took = answered.map(({ askedAt, endedAt }) => endedAt - askedAt);
  const acknowledged = answered.flatMap(({ acknowledgedMs }) => acknowledgedMs ?? []);
  console.log(`\ncommands\t${commands.length} asked, ${answered.length} answered`);
  console.log(
    `answered\tp50 ${ms(took, 0.5)}, p99 ${ms(took, 0.99)}, acknowledged p50 ${ms(acknowledged, 0.5)}, p99 ${ms(acknowledged, 0.99)}`,
  );
  const unexplained = findUnexplained(commands, happened, met);
  console.log(
    `without answer\t${commands.length - answered.length}, ${unexplained.length} of them without a fault meanwhile`,
  );
  return unexplained.map(
    ({ name, kind, reason, askedAt }) => `/${name} at ${iso(askedAt)}: ${kind}, ${reason ?? ''}`,
  );
}

function printSlots({
  slots,
  digests,
  alerts,
  messages,
  storyMessages,
  faults,
}: SlotCheck): string[] {
  console.log(`\nslots\t${slots}, of them posted ${digests}`);
  console.log(`alerts\t${alerts}`);
  console.log(
    `messages\t${messages} of digests and alerts, ${storyMessages} of stories in threads`,
  );
  return [...faults];
}

function printFaults({ happened, met, gateway }: SoakResult): string[] {
  console.log('\nfaults');
  const named = [
    ...happened
      .filter(({ kind }) => kind !== 'discord')
      .map(({ kind, what }) => `${kind}: ${what}`),
    ...met.map(({ fault }) => `discord: ${nameMet(fault)}`),
  ];
  for (const [what, count] of countEach(named)) console.log(`${what}\t${count}`);
  console.log(
    `gateway\t${Object.entries(gateway)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')}`,
  );
  return [];
}

function nameMet(fault: MetFault['fault']): string {
  if (fault.kind === 'rate-limit') return `429 ${fault.scope}`;
  if (fault.kind === 'status') return String(fault.status);
  return fault.kind === 'drop' ? `reset ${fault.when} its effect` : 'slow answer';
}

function printLines(groups: readonly LineGroup[]): string[] {
  console.log('\nlines of level warn or above');
  for (const { why, text, lines } of groups)
    console.log(`${lines.length}\t${text}\t${why ?? 'UNEXPLAINED'}`);
  return groups.flatMap(({ why, text, lines }) =>
    why === undefined
      ? [
          `"${text}", ${lines.length} times, such as:`,
          ...lines
            .slice(0, 3)
            .map(({ member, at, about }) => `  ${member} ${iso(at)} ${about.slice(0, 1_500)}`),
        ]
      : [],
  );
}

function takeThirds(
  own: readonly MemberSample[],
  measuredMs: number,
  from: number,
): [MemberSample[], MemberSample[]] {
  const warm = from + WARM_UP * measuredMs;
  const third = (measuredMs * (1 - WARM_UP)) / 3;
  return [
    own.filter(({ at }) => at >= warm && at < warm + third),
    own.filter(({ at }) => at >= warm + 2 * third),
  ];
}

function compare(
  first: readonly MemberSample[],
  last: readonly MemberSample[],
  read: (sample: MemberSample) => number,
) {
  const values = { first: median(first, read), last: median(last, read) };
  return { ...values, ratio: values.last / values.first };
}

/** The heap after the collections within the same times. */
function compareHeap(
  { heap }: Member,
  first: readonly MemberSample[],
  last: readonly MemberSample[],
) {
  const within = (samples: readonly MemberSample[]): number =>
    percentile(
      heap.samples
        .filter(({ at }) => at >= (samples[0]?.at ?? 0) && at <= (samples.at(-1)?.at ?? 0))
        .map(({ mb }) => mb),
      0.5,
    );
  const values = { first: within(first), last: within(last) };
  return { ...values, ratio: values.last / values.first };
}

function median(samples: readonly MemberSample[], read: (sample: MemberSample) => number): number {
  return percentile(samples.map(read), 0.5);
}

function countEach(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function ms(values: readonly number[], share: number): string {
  return `${percentile(values, share).toFixed(0)} ms`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function print([name = '', ...cells]: readonly string[]): void {
  console.log(name.padEnd(16) + cells.map((cell) => cell.padStart(14)).join(''));
}
