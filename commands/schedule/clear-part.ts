import type { Subscription } from '../../src/digest/subscription.ts';
import type { CLEARABLE } from './schedule-options.ts';

/** A part of a subscription that an edit can clear. */
export type Clearable = (typeof CLEARABLE)[number];

/** Lists that are emptied; the other parts are removed. */
const LISTS = { topics: [], sources: [] } as const;
const FIELDS = {
  name: 'name',
  role: 'roleId',
  language: 'languages',
  country: 'countries',
  alert: 'alert',
} as const satisfies Record<Exclude<Clearable, keyof typeof LISTS>, keyof Subscription>;

/** Returns a subscription without one of its parts. */
export function clearPart(present: Subscription, part: Clearable): Subscription {
  if (part === 'topics' || part === 'sources') return { ...present, [part]: LISTS[part] };
  const { [FIELDS[part]]: _, ...rest } = present;
  return rest;
}
