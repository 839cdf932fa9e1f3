import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';

/** Has native code, which needs its own folder. */
const NATIVE = ['libsql', '@resvg/resvg-js'];
/** Packages look for these and do without them. They are not installed. */
const ABSENT = ['zlib-sync', 'bufferutil', 'utf-8-validate', 'pg-native', 'canvas'];

/** Where a module asks where it is. */
const PLACE = /\bimport\.meta\.(url|dirname|filename)\b/gu;

/** Modules find threads, data and packages beside themselves, so each goes on believing that it is where it was. */
const KEEP_PLACES: Plugin = {
  name: 'keep-places',
  transform: {
    filter: { code: PLACE },
    handler(code, filename) {
      const places = { url: pathToFileURL(filename).href, dirname: dirname(filename), filename };
      return code.replace(PLACE, (_, name: keyof typeof places) => JSON.stringify(places[name]));
    },
  },
};

/**
 * Bundles the programs of a folder of compiled code, with the packages that they use, into its folder `bundled`. To
 * find and compile a thousand files takes a process longer than most of what tests want of it.
 */
export async function bundleChildren(folder: string): Promise<void> {
  const names = (await readdir(join(folder, 'tests'), { recursive: true }))
    .filter((name) => name.endsWith('child.js'))
    .map((name) => join('tests', name));
  const programs = ['src/main.js', 'src/web/pages/page-worker.js', ...names];
  await build({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    plugins: [KEEP_PLACES],
    ssr: { noExternal: true, external: NATIVE },
    build: {
      ssr: true,
      target: 'node20',
      minify: false,
      outDir: join(folder, 'bundled'),
      rolldownOptions: {
        input: Object.fromEntries(
          programs.map((name) => [name.slice(0, -'.js'.length), join(folder, name)]),
        ),
        external: ABSENT,
        // Logs and tests look at the names of classes.
        output: { entryFileNames: '[name].js', keepNames: true },
      },
    },
  });
}
