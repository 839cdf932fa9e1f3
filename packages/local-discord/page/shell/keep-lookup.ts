import type { Lookup } from '../lookup.ts';
import { buildLookup, type LookupParts } from '../selectors/build-lookup.ts';
import { readClock } from '../state/page-clock.ts';
import type { RunningPage } from './running-page.ts';

type LookupInput = Pick<LookupParts, 'view' | 'channel' | 'commands'>;

/**
 * Returns a function that reuses the last lookup if its input is the same, so that nothing is
 * redrawn without need.
 */
export function keepLookup({
  language: locale,
  zone,
  store,
  monotonic,
}: RunningPage): (input: LookupInput) => Lookup {
  const now = (): number => {
    const { clock } = store.state;
    return clock ? readClock(clock, monotonic()) : Date.now();
  };
  let kept:
    | { readonly input: LookupInput; readonly clock: unknown; readonly lookup: Lookup }
    | undefined;
  return (input) => {
    const { clock } = store.state;
    const isSame =
      kept !== undefined &&
      // After a move of the clock, relative times must be drawn again.
      kept.clock === clock &&
      kept.input.view === input.view &&
      kept.input.channel === input.channel &&
      kept.input.commands === input.commands;
    if (!kept || !isSame)
      kept = { input, clock, lookup: buildLookup({ ...input, locale, zone, now }) };
    return kept.lookup;
  };
}
