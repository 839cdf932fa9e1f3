import type { Lookup } from '../lookup.ts';
import type { Viewer } from './markdown/format-stamp.ts';

/** Returns in whose language, zone and time something is shown. */
export function viewerOf(lookup: Lookup): Viewer {
  return { locale: lookup.locale, zone: lookup.zone, now: lookup.now() };
}
