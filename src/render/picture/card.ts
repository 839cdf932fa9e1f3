import { CARD, PALETTE } from './palette.ts';
import { element } from './svg.ts';

/** Draws a card with rounded corners, transparent outside of them. */
export function buildCard(height: number, ...drawings: readonly string[]): string {
  const { width, corner, fontSize } = CARD;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': 'Noto Sans',
      'font-size': fontSize,
      fill: PALETTE.text,
    },
    element('rect', { width, height, rx: corner, fill: PALETTE.ground }),
    ...drawings,
  );
}
