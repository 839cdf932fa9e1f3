import type { Word, WordIds } from '../reading/word-ids.ts';
import type { LexiconWeights, WordModel } from './word-model.ts';
import { startsWithDigit } from './word-occurrences.ts';

/** Fields of a word's row: its idf, its weights in the lexicon, and 1 if it begins with a digit, else 0. */
export const KNOWN = { idf: 0, own: 1, asFirst: 2, asSecond: 3, isNumber: 4, size: 5 } as const;

const NO_WEIGHTS: LexiconWeights = [0, 0, 0];

const tables = new WeakMap<WordModel, WeakMap<WordIds, KnownWords>>();

/**
 * What a model knows of a language's words by themselves: by id, a row of `KNOWN`. Each word is looked up by its
 * text once in a process. To do so for each article would take longer than all the rest that is estimated.
 */
export function knownWords(model: WordModel, ids: WordIds): Float64Array {
  let byIds = tables.get(model);
  if (!byIds) tables.set(model, (byIds = new WeakMap()));
  let known = byIds.get(ids);
  if (!known) byIds.set(ids, (known = new KnownWords(model)));
  return known.upTo(ids);
}

class KnownWords {
  readonly #model: WordModel;
  #rows = new Float64Array(1024 * KNOWN.size);
  /** How many words have a row. */
  #count = 0;

  constructor(model: WordModel) {
    this.#model = model;
  }

  /** The rows, with those of words that were learnt since. */
  upTo(ids: WordIds): Float64Array {
    if (ids.size * KNOWN.size > this.#rows.length) {
      const larger = new Float64Array(2 * ids.size * KNOWN.size);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    for (; this.#count < ids.size; this.#count++) this.#fill(this.#count, ids.wordOf(this.#count));
    return this.#rows;
  }

  #fill(id: number, word: Word): void {
    const [own, asFirst, asSecond] = this.#model.lexicon.get(word.key) ?? NO_WEIGHTS;
    const row = [word.idf, own, asFirst, asSecond, Number(startsWithDigit(word))];
    this.#rows.set(row, id * KNOWN.size);
  }
}
