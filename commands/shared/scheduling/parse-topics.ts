import { UserError } from '../../../src/errors.ts';
import { isUnlimited } from '../../../src/index/narrowing/narrowing.ts';
import { suggestCorrections, type Reader } from '../../../src/index/narrowing/parse-narrowing.ts';
import { toNeutralQuery } from '../../../src/index/query/neutral-query.ts';
import { parseQuery } from '../../../src/index/query/parse-query.ts';
import { splitList } from './split-list.ts';

/** Reads topics that are separated by commas. They are stored as text, with languages and countries by code. */
export function parseTopics(text: string, { now, locale }: Reader): string[] {
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

function bad(message: string): UserError {
  return new UserError('bad-option', message);
}
