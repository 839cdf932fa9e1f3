import { copyString } from '../text/copy-string.ts';
import { comparableWord, wordTerm } from '../text/terms.ts';

/** Tokens whose word is remembered in each language; articles repeat theirs. */
const MAX_KEPT_TOKENS = 100_000;

/** Words and terms as small numbers, each string held once. The lowest numbers go to the first seen. */
export class TermIds {
  readonly #ids = new Map<string, number>();
  readonly #strings: string[] = [''];
  /** Per language: word id → term id, 0 for words that are no term. */
  readonly #termIdsByLang = new Map<string, number[]>();

  /** Per language: token as written → word id. */
  readonly #wordIdsByLang = new Map<string, Map<string, number>>();

  /** The languages whose words have been asked for. */
  get languages(): string[] {
    return [...this.#termIdsByLang.keys()];
  }

  /** The id of a word or term, given on first sight; ids start at 1. */
  intern(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const copy = copyString(text);
    const id = this.#strings.length;
    this.#ids.set(copy, id);
    this.#strings.push(copy);
    return id;
  }

  /** The id of the word that a token is in a language: its comparable form. */
  wordOf(token: string, lang: string): number {
    let wordIds = this.#wordIdsByLang.get(lang);
    if (!wordIds || wordIds.size >= MAX_KEPT_TOKENS) {
      this.#wordIdsByLang.set(lang, (wordIds = new Map()));
    }
    const known = wordIds.get(token);
    if (known !== undefined) return known;
    const id = this.intern(comparableWord(token, lang));
    wordIds.set(copyString(token), id);
    return id;
  }

  /** The id, if there is one. */
  find(text: string): number | undefined {
    return this.#ids.get(text);
  }

  text(id: number): string {
    return this.#strings[id] ?? '';
  }

  /** The term id that a word id counts as in a language, 0 for none. */
  termOf(wordId: number, lang: string): number {
    let termIds = this.#termIdsByLang.get(lang);
    if (!termIds) this.#termIdsByLang.set(lang, (termIds = []));
    const known = termIds[wordId];
    if (known !== undefined) return known;
    while (termIds.length < wordId) termIds.push(undefined as never);
    const term = wordTerm(this.text(wordId), lang);
    return (termIds[wordId] = term === undefined ? 0 : this.intern(term));
  }
}
