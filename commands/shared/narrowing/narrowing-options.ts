import type { OptionSpec, OptionSpecs } from '../../../src/command/option.ts';
import { suggestCountry } from './suggest-country.ts';
import { suggestLanguage } from './suggest-language.ts';
import { suggestSource } from './suggest-source.ts';

/** Options of every command that lists articles. */
export const NARROWING = {
  source: {
    type: 'string',
    description: 'Only articles of this publisher',
    autocomplete: true,
    maxLength: 100,
  },
  language: {
    type: 'string',
    description: 'Only articles in this language; all shows every language',
    autocomplete: true,
    maxLength: 40,
  },
  country: {
    type: 'string',
    description: 'Only articles on events in this country',
    autocomplete: true,
    maxLength: 60,
  },
} as const satisfies OptionSpecs;

/** The option of lists that may begin on a day. */
export const SINCE = {
  type: 'string',
  description: 'Only articles from this day on: 2024-06-15, 7d, yesterday',
  maxLength: 30,
} as const satisfies OptionSpec;

/** Suggestions for these options. */
export const SUGGEST_NARROWING = {
  source: suggestSource,
  language: suggestLanguage,
  country: suggestCountry,
} as const;
