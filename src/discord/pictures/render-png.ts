import { createRequire } from 'node:module';
import { encodeIndexedPng } from './indexed-png.ts';

const require = createRequire(import.meta.url);

/** Two pixels per unit, which is sharp on every screen. */
const ZOOM = 2;

/** Fonts from packages. System fonts would give different bytes on every machine. */
const FONTS = [
  require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
];

/** Renders SVG as PNG. Rejects if that fails, or if `signal` aborts before it has begun. */
export type RenderPng = (svg: string, signal: AbortSignal) => Promise<Uint8Array>;

/** Renders in Node's thread pool, so that the event loop stays free. The same SVG gives the same bytes. */
export const renderPng: RenderPng = async (svg, signal) => {
  // Loaded late: on a machine that resvg does not support, only the pictures are missing.
  const { renderAsync } = await import('@resvg/resvg-js');
  // resvg listens for an abort but does not check whether the signal has already aborted.
  signal.throwIfAborted();
  const image = await renderAsync(
    svg,
    {
      fitTo: { mode: 'zoom', value: ZOOM },
      font: {
        loadSystemFonts: false,
        fontFiles: FONTS,
        defaultFontFamily: 'Noto Sans',
        sansSerifFamily: 'Noto Sans',
      },
      logLevel: 'off',
    },
    signal,
  );
  return await encodeIndexedPng(image);
};

/** Loads the renderer, so that the first picture is as fast as later ones. A failure shows again with that picture. */
export async function warmRenderer(): Promise<void> {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9">a</text></svg>';
  await renderPng(svg, new AbortController().signal).catch(() => {});
}
