import { PAGE_SOURCES } from './serve/page-places.ts';

/** Builds the page into a folder, which is emptied before. Rejects where Vite is not installed. */
export async function buildPage(folder: string): Promise<void> {
  // Loaded here: a page that has been built needs no builder.
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: PAGE_SOURCES,
    base: './',
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
    },
  });
}
