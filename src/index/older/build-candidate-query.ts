import { lexemeOf, quoteLexeme } from '../../store/search/lexemes.ts';
import { comparableWord } from '../../text/terms.ts';
import { splitTokens } from '../../text/tokens.ts';
import type { Query } from '../query/query.ts';
import { buildTermGroups, requireSome, type TermGroup } from '../query/term-groups.ts';

/** Which articles may match: none, or those of a `tsquery`; without one, all. */
type CandidateQuery =
  | { readonly kind: 'none' }
  | { readonly kind: 'some'; readonly words?: string };

/**
 * Builds PostgreSQL's query for all articles that may match a reader's, in these languages. Unwanted words are left to
 * the code that looks at what is found.
 */
export function buildCandidateQuery(
  { words, phrases }: Pick<Query, 'words' | 'phrases'>,
  languages: readonly string[],
): CandidateQuery {
  const groupsOf = (text: string): TermGroup[] => buildTermGroups(text, languages);
  const required = requireSome(words.flatMap(groupsOf));
  if (words.length > 0 && required.length === 0) return { kind: 'none' };
  const groups = [...required, ...phrases.flatMap(groupsOf)];
  const everywhere = groups.filter(({ stopIn }) => stopIn.size === 0);
  const parts = everywhere.map(({ terms }) => anyOf(terms));
  // A stop word of one language is an ordinary word of another. Articles with any of them may match.
  const isOpen = parts.length === 0 && groups.every(({ stopIn }) => stopIn.size > 0);
  if (isOpen && required.length > 0) parts.push(anyOf(groups.flatMap(({ terms }) => terms)));
  parts.push(...phrases.map(encodePhrase).filter((phrase) => phrase !== ''));
  return { kind: 'some', ...(parts.length > 0 && { words: parts.join(' & ') }) };
}

function anyOf(terms: readonly string[]): string {
  return `(${terms.map((term) => quoteLexeme(lexemeOf(term))).join(' | ')})`;
}

function encodePhrase(phrase: string): string {
  const words = splitTokens(phrase).map((token) => {
    const word = comparableWord(token.text, '').toLowerCase();
    const forms = [...new Set([word, word.toUpperCase()])];
    return anyOf(forms);
  });
  return words.length > 0 ? `(${words.join(' <-> ')})` : '';
}
