import { MAX_NAME_CHARS } from '../../src/digest/subscription-name.ts';
import type { OptionSpecs, OptionValues } from '../../src/command/option.ts';
import { ALERT } from '../shared/scheduling/alert-option.ts';
import { LAYOUT } from '../shared/layout-option.ts';

/** What an edit can remove: Discord does not send an empty option. */
export const CLEARABLE = [
  'name',
  'topics',
  'sources',
  'language',
  'country',
  'role',
  'alert',
] as const;

/** The choices for a day without news. */
export const QUIET_CHOICES = {
  'post nothing': 'post-nothing',
  'say so': 'say-so',
} as const;

/** The choices for the thread of a digest. */
export const THREAD_CHOICES = {
  none: 'none',
  'for discussion': 'discussion',
  'a message for each story': 'stories',
} as const;

const THREAD_NAMES = [
  'none',
  'for discussion',
  'a message for each story',
] as const satisfies (keyof typeof THREAD_CHOICES)[];
const QUIET_NAMES = ['post nothing', 'say so'] as const satisfies (keyof typeof QUIET_CHOICES)[];

/** The options that `/schedule add` and `/schedule edit` share. */
export const SCHEDULE_OPTIONS = {
  time: { type: 'string', description: 'Time of day: 08:00, or 08:00, 18:00', maxLength: 100 },
  days: {
    type: 'string',
    description: 'Days: weekdays, weekends, Mon, Wed; every day if left out',
    maxLength: 100,
  },
  zone: {
    type: 'string',
    description: 'Time zone, such as Europe/Paris',
    autocomplete: true,
    maxLength: 60,
  },
  cron: {
    type: 'string',
    description: 'Instead of time and days: a cron expression, such as 0 8 * * 1-5',
    maxLength: 100,
  },
  topics: {
    type: 'string',
    description: 'Topics, separated by commas: climate, "central bank"',
    maxLength: 500,
  },
  sources: {
    type: 'string',
    description: 'Publishers, separated by commas; all if left out',
    autocomplete: true,
    maxLength: 500,
  },
  language: {
    type: 'string',
    description: "Languages, separated by commas; the server's if left out, or all",
    autocomplete: true,
    maxLength: 200,
  },
  country: {
    type: 'string',
    description: 'Countries, separated by commas; all if left out',
    autocomplete: true,
    maxLength: 200,
  },
  name: {
    type: 'string',
    description: 'Its name, shown above each digest; its topics if left out',
    maxLength: MAX_NAME_CHARS,
  },
  stories: { type: 'integer', description: 'How many stories, 1 to 10', min: 1, max: 10 },
  layout: LAYOUT,
  channel: { type: 'channel', description: 'Where to post; this channel if left out' },
  role: { type: 'role', description: 'A role that each digest mentions' },
  thread: {
    type: 'string',
    description: 'Whether each digest opens a thread, and what for',
    choices: THREAD_NAMES,
  },
  pictures: { type: 'boolean', description: 'Whether digests have a map; they do if left out' },
  alert: ALERT,
  quiet: {
    type: 'string',
    description: 'What to do on a day without news',
    choices: QUIET_NAMES,
  },
} as const satisfies OptionSpecs;

/** The values of these options. */
export type ScheduleValues = OptionValues<typeof SCHEDULE_OPTIONS>;
