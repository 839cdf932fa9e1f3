import { copyString } from '../../text/copy-string.ts';
import { textOfUnits } from '../../text/code-units.ts';
import { comparableWord, wordTerm } from '../../text/terms.ts';
import { backgroundFrequency, buildCorpus } from '../../index/corpus/corpus.ts';
import { FormTable, NO_FORM } from './form-table.ts';
import { kindsOf } from './kinds/kinds-of.ts';

/** A term of one language. Two readings have the same term if the texts are equal. */
export interface Term {
  /** A stem, or an acronym in capitals. */
  readonly text: string;
  /** How many articles of the background corpus contain it. */
  readonly background: number;
}

/** A term or a stop word, which may have the same text: "US" and "us". The background counts no stop words. */
export interface Word extends Term {
  readonly isStopWord: boolean;
  /** Tells a stop word from a term with the same text: "-us", "US". */
  readonly key: string;
  /** Its idf in the background alone, so that it means the same for every store. */
  readonly idf: number;
}

/** The words of an article, by number. They are kept as ids, since few ever ask for their texts. */
export class Lexicon {
  /** By number, the word's id in `of`. */
  readonly ids: readonly number[];
  readonly of: WordIds;

  constructor(ids: readonly number[], of: WordIds) {
    this.ids = ids;
    this.of = of;
  }

  get length(): number {
    return this.ids.length;
  }

  /** By number, the word. */
  words(): Word[] {
    return this.of.wordsOf(this.ids);
  }
}

/** The background counts no stop words; nearly all articles have them. */
const STOP_WORD_IDF = 0.5;

const BACKGROUND = buildCorpus([]);

/** A language's ids start afresh past this many printed forms, so that they never fill the memory. */
const MAX_FORMS = 50_000;

/** How many languages are kept at the same time; articles in the wild declare many. */
const MAX_LANGUAGES = 24;

/**
 * Small numbers for the printed words of one language: all forms of a term share one id, and so do
 * those of a stop word. An id is valid as long as the object is.
 */
export class WordIds {
  readonly #lang: string;
  /** Printed form → its word's id and its kinds. */
  readonly #forms = new FormTable();
  readonly #roots = new Map<string, number>();
  /** By id. */
  readonly #words: Word[] = [];

  constructor(lang: string) {
    this.#lang = lang;
  }

  get isFull(): boolean {
    return this.#forms.size > MAX_FORMS;
  }

  /** One more than the highest id. */
  get size(): number {
    return this.#words.length;
  }

  /** The number of the printed form from `start` to `end`, which is learnt if it is new. */
  formAt(units: Uint16Array, start: number, end: number): number {
    const form = this.#forms.find(units, start, end);
    return form === NO_FORM ? this.#learn(units, start, end) : form;
  }

  /** The id of a form's word. */
  idOf(form: number): number {
    return this.#forms.wordOf(form);
  }

  /** What a form tells by its letters: bits of `WORD_KINDS`. */
  kindsOf(form: number): number {
    return this.#forms.kindsOf(form);
  }

  /** The word that an id stands for. */
  wordOf(id: number): Word {
    return this.#words[id]!;
  }

  /** The words that ids stand for. */
  wordsOf(ids: readonly number[]): Word[] {
    const words = this.#words;
    return ids.map((id) => words[id]!);
  }

  #learn(units: Uint16Array, start: number, end: number): number {
    const token = textOfUnits(units.subarray(start, end));
    const comparable = comparableWord(token, this.#lang);
    const term = wordTerm(comparable, this.#lang);
    // A term and a stop word with the same spelling are different words: "US" and "us".
    const root = copyString(term === undefined ? `-${comparable}` : `+${term}`);
    let id = this.#roots.get(root);
    if (id === undefined) {
      id = this.#words.push(term === undefined ? buildStopWord(root) : buildWord(root)) - 1;
      this.#roots.set(root, id);
    }
    return this.#forms.add(units, start, end, id, kindsOf(token, term !== undefined));
  }
}

function buildWord(root: string): Word {
  const text = root.slice(1);
  const background = backgroundFrequency(text);
  const idf = BACKGROUND.idf(text, background);
  return { text, background, isStopWord: false, key: text, idf };
}

function buildStopWord(root: string): Word {
  return { text: root.slice(1), background: 0, isStopWord: true, key: root, idf: STOP_WORD_IDF };
}

const byLanguage = new Map<string, WordIds>();

/** The ids of a language's words, shared by all texts of the process. */
export function wordIdsOf(lang: string): WordIds {
  let ids = byLanguage.get(lang);
  if (!ids || ids.isFull) {
    if (!ids && byLanguage.size >= MAX_LANGUAGES) byLanguage.clear();
    byLanguage.set(lang, (ids = new WordIds(lang)));
  }
  return ids;
}
