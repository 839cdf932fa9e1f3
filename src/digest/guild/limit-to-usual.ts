import { parseQuery } from '../../index/query/parse-query.ts';
import type { DigestRequest } from '../digest-request.ts';
import type { News } from '../news.ts';

/** The part of a request that says in which languages a digest is. */
type InLanguages = Pick<DigestRequest, 'languages' | 'guildId' | 'topics'>;

/** Limits a digest whose languages nobody named to those of its server, and to those that its topics name. */
export async function limitToUsual<T extends InLanguages>(
  request: T,
  { usualLanguages }: Pick<News, 'usualLanguages'>,
): Promise<T & Pick<DigestRequest, 'languages' | 'isInUsualLanguages'>> {
  if (request.languages !== undefined || request.guildId === undefined) return request;
  const usual = await usualLanguages(request.guildId);
  const named = topicLanguages(request.topics);
  // Every language includes those that are named.
  if (named === 'every' || usual.length === 0) return { ...request, languages: [] };
  if (named.length === 0) return { ...request, languages: usual, isInUsualLanguages: true };
  return { ...request, languages: [...new Set([...usual, ...named])] };
}

/** The languages that topics name themselves, as in "climate lang:fr". */
export function topicLanguages(topics: readonly string[]): readonly string[] | 'every' {
  // Topics have no date.
  const parsed = topics.map((topic) => parseQuery(topic, new Date(0)));
  if (parsed.some(({ everyLanguage }) => everyLanguage)) return 'every';
  return [...new Set(parsed.flatMap(({ languages }) => languages))];
}
