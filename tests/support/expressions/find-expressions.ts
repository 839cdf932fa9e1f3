import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { vi } from 'vitest';

/** A regular expression of the source, and the files that it is in. */
export interface FoundExpression {
  readonly source: string;
  readonly flags: string;
  readonly files: readonly string[];
}

const ROOT = join(import.meta.dirname, '../../..');

/**
 * Finds the regular expressions of all modules in the given folders: literals in their syntax trees,
 * and whatever `new RegExp` builds while the modules are loaded.
 */
export async function findExpressions(folders: readonly string[]): Promise<FoundExpression[]> {
  const found = new Map<string, { source: string; flags: string; files: Set<string> }>();
  const add = ({ source, flags }: RegExp, file: string): void => {
    const key = `/${source}/${flags}`;
    const known = found.get(key) ?? { source, flags, files: new Set() };
    known.files.add(file);
    found.set(key, known);
  };
  const files = folders.flatMap((folder) => listModules(folder));
  for (const file of files) {
    const tree = parseAst(readFileSync(join(ROOT, file), 'utf8'), { lang: 'ts' });
    visit(tree, (expression) => add(expression, file));
  }
  const loaded = files.filter((file) => !isThread(file));
  for (const { expression, file } of await recordBuilt(loaded)) add(expression, file);
  return [...found.values()].map((each) => ({ ...each, files: [...each.files].toSorted() }));
}

function listModules(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && name !== 'main.ts')
    .map((name) => `${folder}/${name}`);
}

function visit(node: unknown, add: (expression: RegExp) => void): void {
  if (Array.isArray(node)) for (const each of node) visit(each, add);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  const { regex } = node as { regex?: { pattern: string; flags: string } };
  if (regex) add(new RegExp(regex.pattern, regex.flags));
  for (const value of Object.values(node)) {
    if (typeof value === 'object') visit(value, add);
  }
}

/** A thread's own module answers the code that loads it. */
function isThread(file: string): boolean {
  return readFileSync(join(ROOT, file), 'utf8').includes('parentPort');
}

/** Loads the modules, and returns what they build with `new RegExp`. */
async function recordBuilt(files: readonly string[]) {
  const built: { readonly expression: RegExp; readonly file: string }[] = [];
  const Native = RegExp;
  // Other tests of this worker may have loaded them before.
  vi.resetModules();
  globalThis.RegExp = new Proxy(Native, {
    construct(target, [pattern, flags]: [string, string]) {
      const expression = new target(pattern, flags);
      const file = callerOf(new Error().stack ?? '');
      if (file !== undefined) built.push({ expression, file });
      return expression;
    },
  });
  try {
    for (const file of files) await import(/* @vite-ignore */ join(ROOT, file));
  } finally {
    globalThis.RegExp = Native;
  }
  return built;
}

/** The module that calls `new RegExp`, unless it is a package's. */
function callerOf(stack: string): string | undefined {
  const caller = stack
    .split('\n')
    .slice(1)
    .find((line) => !line.includes('find-expressions'));
  if (caller === undefined || caller.includes('node_modules')) return undefined;
  return /(?:src|commands)\/[\w/-]+\.ts/u.exec(caller)?.[0];
}
