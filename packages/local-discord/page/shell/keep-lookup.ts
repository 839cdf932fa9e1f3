import type { Lookup } from '../lookup.ts';
import { buildLookup, type LookupParts } from '../selectors/build-lookup.ts';
import { readClock } from '../state/page-clock.ts';
import type { RunningPage } from './running-page.ts';

type Place = Pick<LookupParts, 'view' | 'channel' | 'commands'>;

/** Returns a function that gives the same lookup for the same place, so that nothing is drawn again without need. */
export function keepLookup({
  language: locale,
  zone,
  store,
  monotonic,
}: RunningPage): (place: Place) => Lookup {
  const now = (): number => {
    const { clock } = store.state;
    return clock ? readClock(clock, monotonic()) : Date.now();
  };
  let kept: { readonly place: Place; readonly clock: unknown; readonly lookup: Lookup } | undefined;
  return (place) => {
    const { clock } = store.state;
    const isSame =
      kept !== undefined &&
      // When the clock has leapt, what was "in an hour" is to be said anew.
      kept.clock === clock &&
      kept.place.view === place.view &&
      kept.place.channel === place.channel &&
      kept.place.commands === place.commands;
    if (!kept || !isSame)
      kept = { place, clock, lookup: buildLookup({ ...place, locale, zone, now }) };
    return kept.lookup;
  };
}
