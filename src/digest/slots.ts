import { Cron } from 'croner';
import { Temporal } from 'temporal-polyfill';
import type { Schedule } from './schedule.ts';

/**
 * Lists a schedule's slots after `after` (exclusive) up to `until` (inclusive), oldest first.
 *
 * The cron expression is read on the wall clock and each wall time is then placed in the zone, so
 * that both daylight-saving changes behave: a time skipped in spring runs once, shifted by the
 * change (02:30 becomes 03:30); a time repeated in autumn runs once, at its first occurrence. Where
 * a shifted slot meets another one they are one slot.
 */
export function listSlots(schedule: Schedule, after: Date, until: Date): Date[] {
  if (until <= after) return [];
  const walls = wallTimes(schedule.cron, wallAt(after, schedule.zone) - CHANGE_MS);
  const lastWall = wallAt(until, schedule.zone) + CHANGE_MS;
  const slots = new Set<number>();
  for (const wall of walls) {
    if (wall > lastWall) break;
    const slot = instantAt(wall, schedule.zone);
    if (slot > after.getTime() && slot <= until.getTime()) slots.add(slot);
  }
  return [...slots].toSorted((a, b) => a - b).map((slot) => new Date(slot));
}

/** Finds the first slot after an instant, or undefined for a schedule that never comes round. */
export function nextSlot(schedule: Schedule, after: Date): Date | undefined {
  for (const wall of wallTimes(schedule.cron, wallAt(after, schedule.zone) - CHANGE_MS)) {
    const slot = instantAt(wall, schedule.zone);
    // A slot shifted by a change may come later than the one whose wall time follows it.
    if (slot > after.getTime()) return listSlots(schedule, after, new Date(slot))[0];
  }
  return undefined;
}

/** The day on which a slot falls in its zone, as in "2024-03-14". */
export function dayOfSlot(slot: Date, zone: string): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(slot.getTime());
  return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** Tells whether a schedule can be run at all; parseSchedule says more to a person who types one. */
export function isSchedule({ cron, zone }: Record<'cron' | 'zone', string>): boolean {
  try {
    createPattern(cron);
    wallAt(new Date(0), zone);
    return true;
  } catch {
    return false;
  }
}

/** More than any daylight-saving change moves a clock. */
const CHANGE_MS = 3 * 3_600_000;

/** Yields the wall times of a cron expression from `from`, written as if the zone were UTC. */
export function* wallTimes(cron: string, from: number): Generator<number, void, void> {
  const pattern = createPattern(cron);
  for (let wall = pattern.nextRun(new Date(from - 1)); wall; wall = pattern.nextRun(wall)) {
    yield wall.getTime();
  }
}

/** croner has rules of its own for daylight saving; in UTC there is none, so they do not apply. */
function createPattern(cron: string): Cron {
  return new Cron(cron, { mode: '5-part', timezone: 'UTC', paused: true });
}

function wallAt(instant: Date, zone: string): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  return instant.getTime() + zoned.offsetNanoseconds / 1e6;
}

function instantAt(wall: number, zone: string): number {
  const local = Temporal.PlainDateTime.from(new Date(wall).toISOString().slice(0, -1));
  return local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}
