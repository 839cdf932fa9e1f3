import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { findPages, pageFolder } from './find-page.ts';
import { fingerprintSources } from './fingerprint.ts';
import { PAGE_INPUTS, PAGE_SOURCES, PAGES_FOLDER, ROOT } from './page-places.ts';

/** The built page, or the reason why there is none. */
export type Page =
  | { readonly kind: 'built'; readonly folder: string }
  | { readonly kind: 'missing'; readonly why: string };

/** Options of opening the page. */
export interface OpenPageOptions {
  /** Called before the page is built, which takes a few seconds. */
  readonly onBuild?: () => void;
  /** Aborts a build in progress. */
  readonly signal?: AbortSignal;
}

/**
 * Finds the built page. Builds it if there is none or if its sources have changed. If that fails, an old page
 * is used. Never rejects.
 */
export async function openPage({ onBuild, signal }: OpenPageOptions = {}): Promise<Page> {
  const fingerprint = await fingerprintSources(PAGE_SOURCES, PAGE_INPUTS);
  const current = await findCurrent(fingerprint);
  if (current !== undefined) return { kind: 'built', folder: current };
  const why = await build(onBuild, signal);
  const folder = (await findCurrent(fingerprint)) ?? (await findCurrent(undefined));
  return folder === undefined
    ? { kind: 'missing', why: why ?? 'The build produced no page.' }
    : { kind: 'built', folder };
}

/** Finds the page with this fingerprint, or the newest one if there is no fingerprint. */
async function findCurrent(fingerprint: string | undefined): Promise<string | undefined> {
  const pages = await findPages(PAGES_FOLDER);
  return fingerprint === undefined
    ? pages[0]
    : pages.find((folder) => folder === pageFolder(PAGES_FOLDER, fingerprint));
}

/** Builds the page in a process of its own. Returns why that failed, or undefined if it succeeded. */
async function build(
  onBuild: (() => void) | undefined,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  if (!hasBuilder()) {
    return 'It has not been built, because Vite is not installed. `npm ci` installs it.';
  }
  onBuild?.();
  const script = join(import.meta.dirname, `run-build${extname(import.meta.filename)}`);
  const loader = script.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const builder = spawn(process.execPath, [...loader, script], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(signal && { signal }),
  });
  let stderr = '';
  builder.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  try {
    const [code] = (await once(builder, 'close')) as [number | null];
    return code === 0 ? undefined : `It could not be built:\n\n${stderr}`;
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
