import type { Subscription } from '../../src/digest/subscription.ts';
import type { CLEARABLE } from './schedule-options.ts';

/** A part of a subscription that an edit can clear. */
export type Clearable = (typeof CLEARABLE)[number];

/** Lists that every subscription has; the other parts are absent where they are cleared. */
const LISTS = { topics: [], sources: [] } as const;
const FIELDS = {
  role: 'roleId',
  language: 'languages',
  country: 'countries',
} as const satisfies Record<Exclude<Clearable, keyof typeof LISTS>, keyof Subscription>;

/** A subscription without one of its parts. */
export function clearPart(present: Subscription, part: Clearable): Subscription {
  if (part === 'topics' || part === 'sources') return { ...present, [part]: LISTS[part] };
  const { [FIELDS[part]]: _, ...rest } = present;
  return rest;
}
