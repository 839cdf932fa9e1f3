import { UserError } from '../errors.ts';
import { westernDigits } from '../text/western-digits.ts';
import { parseDays } from './days.ts';

/**
 * Builds a cron expression from typed times and days: ("08:00", "weekdays") gives "0 8 * * 1-5";
 * ("8am, 8pm", "") gives "0 8,20 * * *". Throws a UserError if it cannot read them.
 */
export function buildCron(times: string, days = ''): string {
  const clocks = times
    .split(/[,;&]|\band\b/i)
    .filter((part) => part.trim() !== '')
    .map(parseTime);
  const [first] = clocks;
  if (first === undefined) throw badTime(times);
  if (clocks.some((clock) => clock.minute !== first.minute)) {
    throw new UserError(
      'bad-option',
      'Several times need the same minute, such as 08:00, 20:00. Add a second schedule for the other one.',
    );
  }
  const hours = [...new Set(clocks.map((clock) => clock.hour))].toSorted((a, b) => a - b);
  return `${first.minute} ${hours.join(',')} * * ${writeDays(parseDays(days))}`;
}

interface ClockTime {
  readonly hour: number;
  readonly minute: number;
}

/** "08:00", "8", "8.30", "0800", "18h30", "8am", "12:15 p.m.", "8 o'clock", "20 Uhr 30", "08:00:00" */
const TIME =
  /^(\d{1,2})(?:(?:[:.h]?| uhr )(\d{2})(?::00)?|[:.h])?\s*(?:([ap])\.?m\.?|h|hs|hours|hrs|uhr|o['’]?clock)?$/i;
/** Words in front of a time, in several languages. */
const BEFORE =
  /^(?:(?:every ?day|daily|täglich|chaque jour|cada día) )?(?:(?:at|um|kl\.?|klo|à|a las?|às|alle) +)?/i;
const NAMED = { noon: 12, midday: 12, midnight: 0 } as const;

function parseTime(given: string): ClockTime {
  const typed = westernDigits(given.normalize('NFKC')).trim().replace(BEFORE, '');
  const name = typed.toLowerCase().replace(/^12\s+/, '');
  if (Object.hasOwn(NAMED, name)) return { hour: NAMED[name as keyof typeof NAMED], minute: 0 };
  const [, hours, minutes = '0', half] = TIME.exec(typed) ?? [];
  if (hours === undefined) throw badTime(typed);
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) throw badTime(typed);
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const minute = Number(minutes);
  if (hour > 23 || minute > 59) throw badTime(typed);
  return { hour, minute };
}

function writeDays(days: readonly number[]): string {
  if (days.length === 7) return '*';
  return days.join() === '1,2,3,4,5' ? '1-5' : days.join(',');
}

function badTime(typed: string): UserError {
  const shown = typed.trim().slice(0, 40);
  const cron = buildInterval(shown);
  const advice =
    cron === undefined
      ? 'Write it as 08:00, 8am or 18:30.'
      : `For digests at an interval, give \`cron:${cron}\` instead.`;
  return new UserError('bad-option', `"${shown}" is not a time of day. ${advice}`);
}

/** "every 6 hours", "every 30 min", "hourly", "every half hour" */
const INTERVAL =
  /^(?:every |each )?(\d{1,3}|half|quarter)?(?: an?)? ?(hour|h|minute|min|m)(?:s|ly)?$/i;

/** The intervals that cron can express, in minutes. */
const INTERVALS = [15, 20, 30, 60, 120, 180, 240, 360, 480, 720];

/** The cron expression of an interval that someone typed as a time, or of the next shorter one that cron has. */
function buildInterval(typed: string): string | undefined {
  const [, count = '1', unit = ''] = INTERVAL.exec(typed.trim().replaceAll(/\s+/g, ' ')) ?? [];
  const parts: Readonly<Record<string, number>> = { half: 0.5, quarter: 0.25 };
  const minutes = (parts[count] ?? Number(count)) * (/^h/i.test(unit) ? 60 : 1);
  if (unit === '' || minutes > 720) return undefined;
  const step = INTERVALS.findLast((each) => each <= minutes) ?? 15;
  if (step < 60) return `*/${step} * * * *`;
  return step === 60 ? '0 * * * *' : `0 */${step / 60} * * *`;
}
