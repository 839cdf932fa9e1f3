import { grow } from '../../../index/terms/grow.ts';
import { TextUnits } from '../../../index/terms/text-units.ts';
import { casedText } from '../../../text/terms.ts';
import { forEachToken } from '../../../text/tokens.ts';
import type { TokenCache } from './token-cache.ts';

/** Marks after which any word has a capital. */
const OPENERS = Array.from('.!?:"“”„«»\n', (mark) => mark.charCodeAt(0));
const SPACE = 0x20;

/** The tokens of one text after the other, in arrays that are used again. */
export class TextTokens {
  readonly #text = new TextUnits();
  #units: Uint16Array = new Uint16Array(0);
  #ids = new Uint32Array(1024);
  #starts = new Uint32Array(1024);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  read(text: string, cache: TokenCache): void {
    const cased = casedText(text);
    const units = this.#text.read(cased).subarray(0, cased.length);
    this.#units = units;
    this.#count = 0;
    const add = (start: number, end: number): void => {
      const at = this.#count++;
      if (at === this.#ids.length) {
        this.#ids = grow(this.#ids, at);
        this.#starts = grow(this.#starts, at);
      }
      this.#ids[at] = cache.idOf(cased, units, start, end);
      this.#starts[at] = start;
    };
    forEachToken(cased, add, units);
  }

  /** The id that the cache has given to a token. */
  idAt(position: number): number {
    return this.#ids[position]!;
  }

  /** Whether a token follows another one of its sentence, so that a capital marks a name. */
  isWithinSentence(position: number): boolean {
    let at = this.#starts[position]! - 1;
    while (at >= 0 && this.#units[at] === SPACE) at -= 1;
    return at >= 0 && !OPENERS.includes(this.#units[at]!);
  }
}
