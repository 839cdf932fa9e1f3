import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { DayFigures } from './ninety-days/measure-ninety-days.ts';

/** How much the figures of the last days may be above those of the first full ten days. */
const FLAT = { file: 1.05, memory: 1.1 } as const;

/**
 * Prints what a store, its index and its stories take over months, if articles older than 90 days are removed as the
 * bot does it. `--days=120 --per-day=2000 --keep-days=90` are the defaults.
 */
export async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      days: { type: 'string', default: '120' },
      'per-day': { type: 'string', default: '2000' },
      'keep-days': { type: 'string', default: '90' },
    },
    allowPositionals: true,
  });
  const [days, perDay, keepDays] = [values.days, values['per-day'], values['keep-days']].map(
    Number,
  );
  console.log(`${days} days of ${perDay} articles, of which ${keepDays} days are kept`);
  print(['day', 'articles', 'file', 'heap and arrays', 'RSS', 'a turn: p99, max', 'CPU a day']);
  const rows: DayFigures[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
  try {
    const script = join(import.meta.dirname, 'ninety-days', 'measure-ninety-days.ts');
    const flags = ['--conditions=@dateline/source', '--expose-gc', '--max-old-space-size=8192'];
    const path = join(folder, 'dateline.sqlite');
    const child = spawn(
      process.execPath,
      [...flags, '--import', 'tsx', script, path, ...[days, perDay, keepDays].map(String)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    for await (const line of createInterface({ input: child.stdout })) {
      const row = JSON.parse(line) as DayFigures;
      rows.push(row);
      print(describeRow(row));
    }
    if (child.exitCode !== 0 && child.exitCode !== null) throw new Error('The measurement failed.');
  } finally {
    rmSync(folder, { recursive: true });
  }
  const full = rows.find(({ day }) => day >= keepDays! + 1);
  const last = rows.at(-1);
  if (!full || !last || last === full)
    return console.log('Too few days to tell whether it is flat.');
  tell('file', last.fileBytes / full.fileBytes, FLAT.file);
  tell('heap and arrays', last.usedBytes / full.usedBytes, FLAT.memory);
  tell('RSS', last.rssBytes / full.rssBytes, FLAT.memory);
}

function describeRow(row: DayFigures): string[] {
  const { day, articles, fileBytes, usedBytes, rssBytes, turnP99Ms, turnMaxMs, cpuSeconds } = row;
  return [
    String(day),
    articles.toLocaleString('en'),
    megabytes(fileBytes),
    megabytes(usedBytes),
    megabytes(rssBytes),
    `${turnP99Ms.toFixed(0)}, ${turnMaxMs.toFixed(0)} ms`,
    `${cpuSeconds.toFixed(1)} s`,
  ];
}

function tell(name: string, ratio: number, most: number): void {
  const verdict = ratio <= most ? 'flat' : 'GROWS';
  console.log(`${name.padEnd(20)}${verdict}: the last is ${ratio.toFixed(3)} × the first full one`);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function print(cells: readonly string[]): void {
  console.log(
    cells
      .map((cell) => cell.padEnd(18))
      .join('')
      .trimEnd(),
  );
}
