/** What is deeper isn't read, and nothing that follows it. */
const MAX_DEPTH = 32;

/**
 * Reads JSON as people and templates write it: with commas too many or missing, comments, quotation
 * marks inside texts, wrong escapes, several values in a row, or without its end. What can't be
 * understood is left out. It takes one pass over the text.
 */
export function readLooseJson(text: string): unknown[] {
  const reader = new LooseReader(text);
  const values: unknown[] = [];
  while (reader.seek(OPENING)) values.push(reader.value(0));
  return values;
}

class LooseReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Goes to what the pattern finds next. False if there is nothing more. */
  seek(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    this.#at = found ? found.index : this.#text.length;
    return found !== null;
  }

  value(depth: number): unknown {
    this.#take(FILLER);
    const first = this.#text[this.#at];
    if (depth > MAX_DEPTH) this.#at = this.#text.length;
    if (first === '"') return this.#string();
    if (first !== '{' && first !== '[') return readWord(this.#take(WORD));
    this.#at += 1;
    const entries: [string, unknown][] = [];
    const end = first === '{' ? '}' : ']';
    for (;;) {
      this.#take(SEPARATOR);
      const next = this.#text[this.#at];
      if (next === undefined) break;
      if (next === '}' || next === ']') {
        this.#at += 1;
        if (next === end) break;
        continue;
      }
      const start = this.#at;
      const name = first === '{' ? this.#name() : String(entries.length);
      const value = this.value(depth + 1);
      entries.push([name, value]);
      if (this.#at === start) this.#at += 1;
    }
    return first === '{' ? Object.fromEntries(entries) : entries.map(([, value]) => value);
  }

  #name(): string {
    const name = this.#text[this.#at] === '"' ? this.#string(true) : this.#take(WORD);
    this.#take(SPACE);
    if (this.#text[this.#at] === ':') this.#at += 1;
    return name;
  }

  /** Reads a text up to its end: the quotation mark that something else of JSON follows. */
  #string(isName = false): string {
    let read = '';
    this.#at += 1;
    for (;;) {
      read += this.#take(PLAIN);
      const mark = this.#text[this.#at];
      if (mark === undefined) return read;
      if (mark === '\\') {
        const escape = this.#take(ESCAPE);
        read += UNESCAPED[escape] ?? readCode(escape);
        continue;
      }
      this.#at += 1;
      if (this.#isEnd(isName)) return read;
      read += mark;
    }
  }

  /** Whether what follows can only stand behind a text: the end of what it is in, another value, or a name. */
  #isEnd(isName: boolean): boolean {
    const start = this.#at;
    const space = this.#take(SPACE);
    const next = this.#text[this.#at];
    let is = next === undefined || next === '}' || next === ']';
    if (isName) is = next === ':';
    else if (next === '"') is = space.includes('\n');
    else if (next === '/') is = this.#take(COMMENT) !== '';
    else if (next === ',') {
      this.#at += 1;
      this.#take(SPACE);
      is = this.#at === this.#text.length || this.#take(AFTER_COMMA) !== '';
    }
    this.#at = start;
    return is;
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [taken = ''] = pattern.exec(this.#text) ?? [];
    this.#at += taken.length;
    return taken;
  }
}

/** Brackets of `<![CDATA[` open nothing. */
const OPENING = /\{|(?<!CDATA)\[(?!CDATA\[)/gu;
/** White space and comments. */
const FILLER = /(?:\s+|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)|\/\/[^\n]*)*/uy;
const SEPARATOR = /(?:[\s,;]+|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)|\/\/[^\n]*)*/uy;
const SPACE = /\s*/uy;
const COMMENT = /\/[/*]/uy;
const AFTER_COMMA = /["{}[\]\d-]|true|false|null|\/[/*]/uy;
const PLAIN = /[^"\\]*/uy;
const ESCAPE = /\\(?:u[\da-f]{4}|[^]|$)/iuy;
const WORD = /[^\s,:{}[\]"]*/uy;
const UNESCAPED: Readonly<Record<string, string>> = {
  '\\n': '\n',
  '\\r': '\r',
  '\\t': '\t',
  '\\b': '',
  '\\f': '',
};

/** An escape of a character, or one that JSON doesn't know: "it\'s". */
function readCode(escape: string): string {
  return /^\\u./iu.test(escape)
    ? String.fromCharCode(Number.parseInt(escape.slice(2), 16))
    : escape.slice(1);
}

function readWord(word: string): unknown {
  if (word === 'true' || word === 'false') return word === 'true';
  if (word === 'null' || word === '') return undefined;
  return /^-?\d{1,15}(?:\.\d{1,15})?$/u.test(word) ? Number(word) : word;
}
