import { lexemeOf, quoteLexeme } from '../../store/search/lexemes.ts';
import { comparableWord } from '../../text/terms.ts';
import { splitTokens } from '../../text/tokens.ts';
import type { Query } from '../query/query.ts';
import { buildTermGroups, requireSome, type TermGroup } from '../query/term-groups.ts';

/**
 * Builds PostgreSQL's query for all articles that may match a reader's, in these languages: a `tsquery`. Undefined if
 * words limit nothing; `none` if no article can match. Unwanted words are left to whoever looks at what is found.
 */
export function buildCandidateQuery(
  { words, phrases }: Pick<Query, 'words' | 'phrases'>,
  languages: readonly string[],
): string | 'none' | undefined {
  const groupsOf = (text: string): TermGroup[] => buildTermGroups(text, languages);
  const required = requireSome(words.flatMap(groupsOf));
  if (words.length > 0 && required.length === 0) return 'none';
  const groups = [...required, ...phrases.flatMap(groupsOf)];
  const everywhere = groups.filter(({ stopIn }) => stopIn.size === 0);
  const anyOf = (terms: readonly string[]): string =>
    `(${terms.map((term) => quoteLexeme(lexemeOf(term))).join(' | ')})`;
  const parts = everywhere.map(({ terms }) => anyOf(terms));
  // A stop word of one language is an ordinary word of another. Articles with any of them may match.
  const isOpen = parts.length === 0 && groups.every(({ stopIn }) => stopIn.size > 0);
  if (isOpen && required.length > 0) parts.push(anyOf(groups.flatMap(({ terms }) => terms)));
  parts.push(...phrases.map(encodePhrase).filter((phrase) => phrase !== ''));
  return parts.length > 0 ? parts.join(' & ') : undefined;
}

function encodePhrase(phrase: string): string {
  const words = splitTokens(phrase).map((token) => {
    const word = comparableWord(token.text, '').toLowerCase();
    const forms = [...new Set([word, word.toUpperCase()])];
    return `(${forms.map((form) => quoteLexeme(lexemeOf(form))).join(' | ')})`;
  });
  return words.length > 0 ? `(${words.join(' <-> ')})` : '';
}
