import { PALETTE } from '../palette.ts';
import { element } from '../svg.ts';
import type { TimeAxis } from './time-axis.ts';

/** Marks where a line of time is cut short: two strokes through it. */
export function drawCuts({ cuts }: Pick<TimeAxis, 'cuts'>, y: number): string[] {
  return cuts.flatMap(({ x }) => [
    element('rect', { x: x - 4, y: y - 3, width: 8, height: 6, fill: PALETTE.ground }),
    ...[-4, 4].map((shift) =>
      element('line', {
        x1: x + shift - 3,
        y1: y + 7,
        x2: x + shift + 3,
        y2: y - 7,
        stroke: PALETTE.muted,
      }),
    ),
  ]);
}
