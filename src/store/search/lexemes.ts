/**
 * How words and terms are written in PostgreSQL's full text. They share one name space, so "run" also finds the word
 * "run" where its term is another one: what PostgreSQL finds are candidates, and the index decides.
 */

/** PostgreSQL holds words of up to 2,046 bytes. Longer ones are told apart by their beginning. */
const MOST_UNITS = 60;

/** The lexeme of a word or a term. */
export function lexemeOf(word: string): string {
  return word.slice(0, MOST_UNITS);
}

/** A lexeme as it is written in a `tsvector` and in a `tsquery`. */
export function quoteLexeme(lexeme: string): string {
  return `'${lexeme.replaceAll(/['\\]/g, '$&$&')}'`;
}
