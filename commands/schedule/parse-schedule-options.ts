import { buildCron } from '../../src/digest/build-cron.ts';
import { parseSchedule } from '../../src/digest/parse-schedule.ts';
import type { SubscriptionEdit } from '../../src/digest/change-subscription.ts';
import type { Schedule } from '../../src/digest/subscription.ts';
import { UserError } from '../../src/errors.ts';
import { isUnlimited } from '../../src/index/narrowing/narrowing.ts';
import { parseNarrowing, type Reader } from '../../src/index/narrowing/parse-narrowing.ts';
import { toNeutralQuery } from '../../src/index/query/neutral-query.ts';
import { parseQuery } from '../../src/index/query/parse-query.ts';
import { QUIET_CHOICES, type ScheduleValues } from './schedule-options.ts';

/** Options that are lists. */
type ListName = 'topics' | 'sources' | 'languages' | 'countries';

const LIST_LIMITS = {
  topics: 10,
  sources: 20,
  languages: 10,
  countries: 10,
  entryLength: 100,
} as const;

/** Reads the options of a digest's content; an option that was not given is absent. Throws a UserError. */
export function parseDigestOptions(
  values: ScheduleValues,
  guildId: string,
  reader: Reader,
): SubscriptionEdit {
  const { topics, sources, language, country, stories, role, thread, quiet, pictures } = values;
  if (role === guildId) {
    throw bad('Choose another role: a digest never mentions @everyone.');
  }
  const given = {
    sources: splitList(sources, 'sources'),
    languages: splitList(language, 'languages'),
    countries: splitList(country, 'countries'),
  };
  const narrowing = parseNarrowing(given, reader);
  return {
    ...(topics !== undefined && { topics: parseTopics(topics, reader) }),
    ...(sources !== undefined && { sources: narrowing.sources }),
    ...(language !== undefined && { languages: narrowing.languages }),
    ...(country !== undefined && { countries: narrowing.countries }),
    ...(stories !== undefined && { storyCount: stories }),
    ...(role !== undefined && { roleId: role }),
    ...(thread !== undefined && { thread }),
    ...(pictures === false && { pictures }),
    ...(quiet !== undefined && { onQuiet: QUIET_CHOICES[quiet] }),
  };
}

/** Reads when digests are due. For an edit, `present` gives what was not typed. Throws a UserError. */
export function parseScheduleOptions(
  values: ScheduleValues,
  defaultZone: string,
  present?: Schedule,
): Schedule {
  const { time, days, cron, zone = present?.zone ?? defaultZone } = values;
  if (cron !== undefined && (time !== undefined || days !== undefined)) {
    throw bad('Give either `cron`, or `time` and `days`, not both.');
  }
  if (cron !== undefined) return parseSchedule(cron, zone);
  if (time !== undefined) {
    const built = buildCron(time, days);
    // An edit of the time alone keeps the days.
    const isEdit = present && days === undefined && DAILY.test(present.cron);
    return parseSchedule(isEdit ? withDays(built, present.cron) : built, zone);
  }
  if (!present) {
    throw bad('Say when: `time:08:00`, with `days:weekdays` if you like, or `cron:0 8 * * 1-5`.');
  }
  if (days === undefined) return parseSchedule(present.cron, zone);
  if (!DAILY.test(present.cron)) {
    throw bad('This schedule is a cron expression. Give `time` with `days` to replace it.');
  }
  return parseSchedule(withDays(present.cron, buildCron('00:00', days)), zone);
}

/** A cron expression that times and days can also express. */
const DAILY = /^\d+ [\d,]+ \* \* \S+$/u;

/** The time of one cron expression with the days of another. */
function withDays(time: string, days: string): string {
  return [...time.split(' ').slice(0, 4), days.split(' ')[4]].join(' ');
}

/** Topics are stored as text, with languages and countries by code. */
function parseTopics(text: string, { now, locale }: Reader): string[] {
  const topics = splitList(text, 'topics').map((topic) => {
    const query = parseQuery(topic, now, locale);
    if (query.since !== undefined) {
      throw bad('A topic cannot have `since:`. A digest covers the time since the last one.');
    }
    if (query.ignored.length > 0 || isUnlimited(query)) {
      throw bad(`I do not understand the topic "${topic}". Write words, "a phrase" or -without.`);
    }
    return toNeutralQuery(topic, locale);
  });
  return [...new Set(topics)];
}

/** Splits a list at commas outside quotes and removes duplicates. Throws a UserError beyond the limits. */
function splitList(text = '', what: ListName): string[] {
  const entries = text.match(/(?:"[^"]*"|[^,])+/gu) ?? [];
  const list = [...new Set(entries.map((entry) => entry.trim()).filter((entry) => entry !== ''))];
  if (list.length > LIST_LIMITS[what]) {
    throw bad(`You can give at most ${LIST_LIMITS[what]} ${what}; these are ${list.length}.`);
  }
  if (list.some(({ length }) => length > LIST_LIMITS.entryLength)) {
    throw bad(`Each of the ${what} can have at most ${LIST_LIMITS.entryLength} characters.`);
  }
  return list;
}

function bad(message: string): UserError {
  return new UserError('bad-option', message);
}
