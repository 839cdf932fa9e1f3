import { join } from 'node:path';
import { PAGE_SOURCES } from './serve/page-places.ts';

/**
 * Module resolution for the page's packages.
 *
 * @internal
 */
export const PAGE_RESOLVE = {
  // Explicit because a build within tests would otherwise pick Lit's development version.
  conditions: ['production', 'module', 'browser'],
  // Lit's own directive writes style attributes, which the page's content security policy forbids.
  alias: { 'lit/directives/style-map.js': join(PAGE_SOURCES, 'message/skyra/style-map.ts') },
};

/** Empties a folder and builds the page into it. Rejects if Vite is not installed. */
export async function buildPage(folder: string): Promise<void> {
  // Imported here because a bot whose page is already built does not need Vite.
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
