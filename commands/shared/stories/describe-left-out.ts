import type { Story } from '../../../src/story/story.ts';
import { countOf } from '../../../src/text/count-of.ts';
import { languageName } from '../../../src/text/language-names.ts';
import { EVERY_LANGUAGE } from '../narrowing/describe-usual.ts';

/** More are not named. */
const MOST_NAMED = 4;

/** Says in which languages a story has articles that are not shown, and how to see them: markdown; undefined if it has none. */
export function describeLeftOut({ leftOut = [] }: Story): string | undefined {
  if (leftOut.length === 0) return undefined;
  const languages = [...new Set(leftOut.map(({ lang }) => languageName(lang, 'en')))].toSorted();
  const named = languages.slice(0, MOST_NAMED).join(', ');
  const more = languages.length > MOST_NAMED ? ' and others' : '';
  return `${countOf(leftOut.length, 'more article')} in ${named}${more}: \`/story language:${EVERY_LANGUAGE}\``;
}
