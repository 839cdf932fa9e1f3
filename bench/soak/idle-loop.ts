import { monitorEventLoopDelay } from 'node:perf_hooks';

// A process that does nothing but look at its event loop: its delay is what the machine adds to any other. It answers
// each message of its parent with the delay since the last one, in ms.

const RESOLUTION_MS = 10;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
function late(nanoseconds: number): number {
  return Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
}

process.on('message', () => {
  const [p50, p90, p99] = [50, 90, 99].map((share) => late(delay.percentile(share)));
  process.send?.({ p50, p90, p99, max: late(delay.max) });
  delay.reset();
});
process.on('disconnect', () => process.exit());
