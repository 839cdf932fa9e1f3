import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { engines, type EngineName } from './index/engines.ts';
import type { Measurement, Times } from './index/measure-index.ts';

const sizes = [20_000, 100_000];

/**
 * Targets for our index: how many times faster than MiniSearch it must build (in processor time, which other
 * load affects less), bytes an article, and milliseconds for a query of two words.
 */
const targets = { buildRatio: 3, bytes: 4000, twoWordsP99Ms: 5 } as const;

/**
 * Prints the cost of the index compared with MiniSearch and FlexSearch with their defaults, on the same generated
 * English news of 3.5 kB an article: building, memory, and finding the ten best articles for two words of one
 * article. Every engine runs in a process of its own.
 */
export async function run(): Promise<void> {
  const names = Object.keys(engines).filter((name) => isInstalled(name)) as EngineName[];
  if (names.length === 1) console.log('peers not installed: npm --prefix bench ci');
  for (const count of sizes) {
    console.log(`\n${count.toLocaleString('en')} articles`);
    const all = new Map<EngineName, Measurement>();
    for (const name of names) {
      console.log(`measuring ${name}`);
      all.set(name, measure(name, count));
    }
    printTable(all, count);
    printMore(all.get('dateline')!);
  }
}

function isInstalled(name: string): boolean {
  if (name === 'dateline') return true;
  try {
    createRequire(join(import.meta.dirname, 'package.json')).resolve(name.toLowerCase());
    return true;
  } catch {
    return false;
  }
}

function measure(name: EngineName, count: number): Measurement {
  const script = join(import.meta.dirname, 'index', 'measure-index.ts');
  const flags = ['--expose-gc', '--max-old-space-size=8192', '--import', 'tsx'];
  const output = execFileSync(process.execPath, [...flags, script, name, String(count)], {
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(output.toString()) as Measurement;
}

function printTable(all: ReadonlyMap<EngineName, Measurement>, count: number): void {
  const ours = all.get('dateline')!;
  const [ourP50, ourP99] = [percentile(ours.twoWords, 0.5), percentile(ours.twoWords, 0.99)];
  const titles = ['build', 'processor', 'to ours', 'memory', 'to ours', 'two words p50', 'p99'];
  console.log(row('', ...titles, 'to ours'));
  for (const [name, { buildUs, cpuUs, bytes, twoWords }] of all) {
    const [p50, p99] = [percentile(twoWords, 0.5), percentile(twoWords, 0.99)];
    console.log(
      row(
        name,
        `${buildUs.toFixed(0)} µs`,
        `${cpuUs.toFixed(0)} µs`,
        `${(cpuUs / ours.cpuUs).toFixed(1)} ×`,
        `${(bytes / count / 1000).toFixed(1)} kB`,
        `${(bytes / ours.bytes).toFixed(1)} ×`,
        `${p50.toFixed(2)} ms`,
        `${p99.toFixed(2)} ms`,
        `${(p50 / ourP50).toFixed(0)}, ${(p99 / ourP99).toFixed(0)} ×`,
      ),
    );
  }
  const mini = all.get('MiniSearch');
  const { buildRatio, bytes, twoWordsP99Ms } = targets;
  const buildTarget = mini ? `≤ ${(mini.cpuUs / buildRatio).toFixed(0)} µs` : '';
  const [memoryTarget, timeTarget] = [`≤ ${bytes / 1000} kB`, `≤ ${twoWordsP99Ms} ms`];
  console.log(row('target', '', buildTarget, '', memoryTarget, '', '', timeTarget));
  for (const [name, { replace }] of all) {
    console.log(`${name} replaces an article in ${describe(replace)}`);
  }
}

function printMore({ put, more }: Measurement): void {
  for (const [name, times] of Object.entries({ put, ...more })) {
    console.log(
      `  ${name.padEnd(18)} ${describe(times)}, max ${percentile(times, 1).toFixed(2)} ms`,
    );
  }
}

function describe(times: Times): string {
  return `p50 ${percentile(times, 0.5).toFixed(2)} ms, p99 ${percentile(times, 0.99).toFixed(2)} ms`;
}

function percentile(times: Times, share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

function row(name: string, ...cells: string[]): string {
  return (
    name.padEnd(12) +
    cells
      .map((cell) => cell.padStart(15))
      .join('')
      .replace(/ {3}$/, '')
  );
}
