import { UserError } from '../errors.ts';
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

/** "08:00", "8", "8.30", "18h30", "8am", "12:15 p.m." */
const TIME = /^(\d{1,2})(?:[:.h](\d{2})?)?\s*(?:([ap])\.?m\.?)?$/i;

function parseTime(typed: string): ClockTime {
  const [, hours, minutes = '0', half] = TIME.exec(typed.trim()) ?? [];
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
  return new UserError(
    'bad-option',
    `"${typed.trim().slice(0, 40)}" is not a time of day. Write it as 08:00, 8am or 18:30.`,
  );
}
