import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { renderPng } from '../src/discord/pictures/render-png.ts';
import { PICTURE_SAMPLES } from '../tests/support/picture-samples.ts';
import { percentile } from './support/percentile.ts';

const ROUNDS = 30;

/**
 * Prints the cost of each kind of picture: ms on the event loop to draw it as SVG, ms until its PNG is
 * ready (only the encoding blocks the event loop), and its size.
 */
export async function run(): Promise<void> {
  print('ms, 30 rounds', 'drawn p50', 'p95', 'rendered p50', 'p95', 'loop blocked', 'kB');
  for (const { name, draw } of PICTURE_SAMPLES) {
    const drawn: number[] = [];
    const rendered: number[] = [];
    const blocked: number[] = [];
    let bytes = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now();
      const svg = draw();
      const between = performance.now();
      const rendering = renderPng(svg, new AbortController().signal);
      bytes = (await rendering).length;
      drawn.push(between - start);
      rendered.push(performance.now() - between);
      blocked.push(await measureBlocking(svg));
    }
    const figures = [drawn, rendered].flatMap((times) => [
      percentile(times, 0.5),
      percentile(times, 0.95),
    ]);
    const cells = [...figures, percentile(blocked, 0.95)].map((ms) => ms.toFixed(1));
    print(name, ...cells, (bytes / 1024).toFixed(1));
  }
}

/** How long the event loop was blocked at most while a picture was rendered. */
async function measureBlocking(svg: string): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await sleep(5);
  await renderPng(svg, new AbortController().signal);
  await sleep(5);
  delay.disable();
  return delay.max / 1e6;
}

function print(name: string, ...cells: readonly string[]): void {
  console.log(name.padEnd(26) + cells.map((cell) => cell.padStart(14)).join(''));
}
