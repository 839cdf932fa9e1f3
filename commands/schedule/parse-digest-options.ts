import { parseAlert } from '../../src/digest/alerts/parse-alert.ts';
import type { SubscriptionEdit } from '../../src/digest/change-subscription.ts';
import { UserError } from '../../src/errors.ts';
import { isUnlimited } from '../../src/index/narrowing/narrowing.ts';
import {
  parseNarrowing,
  suggestCorrections,
  type Reader,
} from '../../src/index/narrowing/parse-narrowing.ts';
import { toNeutralQuery } from '../../src/index/query/neutral-query.ts';
import { parseQuery } from '../../src/index/query/parse-query.ts';
import { sanitizeLine } from '../../src/render/sanitize-text.ts';
import { QUIET_CHOICES, THREAD_CHOICES, type ScheduleValues } from './schedule-options.ts';

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
  const { name, topics, sources, language, country, stories, role } = values;
  const { layout, thread, quiet, pictures, alert } = values;
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
    ...(name !== undefined && { name: parseName(name) }),
    ...(topics !== undefined && { topics: parseTopics(topics, reader) }),
    ...(sources !== undefined && { sources: narrowing.sources }),
    ...(language !== undefined && { languages: narrowing.languages }),
    ...(country !== undefined && { countries: narrowing.countries }),
    ...(stories !== undefined && { storyCount: stories }),
    ...(layout !== undefined && { layout }),
    ...(role !== undefined && { roleId: role }),
    ...(thread !== undefined && { thread: THREAD_CHOICES[thread] }),
    ...(pictures === false && { pictures }),
    ...(alert !== undefined && { alert: parseAlert(alert) }),
    ...(quiet !== undefined && { onQuiet: QUIET_CHOICES[quiet] }),
  };
}

function parseName(typed: string): string {
  const name = sanitizeLine(typed);
  if (name === '') throw bad('A name needs letters.');
  return name;
}

/** Topics are stored as text, with languages and countries by code. */
function parseTopics(text: string, { now, locale }: Reader): string[] {
  const topics = splitList(text, 'topics').map((topic) => {
    const query = parseQuery(topic, now, locale);
    if (query.since !== undefined) {
      throw bad('A topic cannot have `since:`. A digest covers the time since the last one.');
    }
    if (query.ignored.length > 0 || isUnlimited(query)) {
      const [advice = 'Write words, "a phrase" or -without.'] = suggestCorrections(
        query.ignored,
        locale,
      );
      throw bad(`I do not understand the topic "${topic}". ${advice}`);
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
