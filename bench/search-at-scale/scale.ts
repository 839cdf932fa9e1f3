/** The made-up articles: how long they are, how many there are a day, and for how many days they are in memory. */
export const SCALE = { characters: 1_500, perDay: 1_000, indexedShare: 0.1 } as const;

/** Articles are dated from this instant on. */
const FIRST_DAY_MS = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** When so many articles have been published, and the days of the newest of them that are in memory. */
export function planScale(articles: number): { readonly now: Date; readonly days: number } {
  const days = articles / SCALE.perDay;
  return {
    now: new Date(FIRST_DAY_MS + Math.ceil(days) * DAY_MS),
    days: Math.ceil(days * SCALE.indexedShare),
  };
}
