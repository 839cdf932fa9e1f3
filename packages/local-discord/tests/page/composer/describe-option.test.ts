import { expect, it } from 'vitest';
import { describeOption } from '../../../page/composer/describe-option.ts';
import type { OptionSpec } from '../../../page/composer/option-spec.ts';
import { buildOption } from './build-option.ts';

it.each<[Partial<OptionSpec>, string]>([
  [{}, 'About x'],
  [{ max: 100 }, 'About x (up to 100 characters)'],
  [{ min: 2, max: 9 }, 'About x (2 to 9 characters)'],
  [{ kind: 'integer', min: 1, max: 10 }, 'About x (a whole number from 1 to 10)'],
  [{ kind: 'number', min: 0 }, 'About x (a number of 0 or more)'],
  [{ kind: 'channel' }, 'About x (a channel)'],
  [{ max: 100, choices: [{ value: 'a', label: 'A' }] }, 'About x'],
])('describes %j as %j', (option, expected) => {
  expect(describeOption(buildOption({ name: 'x', ...option }))).toBe(expected);
});
