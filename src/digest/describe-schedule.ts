import cronstrue from 'cronstrue';
import { DAY_NAMES, parseDays } from './days.ts';
import type { Schedule } from './schedule.ts';

/** Describes a schedule in English: "every weekday at 08:00, Europe/Paris". */
export function describeSchedule(schedule: Schedule): string {
  return `${describeDaily(schedule.cron) ?? describeOther(schedule.cron)}, ${schedule.zone}`;
}

const DAILY = /^(\d+) (\d+(?:,\d+)*) \* \* ([*\w,-]+)$/;

/** Describes an expression that `buildCron` could have made, in the words that it reads; undefined for any other. */
function describeDaily(cron: string): string | undefined {
  const [, minute = '', hours = '', days = ''] = DAILY.exec(cron) ?? [];
  const times = hours
    .split(',')
    .map((hour) => `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`);
  if (minute === '') return undefined;
  try {
    return `every ${nameDays(parseDays(days))} at ${list(times)}`;
  } catch {
    // "5L", "1#2" and the like do not come from `buildCron`.
    return undefined;
  }
}

/** Describes any expression; one that the library has no words for, such as Friday the 13th, as itself. */
function describeOther(cron: string): string {
  try {
    // "1#L" and "1L" are the same day.
    const plain = cron.replaceAll('#L', 'L');
    const text = cronstrue.toString(plain, { use24HourTimeFormat: true });
    if (!/undefined|null|NaN/u.test(text)) return text.charAt(0).toLowerCase() + text.slice(1);
  } catch {
    // It reads fewer expressions than croner.
  }
  return `by \`${cron}\``;
}

function nameDays(days: readonly number[]): string {
  if (days.length === 7) return 'day';
  if (days.join() === '1,2,3,4,5') return 'weekday';
  // In a text, the week starts on Monday.
  const fromMonday = days.toSorted((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
  return list(fromMonday.map((day) => DAY_NAMES[day] ?? ''));
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
