import { expect, it } from 'vitest';
import { createHeapWatch } from '../../../bench/soak/heap-watch.ts';
import { parseMetrics } from '../../../bench/soak/sample-member.ts';

it('reads metrics with and without labels', () => {
  const metrics = parseMetrics(
    '# HELP a What.\n# TYPE a gauge\na 1.5\nb{kind="x y",other="z"} 2e-3\n\n',
  );
  expect([...metrics]).toEqual([
    ['a', 1.5],
    ['b{kind="x y",other="z"}', 0.002],
  ]);
});

it('reads the heap of the main thread after collections of all of it', () => {
  let now = 0;
  const watch = createHeapWatch(() => now++);
  watch.read('[7:0xaa00]       31 ms: Scavenge 4.5 (5.9) -> 3.9 (6.6) MB, 0.60 / 0.00 ms  ;');
  watch.read(
    '[7:0xaa00]      431 ms: Mark-Compact 50.2 (60.1) -> 30.1 (55.0) MB, 8.11 / 0.00 ms ;',
  );
  watch.read('[7:0xbb00]      512 ms: Mark-Compact 9.0 (12.0) -> 8.0 (12.0) MB, 2.00 / 0.00 ms ;');
  watch.read('[7:0xaa00]      900 ms: Mark-Compact (reduce) 44.0 (60.1) -> 31.5 (55.0) MB, 9.0 ms');
  watch.read('something else');
  expect(watch.samples.map(({ mb }) => mb)).toEqual([30.1, 31.5]);
});
