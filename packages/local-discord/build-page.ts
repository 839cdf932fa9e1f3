import { join } from 'node:path';
import { PAGE_SOURCES } from './serve/page-places.ts';

/**
 * How the page's packages are found.
 *
 * @internal
 */
export const PAGE_RESOLVE = {
  // Said here, since a build within tests would else take Lit's version for developing.
  conditions: ['production', 'module', 'browser'],
  // Lit's own would write style attributes, which the page's policy refuses.
  alias: { 'lit/directives/style-map.js': join(PAGE_SOURCES, 'message/skyra/style-map.ts') },
};

/** Builds the page into a folder, which is emptied before. Rejects where Vite is not installed. */
export async function buildPage(folder: string): Promise<void> {
  // Loaded here: a page that has been built needs no builder.
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: PAGE_SOURCES,
    base: './',
    logLevel: 'warn',
    resolve: PAGE_RESOLVE,
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
    },
  });
}
