import { UserError } from '../errors.ts';
import { wallTimes } from './slots.ts';

/** The shortest time between two digests of one subscription. */
const MIN_SLOT_MINUTES = 15;

/** Checks a typed five-field cron expression. Throws a UserError that says what is wrong and gives a valid example. */
export function parseCron(cron: string): string {
  const fields = cron.trim().toUpperCase().split(/\s+/);
  if (fields.length !== 5 || cron.trim() === '') {
    throw badCron(cron, 'It needs five fields: minute, hour, day of month, month, day of week.');
  }
  // "?" means "now" to croner, so the schedule would depend on when it is read.
  if (fields.some((field) => field.includes('?'))) throw badCron(cron, 'Write `*` instead of `?`.');
  const parsed = fields.join(' ');
  const walls = firstWallTimes(cron, parsed);
  if (walls.length === 0) {
    const shown = cron.trim().slice(0, 60);
    throw new UserError('bad-option', `"${shown}" never occurs: there is no such date.`);
  }
  refuseTooOften(walls);
  return parsed;
}

/** Enough wall times to see two consecutive days of any schedule with at least 15 minutes between slots. */
const CHECKED_SLOTS = 200;
/** Days that follow each other do so in two years, and 200 Fridays the 13th would take long to find. */
const CHECKED_MS = 2 * 366 * 86_400_000;

/** The first day of a leap year: every date of a cron expression occurs after it. */
const CHECKED_FROM = Date.UTC(2024, 0, 1);

function firstWallTimes(typed: string, cron: string): number[] {
  const found: number[] = [];
  try {
    for (const wall of wallTimes(cron, CHECKED_FROM)) {
      if (found.push(wall) >= CHECKED_SLOTS || wall > CHECKED_FROM + CHECKED_MS) break;
    }
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^CronPattern: /, '') : '';
    throw badCron(typed, `${why}.`.replace(/\.\.$/, '.'), error);
  }
  return found;
}

function refuseTooOften(walls: readonly number[]): void {
  for (const [index, wall] of walls.entries()) {
    const minutes = (wall - (walls[index - 1] ?? Number.NEGATIVE_INFINITY)) / 60_000;
    if (minutes >= MIN_SLOT_MINUTES) continue;
    throw new UserError(
      'bad-option',
      `That schedule would post digests ${minutes} min apart, but they must be at least ${MIN_SLOT_MINUTES} min apart. Try \`*/${MIN_SLOT_MINUTES} * * * *\` or fewer times.`,
    );
  }
}

function badCron(typed: string, why: string, cause?: unknown): UserError {
  const shown = typed.trim().slice(0, 60);
  return new UserError(
    'bad-option',
    `"${shown}" is not a cron expression. ${why} For example, \`0 8 * * 1-5\` means every weekday at 08:00.`,
    cause === undefined ? {} : { cause },
  );
}
