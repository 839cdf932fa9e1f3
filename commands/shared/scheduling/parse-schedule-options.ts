import { buildCron } from '../../../src/digest/build-cron.ts';
import { parseCron } from '../../../src/digest/parse-cron.ts';
import type { Schedule } from '../../../src/digest/schedule.ts';
import { UserError } from '../../../src/errors.ts';
import { parseZone } from '../../../src/text/zones/parse-zone.ts';

/** The options that say when digests are due. */
interface When {
  readonly time?: string;
  readonly days?: string;
  readonly cron?: string;
  readonly zone?: string;
}

/** Reads when digests are due. For an edit, `present` gives what was not typed. Throws a UserError. */
export function parseScheduleOptions(
  values: When,
  defaultZone: string,
  present?: Schedule,
): Schedule {
  const cron = parseCronOptions(values, present);
  // What was stored is not checked again: an earlier version accepted more names of zones.
  const zone = values.zone === undefined ? (present?.zone ?? defaultZone) : parseZone(values.zone);
  return { cron, zone };
}

function parseCronOptions({ time, days, cron }: When, present?: Schedule): string {
  if (cron !== undefined && (time !== undefined || days !== undefined)) {
    throw bad('Give either `cron`, or `time` and `days`, not both.');
  }
  if (cron !== undefined) return parseCron(cron);
  if (time !== undefined) {
    const built = buildCron(time, days);
    // An edit of the time alone keeps the days.
    const isEdit = present && days === undefined && DAILY.test(present.cron);
    return parseCron(isEdit ? withDays(built, present.cron) : built);
  }
  if (!present) {
    throw bad('Say when: `time:08:00`, with `days:weekdays` if you like, or `cron:0 8 * * 1-5`.');
  }
  if (days === undefined) return present.cron;
  if (!DAILY.test(present.cron)) {
    throw bad('This schedule is a cron expression. Give `time` with `days` to replace it.');
  }
  return parseCron(withDays(present.cron, buildCron('00:00', days)));
}

/** A cron expression that times and days can also express. */
const DAILY = /^\d+ [\d,]+ \* \* \S+$/u;

/** The time of one cron expression with the days of another. */
function withDays(time: string, days: string): string {
  return [...time.split(' ').slice(0, 4), days.split(' ')[4]].join(' ');
}

function bad(message: string): UserError {
  return new UserError('bad-option', message);
}
