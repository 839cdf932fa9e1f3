import { languageName } from '../text/language-names.ts';
import { countryName } from '../text/places/country-names.ts';
import type { Subscription } from './subscription.ts';

/** The name of a digest that is limited to nothing. */
export const PLAIN_NAME = 'News digest';

/** The longest name, in characters. It is a heading, and the beginning of a thread's name. */
export const MAX_NAME_CHARS = 60;

/** What names a subscription: its own name, or what it is limited to. */
type Named = Pick<Subscription, 'name' | 'topics' | 'sources' | 'languages' | 'countries'>;

/** Names a subscription as it was given, else by its topics, else by what else it is limited to. */
export function nameSubscription(named: Named): string {
  const { name, topics, sources, languages = [], countries = [] } = named;
  if (name !== undefined) return name;
  const lists = [
    topics,
    sources,
    countries.map((country) => countryName(country)),
    languages.map((lang) => languageName(lang, 'en')),
  ];
  const limits = lists.find((list) => list.length > 0);
  return limits === undefined ? PLAIN_NAME : shorten(limits.join(', '));
}

function shorten(text: string): string {
  const letters = Array.from(text);
  if (letters.length <= MAX_NAME_CHARS) return text;
  return `${letters
    .slice(0, MAX_NAME_CHARS - 1)
    .join('')
    .trimEnd()}…`;
}
