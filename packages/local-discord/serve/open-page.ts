import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { findPages, pageFolder } from './find-page.ts';
import { fingerprintSources } from './fingerprint.ts';
import { PAGE_MAKERS, PAGE_SOURCES, PAGES_FOLDER, ROOT } from './page-places.ts';

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
  const current = await findCurrent(wanted);
  if (current !== undefined) return { kind: 'built', folder: current };
  const why = await build(onBuild, signal);
  const folder = (await findCurrent(wanted)) ?? (await findCurrent(undefined));
  return folder === undefined
    ? { kind: 'missing', why: why ?? 'The builder has left no page.' }
    : { kind: 'built', folder };
}

/** The page with this fingerprint; the newest one if there are no sources to take a fingerprint of. */
async function findCurrent(fingerprint: string | undefined): Promise<string | undefined> {
  const pages = await findPages(PAGES_FOLDER);
  return fingerprint === undefined
    ? pages[0]
    : pages.find((folder) => folder === pageFolder(PAGES_FOLDER, fingerprint));
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
