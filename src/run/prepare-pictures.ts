import { warmRenderer } from '../discord/pictures/render-png.ts';
import { prepareMaps } from '../render/picture/prepare-maps.ts';
import { createBreather, runInSlices } from '../slices.ts';

/** After this long, the commands are registered and the index is loading. */
const MAPS_AFTER_MS = 2_000;

/**
 * Prepares rendering before anyone asks for a picture: the renderer at once, because the first answer
 * may have a picture and does not wait for long; the parts that all maps share a little later. Returns
 * a function that cancels what has not begun.
 */
export function preparePictures(): () => Promise<void> {
  void warmRenderer();
  const timer = setTimeout(
    () => void runInSlices(prepareMaps(), createBreather('following')),
    MAPS_AFTER_MS,
  ).unref();
  return async () => clearTimeout(timer);
}
