import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { fingerprintSources, readMark } from './fingerprint.ts';
import { PAGE_FOLDER, PAGE_MAKERS, PAGE_SOURCES, ROOT } from './page-places.ts';

/** The built page, or why there is none. */
export type Page =
  | { readonly kind: 'built'; readonly folder: string }
  | { readonly kind: 'missing'; readonly why: string };

/** What opening the page takes; all may be left out. */
export interface OpenPageOptions {
  /** Called when it has to be built, which takes a few seconds. */
  readonly onBuild?: () => void;
  /** Ends a build under way. */
  readonly signal?: AbortSignal;
}

/**
 * Finds the built page, and builds it where there is none or where it is not what its sources say. An old
 * one serves where it cannot be built. Never rejects.
 */
export async function openPage({ onBuild, signal }: OpenPageOptions = {}): Promise<Page> {
  const wanted = await fingerprintSources(PAGE_SOURCES, PAGE_MAKERS);
  const present = await readMark(PAGE_FOLDER);
  const isCurrent = present !== undefined && (wanted === undefined || wanted === present);
  const why = isCurrent ? undefined : await build(onBuild, signal);
  return existsSync(join(PAGE_FOLDER, 'index.html'))
    ? { kind: 'built', folder: PAGE_FOLDER }
    : { kind: 'missing', why: why ?? 'It has been built without a beginning.' };
}

/** Returns why the page could not be built. */
async function build(
  onBuild: (() => void) | undefined,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  if (!hasBuilder()) {
    return 'It has not been built, and Vite, which builds it, is not installed. `npm ci` installs it.';
  }
  onBuild?.();
  const script = join(import.meta.dirname, `run-build${extname(import.meta.filename)}`);
  const loader = script.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const builder = spawn(process.execPath, [...loader, script], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(signal && { signal }),
  });
  let said = '';
  builder.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  try {
    const [code] = (await once(builder, 'close')) as [number | null];
    return code === 0 ? undefined : `It could not be built:\n\n${said}`;
  } catch (error) {
    return `It could not be built: ${String(error)}`;
  }
}

function hasBuilder(): boolean {
  try {
    createRequire(join(ROOT, 'package.json')).resolve('vite/package.json');
    return true;
  } catch {
    return false;
  }
}
