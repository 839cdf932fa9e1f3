import type { OptionSpec } from '../../src/command/option.ts';
import { layoutSchema } from '../../src/digest/layout.ts';

/** The option for how much of each story a digest shows. */
export const LAYOUT = {
  type: 'string',
  description: 'How much of each story: headlines, compact or full',
  choices: layoutSchema.options,
} as const satisfies OptionSpec;
