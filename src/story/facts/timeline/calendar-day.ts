const DAY_MS = 86_400_000;

/** The day of an instant (ISO 8601) as the number of days since 1970 in UTC. Undefined if it is none. */
export function dayOf(iso: string | undefined): number | undefined {
  const time = Date.parse(iso ?? '');
  return Number.isNaN(time) ? undefined : Math.floor(time / DAY_MS);
}

/** The number of a day as 2024-06-14. */
export function isoOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** 0 for Sunday. */
export function weekdayOf(day: number): number {
  return new Date(day * DAY_MS).getUTCDay();
}

export function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}
