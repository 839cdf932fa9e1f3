import { svg, html, type TemplateResult } from 'lit';

/** SVG paths on a grid of 24 by 24. */
const OUTLINES = {
  hash: 'M9 4 7 20M17 4l-2 16M4 9h17M3 15h17',
  thread: 'M5 4v8a4 4 0 0 0 4 4h9M14 12l4 4-4 4',
  announcement: 'M4 10v4l3 .5V20h3v-5l9 3V6L7 9.5z',
  home: 'M4 11 12 4l8 7v9h-5v-6H9v6H4z',
  members:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6M18 14.5c2.200.8 3.5 2.700 3.5 5.5',
  sent: 'M8 4c-3 0-3 2-3 4s0 4-2 4c2 0 2 2 2 4s0 4 3 4M16 4c3 0 3 2 3 4s0 4 2 4c-2 0-2 2-2 4s0 4-3 4',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2.5',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5 19 19M5 19l1.5-1.5M17.5 6.5 19 5',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  menu: 'M4 6h16M4 12h16M4 18h16',
  crown: 'M4 18h16M4 15 3 6l5 4 4-6 4 6 5-4-1 9z',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M12 5v14M6 13l6 6 6-6',
} as const;

/** Draws an icon, hidden from screen readers: the button or link around it has a label. */
export function icon(name: keyof typeof OUTLINES, size = 20): TemplateResult {
  return html`<svg
    width=${size}
    height=${size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${svg`<path d=${OUTLINES[name]}></path>`}
  </svg>`;
}
