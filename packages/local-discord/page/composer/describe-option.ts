import type { OptionKind, OptionSpec } from './option-spec.ts';
import { inRange } from './read-draft.ts';

const takes: Readonly<Record<OptionKind, string>> = {
  string: '',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  user: 'a member',
  role: 'a role',
  channel: 'a channel',
  mentionable: 'a member or a role',
  attachment: 'a file',
};

/** Describes an option while it is filled in: what it is for and which values it takes. */
export function describeOption(option: OptionSpec): string {
  const { min, max, kind } = option;
  const range = min === undefined && max === undefined ? '' : inRange(min, max);
  const limit = kind === 'string' ? lengthInWords(option) : `${takes[kind]} ${range}`.trim();
  return limit === '' ? option.description : `${option.description} (${limit})`;
}

function lengthInWords({ min, max, choices }: OptionSpec): string {
  if (choices.length > 0 || (min === undefined && max === undefined)) return '';
  if (min === undefined) return `up to ${max} characters`;
  return max === undefined ? `${min} characters or more` : `${min} to ${max} characters`;
}
