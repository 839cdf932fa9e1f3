import { Cron } from 'croner';
import { Temporal } from 'temporal-polyfill';
import type { Schedule } from './schedule.ts';

/**
 * Lists a schedule's slots after `after` (exclusive) up to `until` (inclusive), oldest first.
 *
 * The cron expression is evaluated in wall time, and each wall time is then converted in the zone. So
 * both daylight-saving changes work: a time that is skipped in spring occurs once, shifted by the change
 * (02:30 becomes 03:30); a time that is repeated in autumn occurs once, the first time, unless the schedule is an
 * interval, which goes on. A shifted slot that coincides with another one is the same slot.
 */
export function listSlots(schedule: Schedule, after: Date, until: Date): Date[] {
  if (until <= after) return [];
  const walls = wallTimes(schedule.cron, wallAt(after, schedule.zone) - CHANGE_MS);
  const lastWall = wallAt(until, schedule.zone) + CHANGE_MS;
  const slots = new Set<number>();
  for (const wall of walls) {
    if (wall > lastWall) break;
    for (const slot of instantsAt(wall, schedule)) {
      if (slot > after.getTime() && slot <= until.getTime()) slots.add(slot);
    }
  }
  return [...slots].toSorted((a, b) => a - b).map((slot) => new Date(slot));
}

/** Finds the first slot after an instant; undefined for a schedule that never occurs. */
export function nextSlot(schedule: Schedule, after: Date): Date | undefined {
  for (const wall of wallTimes(schedule.cron, wallAt(after, schedule.zone) - CHANGE_MS)) {
    for (const slot of instantsAt(wall, schedule)) {
      // A slot that is shifted or repeated by a change may come after the slot of the next wall time.
      if (slot > after.getTime()) return listSlots(schedule, after, new Date(slot))[0];
    }
  }
  return undefined;
}

/** The day on which a slot falls in its zone, as in "2024-03-14". */
export function dayOfSlot(slot: Date, zone: string): string {
  return clockOf(slot, zone).toPlainDate().toString();
}

/** The time of day of a slot in its zone, as in "08:00". */
export function timeOfSlot(slot: Date, zone: string): string {
  return clockOf(slot, zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** Tells whether a schedule can be run at all; parseCron and parseZone say more to a person who types one. */
export function isSchedule({ cron, zone }: Record<'cron' | 'zone', string>): boolean {
  try {
    createPattern(cron);
    wallAt(new Date(0), zone);
    return true;
  } catch {
    return false;
  }
}

/** More than any daylight-saving change shifts a clock. */
const CHANGE_MS = 3 * 3_600_000;

/** Yields the wall times of a cron expression from `from`, written as if the zone were UTC. */
export function* wallTimes(cron: string, from: number): Generator<number, void, void> {
  const pattern = createPattern(cron);
  for (let wall = pattern.nextRun(new Date(from - 1)); wall; wall = pattern.nextRun(wall)) {
    yield wall.getTime();
  }
}

/** croner has its own rules for daylight saving. They do not apply in UTC, which has none. */
function createPattern(cron: string): Cron {
  return new Cron(cron, { mode: '5-part', timezone: 'UTC', paused: true });
}

function wallAt(instant: Date, zone: string): number {
  return instant.getTime() + clockOf(instant, zone).offsetNanoseconds / 1e6;
}

function clockOf(instant: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}

/** The instants of a wall time, in order: usually one. */
function instantsAt(wall: number, { cron, zone }: Schedule): number[] {
  const local = Temporal.PlainDateTime.from(new Date(wall).toISOString().slice(0, -1));
  const first = local.toZonedDateTime(zone, { disambiguation: 'compatible' });
  if (!isInterval(cron)) return [first.epochMilliseconds];
  const last = local.toZonedDateTime(zone, { disambiguation: 'later' });
  // In spring, both are the same shifted time.
  return [...new Set([first.epochMilliseconds, last.epochMilliseconds])];
}

/** Whether a schedule names no hours: "every 30 minutes", "every 2 hours". A repeated hour is an hour more of it. */
function isInterval(cron: string): boolean {
  return /^(?:\*|0-23)(?:\/\d+)?$/u.test(cron.split(' ')[1] ?? '');
}
