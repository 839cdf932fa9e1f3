import { parseAlert } from '../../src/digest/alerts/parse-alert.ts';
import type { SubscriptionEdit } from '../../src/digest/change-subscription.ts';
import { UserError } from '../../src/errors.ts';
import { parseNarrowing, type Reader } from '../../src/index/narrowing/parse-narrowing.ts';
import { sanitizeLine } from '../../src/render/sanitize-text.ts';
import { parseTopics } from '../shared/scheduling/parse-topics.ts';
import { splitList } from '../shared/scheduling/split-list.ts';
import { QUIET_CHOICES, THREAD_CHOICES, type ScheduleValues } from './schedule-options.ts';

/** Reads the options of a digest's content; an option that was not given is absent, as is an alert that is off. Throws a UserError. */
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
  const parsedAlert = alert === undefined ? undefined : parseAlert(alert);
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
    ...(parsedAlert !== undefined && parsedAlert !== 'off' && { alert: parsedAlert }),
    ...(quiet !== undefined && { onQuiet: QUIET_CHOICES[quiet] }),
  };
}

function parseName(typed: string): string {
  const name = sanitizeLine(typed);
  if (name === '') throw bad('A name needs letters.');
  return name;
}

function bad(message: string): UserError {
  return new UserError('bad-option', message);
}
