/**
 * The colours of all pictures. A card with its own dark background looks calm in both of Discord's
 * themes. Text on it has a contrast of at least 4.5 to 1.
 */
export const PALETTE = {
  ground: '#25303c',
  text: '#e9eef4',
  muted: '#a9b5c2',
  line: '#3d4b5a',
  sea: '#1c252f',
  land: '#46576a',
  /** Countries of stories: lighter than the others, so that they stand out without colour. */
  touched: '#7d93ab',
  mark: '#f5b942',
  onMark: '#1b232c',
  bar: '#7fb2e5',
  trouble: '#f08c5a',
  /**
   * Distinguishable for colour-blind readers (after Okabe and Ito), and alternately light and dark.
   */
  series: ['#56b4e9', '#d98a1f', '#7fd6b3', '#b5638f', '#f0e070'],
  others: '#8794a3',
} as const;

/** Dimensions of all pictures in units. A unit is rendered as two pixels. */
export const CARD = {
  /** About the width at which Discord shows a single picture. On a phone it is half of that. */
  width: 550,
  padding: 16,
  corner: 8,
  /** Half as large on a phone, and still readable there. */
  fontSize: 17,
  smallSize: 15,
} as const;
