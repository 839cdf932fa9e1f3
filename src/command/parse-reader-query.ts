import { UserError } from '../errors.ts';
import { parseQuery } from '../rank/parse-query.ts';
import type { Query } from '../rank/query.ts';
import { renderLine } from '../render/render-text.ts';
import { isBlankQuery } from './is-blank-query.ts';

/** Parses what a reader looks for. Throws a UserError where that asks for nothing. */
export function parseReaderQuery(typed: string, now: Date): Query {
  const query = parseQuery(typed, now);
  if (!isBlankQuery(query)) return query;
  const message = 'I find no word in that. Type words, or a "phrase" in quotation marks.';
  throw new UserError('bad-option', message);
}

/** What of a query was not understood, as a note for the reader; empty where all was. */
export function describeIgnored({ ignored }: Query): string[] {
  return ignored.length === 0 ? [] : [`Not understood: ${renderLine(ignored.join(' '), 200)}`];
}
