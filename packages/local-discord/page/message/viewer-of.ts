import type { Lookup } from '../lookup.ts';
import type { Viewer } from './markdown/format-stamp.ts';

/** Returns the viewer's language, time zone and time. */
export function viewerOf(lookup: Lookup): Viewer {
  return { locale: lookup.locale, zone: lookup.zone, now: lookup.now() };
}
