import type { CommandContext } from '../../src/command/command.ts';
import { UserError } from '../../src/errors.ts';
import { isUnlimited } from '../../src/index/narrowing/narrowing.ts';
import { parseQuery } from '../../src/index/query/parse-query.ts';

/** Throws a UserError if what was typed has no words, such as "???": everything would fit. */
export function requireWords(typed: string, { now, locale }: CommandContext): void {
  if (!isUnlimited(parseQuery(typed, now, locale))) return;
  throw new UserError(
    'bad-option',
    'I see no words in that. Type some, or choose one of the suggestions.',
  );
}
