import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job, Measurement } from './store/measure-store.ts';

const sizes = [
  { count: 20_000, rounds: 5 },
  { count: 100_000, rounds: 3 },
] as const;

/** The highest allowed ratio to the bare engine. */
const targets: Partial<Record<Job, number>> = { 'store write': 2, 'store iterate': 2 };

/** The job that each is compared with: the engine alone, with the same rows in the same run. */
const bases: Record<Job, Job> = {
  'bare write': 'bare write',
  'store write': 'bare write',
  'store write again': 'bare write',
  'bare iterate': 'bare iterate',
  'store iterate': 'bare iterate',
  'index load': 'bare iterate',
};

/**
 * Prints the cost of storing and reading articles of 3.5 kB as a ratio to libsql alone with the same rows.
 * Every measurement runs in a process of its own. Store and bare engine take turns, and alternate in going
 * first.
 */
export async function run(): Promise<void> {
  for (const { count, rounds } of sizes) {
    console.log(`\n${count.toLocaleString('en')} articles of 3.5 kB, medians of ${rounds} rounds`);
    printTable(measureRounds(count, rounds));
  }
}

function measureRounds(count: number, rounds: number): Map<Job, Measurement> {
  const all = new Map<Job, Measurement[]>();
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
  try {
    for (let round = 0; round < rounds; round += 1) {
      const bare: Job[] = ['bare write', 'bare iterate'];
      const store: Job[] = ['store write', 'store write again', 'store iterate'];
      // Indexing takes far longer than reading, so one round is enough.
      if (round === 0) store.push('index load');
      for (const jobs of round % 2 === 0 ? [bare, store] : [store, bare]) {
        const path = join(folder, `${round}-${jobs[0]}.sqlite`);
        for (const job of jobs) all.set(job, [...(all.get(job) ?? []), measure(job, path, count)]);
        for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return new Map([...all].map(([job, measurements]) => [job, buildMedian(measurements)]));
}

function measure(job: Job, path: string, count: number): Measurement {
  const script = join(import.meta.dirname, 'store', 'measure-store.ts');
  const output = execFileSync(process.execPath, [
    '--import',
    'tsx',
    script,
    job,
    path,
    String(count),
  ]);
  return JSON.parse(output.toString()) as Measurement;
}

function printTable(medians: Map<Job, Measurement>): void {
  console.log(row('', 'time', 'to bare', 'target', 'peak memory', 'loop p99', 'loop max'));
  for (const [job, { ms, peakMb, loopP99Ms, loopMaxMs }] of medians) {
    const base = medians.get(bases[job])?.ms ?? ms;
    const target = targets[job];
    console.log(
      row(
        job,
        `${(ms / 1000).toFixed(2)} s`,
        `${(ms / base).toFixed(2)} ×`,
        target === undefined ? '' : `≤ ${target} ×`,
        `${peakMb.toFixed(0)} MB`,
        ...[loopP99Ms, loopMaxMs].map((delay) => (delay < 0.05 ? '' : `${delay.toFixed(1)} ms`)),
      ),
    );
  }
}

function row(name: string, ...cells: string[]): string {
  return name.padEnd(20) + cells.map((cell) => cell.padStart(14)).join('');
}

function buildMedian(measurements: readonly Measurement[]): Measurement {
  const median = (pick: (measurement: Measurement) => number): number =>
    measurements.map(pick).toSorted((a, b) => a - b)[Math.floor(measurements.length / 2)] ?? 0;
  return {
    ms: median(({ ms }) => ms),
    peakMb: median(({ peakMb }) => peakMb),
    loopP99Ms: median(({ loopP99Ms }) => loopP99Ms),
    loopMaxMs: median(({ loopMaxMs }) => loopMaxMs),
  };
}
