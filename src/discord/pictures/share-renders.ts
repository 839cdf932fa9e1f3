import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { waitUnlessAborted } from '../../abort.ts';
import type { RenderPng } from './render-png.ts';

/** How many bytes of PNG are kept: some hundred pictures. */
const KEPT_BYTES = 8_000_000;

/** A render that one or several callers wait for. */
interface SharedRender {
  readonly png: Promise<Uint8Array>;
  /** Aborts when nobody waits any more. */
  readonly unwanted: AbortController;
  waiting: number;
}

/**
 * Renders each drawing once, however many ask for it: those who ask meanwhile share the render, and the newest
 * pictures are kept. A render is given up when all who asked for it have given up.
 *
 * @param maxBytes Bound on all pictures kept; a larger one is not kept.
 */
export function shareRenders(render: RenderPng, maxBytes: number = KEPT_BYTES): RenderPng {
  const kept = new LRUCache<string, Uint8Array>({
    maxSize: maxBytes,
    sizeCalculation: (png) => png.length,
  });
  const underWay = new Map<string, SharedRender>();

  function begin(key: string, svg: string): SharedRender {
    const unwanted = new AbortController();
    const shared: SharedRender = { png: draw(key, svg, unwanted.signal), unwanted, waiting: 0 };
    underWay.set(key, shared);
    const forget = (): void => {
      if (underWay.get(key) === shared) underWay.delete(key);
    };
    shared.png.then(forget, forget);
    return shared;
  }

  async function draw(key: string, svg: string, signal: AbortSignal): Promise<Uint8Array> {
    const png = await render(svg, signal);
    kept.set(key, png);
    return png;
  }

  return async (svg, signal) => {
    signal.throwIfAborted();
    // A drawing may be larger than its picture.
    const key = createHash('sha256').update(svg).digest('base64');
    const known = kept.get(key);
    if (known) return known;
    const shared = underWay.get(key) ?? begin(key, svg);
    shared.waiting += 1;
    try {
      return await waitUnlessAborted(shared.png, signal);
    } finally {
      shared.waiting -= 1;
      if (shared.waiting === 0 && underWay.get(key) === shared) {
        underWay.delete(key);
        shared.unwanted.abort();
      }
    }
  };
}
