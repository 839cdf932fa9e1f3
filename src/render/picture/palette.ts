/**
 * The colours of all pictures. A card of its own dark ground stays calm in Discord's dark theme and
 * in its light one. Text on it has a contrast of at least 4.5 to 1.
 */
export const PALETTE = {
  ground: '#25303c',
  text: '#e9eef4',
  muted: '#a9b5c2',
  line: '#3d4b5a',
  sea: '#1c252f',
  land: '#46576a',
  /** Countries where something happens: lighter than the others, so that it shows without colour. */
  touched: '#7d93ab',
  mark: '#f5b942',
  onMark: '#1b232c',
  bar: '#7fb2e5',
  trouble: '#f08c5a',
  /** Told apart by the colour-blind too (after Okabe and Ito), and alternately light and dark. */
  series: ['#56b4e9', '#d98a1f', '#7fd6b3', '#b5638f', '#f0e070'],
  others: '#8794a3',
} as const;

/** Measures of all pictures in units, of which two pixels are rendered each. */
export const CARD = {
  /** About as wide as Discord shows a single picture; on a telephone it is half of that. */
  width: 550,
  padding: 16,
  corner: 8,
  /** Half as large on a telephone, and still read there. */
  fontSize: 17,
  smallSize: 15,
} as const;
