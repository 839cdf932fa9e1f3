import { createRequire } from 'node:module';
import { encodeIndexedPng } from './indexed-png.ts';

const require = createRequire(import.meta.url);

/** Two pixels for each unit: sharp on every screen. */
const ZOOM = 2;

/** Fonts of packages: those of the system would make other bytes on every machine. */
const FONTS = [
  require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
];

/** Draws SVG as PNG; rejects where it cannot, or when `signal` aborts before it has begun. */
export type RenderPng = (svg: string, signal: AbortSignal) => Promise<Uint8Array>;

/** Renders in a thread of Node's pool, so that the event loop stays free. The same SVG gives the same bytes. */
export const renderPng: RenderPng = async (svg, signal) => {
  // Loaded when it is needed: where there is no resvg for the machine, only the pictures are missing.
  const { renderAsync } = await import('@resvg/resvg-js');
  // resvg listens for an abort, but does not look whether it has been.
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

/** Gets ready, so that the first picture comes as fast as others. Where nothing can be drawn, that picture tells. */
export async function warmRenderer(): Promise<void> {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9">a</text></svg>';
  await renderPng(svg, new AbortController().signal).catch(() => {});
}
