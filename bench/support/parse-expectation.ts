/** A value in an expectation: Python's None is null, tuples and lists are arrays. */
export type PythonValue =
  | string
  | number
  | boolean
  | null
  | PythonValue[]
  | { [key: string]: PythonValue };

/** One side of a comparison: the path of a value in feedparser's result, or the value itself. */
export type Operand =
  | { readonly kind: 'path'; readonly path: readonly (string | number)[] }
  | { readonly kind: 'value'; readonly value: PythonValue };

/** One of the parts of an expectation that are joined by "and". */
export type Clause =
  | { readonly kind: 'equal'; readonly operands: readonly Operand[] }
  | { readonly kind: 'absent'; readonly path: readonly (string | number)[] }
  | { readonly kind: 'unread'; readonly text: string };

const TOKEN =
  /\s*(?:(u?(?:"""[\s\S]*?"""|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"))|(-?\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(==|!=|[^\s\w]))/gy;

interface Token {
  readonly kind: 'string' | 'number' | 'name' | 'sign';
  readonly text: string;
}

/** Reads an expectation of feedparser's tests, a Python expression, into clauses. */
export function parseExpectation(expression: string): Clause[] {
  const tokens = tokenize(expression);
  return splitAt(tokens, 'and').map((clause) => readClause(unwrap(clause)));
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const [, string, number, name, sign] of text.matchAll(TOKEN)) {
    if (string !== undefined) tokens.push({ kind: 'string', text: string });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
  }
  return tokens;
}

function splitAt(tokens: readonly Token[], mark: string): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'sign' && '([{'.includes(token.text)) depth += 1;
    if (token.kind === 'sign' && ')]}'.includes(token.text)) depth -= 1;
    if (depth === 0 && token.text === mark && token.kind !== 'string') parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts;
}

function unwrap(tokens: Token[]): Token[] {
  const isWrapped = tokens[0]?.text === '(' && tokens.at(-1)?.text === ')';
  return isWrapped && splitAt(tokens.slice(1, -1), ',').length === 1 ? tokens.slice(1, -1) : tokens;
}

function readClause(tokens: readonly Token[]): Clause {
  const unread: Clause = { kind: 'unread', text: tokens.map(({ text }) => text).join(' ') };
  // Of two spellings, the last one is compared.
  const [last] = splitAt(tokens, 'or').slice(-1);
  if (tokens[0]?.text === 'not') {
    const path = readPath(tokens.slice(1));
    return path?.at(-2) === 'has_key'
      ? { kind: 'absent', path: [...path.slice(0, -2), path.at(-1)!] }
      : unread;
  }
  const sides = splitAt(last!, '==');
  if (sides.length < 2) return unread;
  const code = sides[1]?.[0];
  if (sides[0]?.[0]?.text === 'ord' && code?.kind === 'number') {
    // A single character, given by its code.
    const path = readPath(sides[0].slice(2, -1));
    const value = String.fromCodePoint(Number(code.text));
    return path
      ? {
          kind: 'equal',
          operands: [
            { kind: 'path', path },
            { kind: 'value', value },
          ],
        }
      : unread;
  }
  const operands = sides.map(readOperand);
  return operands.every((each) => each !== undefined) ? { kind: 'equal', operands } : unread;
}

function readOperand(tokens: readonly Token[]): Operand | undefined {
  const path = readPath(tokens);
  if (path) return { kind: 'path', path };
  const reader = { tokens, at: 0 };
  const value = readValue(reader);
  return value !== undefined && reader.at === tokens.length ? { kind: 'value', value } : undefined;
}

/** Reads paths such as entries[0]['links'][0].href, feed.title, ord(entries[0]['title']) and x.has_key('y'). */
function readPath(tokens: readonly Token[]): (string | number)[] | undefined {
  const [first] = tokens;
  if (first?.kind !== 'name' || first.text === 'None' || first.text === 'True') return undefined;
  const path: (string | number)[] = [first.text];
  for (let at = 1; at < tokens.length;) {
    const [sign, key, close] = tokens.slice(at, at + 3);
    if (sign?.text === '.' && key?.kind === 'name') {
      path.push(key.text);
      at += 2;
    } else if (
      (sign?.text === '[' && close?.text === ']') ||
      (sign?.text === '(' && close?.text === ')')
    ) {
      if (key?.kind === 'string') path.push(readString(key.text));
      else if (key?.kind === 'number') path.push(Number(key.text));
      else return undefined;
      at += 3;
    } else return undefined;
  }
  return path;
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

function readValue(reader: Reader): PythonValue | undefined {
  const token = reader.tokens[reader.at];
  reader.at += 1;
  if (!token) return undefined;
  if (token.kind === 'string') return readString(token.text);
  if (token.kind === 'number') return Number(token.text);
  if (token.text === 'None') return null;
  if (token.text === '(' || token.text === '[') return readList(reader);
  if (token.text === '{') return readDictionary(reader);
  return undefined;
}

function readList(reader: Reader): PythonValue[] | undefined {
  const values: PythonValue[] = [];
  for (;;) {
    const next = reader.tokens[reader.at]?.text;
    if (next === undefined) return undefined;
    if (next === ')' || next === ']') {
      reader.at += 1;
      return values;
    }
    if (next === ',') {
      reader.at += 1;
      continue;
    }
    const value = readValue(reader);
    if (value === undefined) return undefined;
    values.push(value);
  }
}

function readDictionary(reader: Reader): PythonValue | undefined {
  const pairs: Record<string, PythonValue> = {};
  while (reader.tokens[reader.at]?.text !== '}') {
    if (reader.tokens[reader.at]?.text === ',') reader.at += 1;
    const key = readValue(reader);
    reader.at += 1;
    const value = readValue(reader);
    if (typeof key !== 'string' || value === undefined) return undefined;
    pairs[key] = value;
  }
  reader.at += 1;
  return pairs;
}

/** Reads a Python string: without its quotes, and with its escapes resolved. */
function readString(literal: string): string {
  const text = literal.replace(/^u/u, '');
  const quotes = text.startsWith('"""') ? 3 : 1;
  return text
    .slice(quotes, -quotes)
    .replace(
      /\\(?:u([\da-f]{4})|U([\da-f]{8})|x([\da-f]{2})|(.))/giu,
      (_all, four?: string, eight?: string, two?: string, sign?: string) => {
        const code = four ?? eight ?? two;
        if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
        return { n: '\n', t: '\t', r: '\r' }[sign ?? ''] ?? sign ?? '';
      },
    );
}
