import type { Subscription } from '../digest/subscription.ts';
import type { CLEARABLE } from './schedule-options.ts';

type Clearable = (typeof CLEARABLE)[number];

/** What an edit takes away; `pictures: true` takes away that there are none. */
export interface Taken {
  readonly clear: Clearable | undefined;
  readonly pictures: boolean | undefined;
}

/** The optional parts of a subscription, by what a manager calls them. */
const CLEARED_FIELDS = {
  role: 'roleId',
  language: 'languages',
  country: 'countries',
} as const satisfies Partial<Record<(typeof CLEARABLE)[number], keyof Subscription>>;

/** What an edit leaves of a subscription before it puts anything new in. */
export function keepOfSubscription(
  present: Subscription,
  { clear, pictures }: Taken,
): Subscription {
  const shown = pictures ? withoutField(present, 'pictures') : present;
  if (clear === undefined) return shown;
  if (clear === 'topics' || clear === 'sources') return { ...shown, [clear]: [] };
  return withoutField(shown, CLEARED_FIELDS[clear]);
}

function withoutField(present: Subscription, field: string): Subscription {
  return Object.fromEntries(
    Object.entries(present).filter(([name]) => name !== field),
  ) as unknown as Subscription;
}
