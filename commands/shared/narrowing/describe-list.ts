import type { CommandContext } from '../../../src/command/command.ts';
import type { ParsedNarrowing } from '../../../src/index/narrowing/narrowing.ts';
import { describeIgnored } from '../../../src/index/narrowing/parse-narrowing.ts';
import { describeNarrowing } from '../../../src/render/describe-narrowing.ts';
import { renderLine } from '../../../src/render/render-text.ts';

const IGNORED_SIZE = 200;

/** Notes above a list, in markdown: what it is limited to, and what of that was not understood. */
export function describeList(narrowing: ParsedNarrowing, context: CommandContext): string[] {
  const limits = describeNarrowing(narrowing);
  const ignored = describeIgnored(narrowing.ignored, context, (typed) =>
    renderLine(typed, IGNORED_SIZE),
  );
  return [...(limits === '' ? [] : [limits]), ...(ignored === undefined ? [] : [ignored])];
}
