import type { OptionSpecs } from '../../../src/command/option.ts';
import { suggestCountry } from './suggest-country.ts';
import { suggestLanguage } from './suggest-language.ts';
import { suggestSource } from './suggest-source.ts';

/** The options by which a list of articles is narrowed. */
export const NARROWING = {
  source: {
    type: 'string',
    description: 'Only articles of this publisher',
    autocomplete: true,
    maxLength: 100,
  },
  language: {
    type: 'string',
    description: 'Only articles in this language',
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

/** What is suggested for them. */
export const SUGGEST_NARROWING = {
  source: suggestSource,
  language: suggestLanguage,
  country: suggestCountry,
} as const;
