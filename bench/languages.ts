import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DETECTORS } from './support/language-detectors.ts';
import { readLanguageSets } from './support/language-sets.ts';
import { NO_EVAL_DATA } from './support/read-eval.ts';
import type { LanguageFigures } from './support/measure-languages.ts';

const COLUMNS = ['articles', 'paragraphs', 'headlines', 'sentences'] as const;

/** Compares language detectors on public development sets. Each runs in a process of its own. */
export async function run(): Promise<void> {
  const sets = readLanguageSets();
  if (!sets) {
    console.log(NO_EVAL_DATA);
    return;
  }
  const sizes = COLUMNS.map((name) => `${name} (${sets[name].length})`);
  print('right', ...sizes, 'ms an article', 'load ms', 'heap MB', 'resident MB');
  for (const name of Object.keys(DETECTORS)) {
    const figures = await measure(name);
    if (!figures) {
      print(name, 'not installed: npm --prefix bench ci');
      continue;
    }
    const { shares, msPerArticle, loadMs, heapMb, residentMb } = figures;
    print(
      name,
      ...COLUMNS.map((set) => `${(100 * (shares[set] ?? 0)).toFixed(1)} %`),
      msPerArticle.toFixed(3),
      ...[loadMs, heapMb, residentMb].map((figure) => figure.toFixed(0)),
    );
  }
}

async function measure(name: string): Promise<LanguageFigures | undefined> {
  const script = join(import.meta.dirname, 'support/measure-languages.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    '--import',
    'tsx',
    script,
    name,
  ]);
  return stdout.trim() === '' ? undefined : (JSON.parse(stdout) as LanguageFigures);
}

function print(name: string, ...cells: readonly string[]): void {
  console.log((name.padEnd(22) + cells.map((cell) => cell.padEnd(18)).join('')).trimEnd());
}
