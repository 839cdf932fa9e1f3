import type { CommandContext } from '../../../src/command/command.ts';
import type { ParsedNarrowing } from '../../../src/index/narrowing/narrowing.ts';
import { describeIgnored } from '../../../src/index/narrowing/parse-narrowing.ts';
import { describeNarrowing } from '../../../src/render/describe-narrowing.ts';
import { adviseOnUsual } from './describe-usual.ts';
import { renderLine } from '../../../src/render/render-text.ts';

const IGNORED_SIZE = 200;

/** Notes above a list, in markdown: what it is limited to, and what of that was not understood. */
export function describeList(narrowing: ParsedNarrowing, context: CommandContext): string[] {
  const notes = [
    [describeNarrowing(narrowing), adviseOnUsual(narrowing.languages, context) ?? '']
      .filter((part) => part !== '')
      .join(' · '),
    describeNotUnderstood(narrowing, context) ?? '',
  ];
  return notes.filter((note) => note !== '');
}

/** What of a query was not understood, in markdown; undefined when all was. */
export function describeNotUnderstood(
  { ignored }: ParsedNarrowing,
  context: CommandContext,
): string | undefined {
  return describeIgnored(ignored, context, (typed) => renderLine(typed, IGNORED_SIZE));
}
