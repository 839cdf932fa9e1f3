import { UserError } from '../../errors.ts';
import { ALERT_DEFAULTS, ALERT_LIMITS, type Alert } from './alert.ts';

/** "5", "5 publishers", "5 in 6 hours", "5 publishers within 6h, at most 3 a day" */
const ALERT =
  /^(\d{1,4})(?: (?:publisher|voice|source)s?)?(?: (?:in|within) (\d{1,4}) ?(?:hours?|hrs?|h))?(?:[,;]? ?(?:at most )?(\d{1,4}) ?(?:a|per|\/) ?day)?$/iu;

const NAMES = {
  voices: 'publishers',
  hours: 'hours',
  perDay: 'alerts a day',
} as const satisfies Record<keyof Alert, string>;

const OFF = /^(?:off|none|no)$/iu;

/** Reads a typed alert, or that there should be none; parts that are left out have their defaults. Throws a UserError. */
export function parseAlert(typed: string): Alert | 'off' {
  if (OFF.test(typed.trim())) return 'off';
  const [, voices, hours = ALERT_DEFAULTS.hours, perDay = ALERT_DEFAULTS.perDay] =
    ALERT.exec(typed.trim().replace(/\s+/gu, ' ')) ?? [];
  if (voices === undefined) {
    throw bad(
      `I do not understand the alert "${typed.trim().slice(0, 40)}". Write it as \`5\`, or as \`5 publishers in 6 hours, 3 a day\`; \`off\` means none.`,
    );
  }
  const alert = { voices: Number(voices), hours: Number(hours), perDay: Number(perDay) };
  for (const part of ['voices', 'hours', 'perDay'] as const) {
    const { least, most } = ALERT_LIMITS[part];
    if (alert[part] < least || alert[part] > most) {
      throw bad(`An alert takes ${least} to ${most} ${NAMES[part]}, not ${alert[part]}.`);
    }
  }
  return alert;
}

function bad(message: string): UserError {
  return new UserError('bad-option', message);
}
