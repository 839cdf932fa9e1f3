import { UserError } from '../errors.ts';
import type { CliIo } from '../io.ts';

/** One object of a JSONL stream, with unchecked fields. */
export type JsonLine = Readonly<Record<string, unknown>>;

/**
 * Reads one JSON object per line from standard input and writes `handle`'s answer to each as one
 * line, or its answers as several, in order. A line that can't be answered gives `{id?, error}` and exit code 1; the other
 * lines are still answered.
 */
export async function answerJsonLines(
  io: CliIo,
  handle: (line: JsonLine) => object | Promise<object>,
): Promise<void> {
  for await (const { line, number } of readJsonLines(io)) {
    try {
      if (!line) throw notAnObject(number);
      const answer = await handle(line);
      for (const one of Array.isArray(answer) ? (answer as object[]) : [answer]) {
        io.out(JSON.stringify({ ...idOf(line), ...one }));
      }
    } catch (error) {
      writeAnswer(io, faultOf(line, error));
    }
  }
}

/** The answer to a line that has a fault. */
interface FaultAnswer {
  readonly id?: unknown;
  readonly error: string;
}

/** The fault of a line that isn't a JSON object. */
export function notAnObject(number: number): UserError {
  return new UserError('bad-input', `line ${number} is not a JSON object`);
}

/** A line of standard input, counted from 1, with its object if it is valid. */
export interface NumberedLine {
  readonly number: number;
  readonly line?: JsonLine | undefined;
}

/** Reads the lines of standard input, skipping blank ones. */
export async function* readJsonLines(io: CliIo): AsyncGenerator<NumberedLine> {
  let number = 0;
  for await (const line of readLines(io.stdin)) {
    number += 1;
    if (line.trim() === '') continue;
    yield { number, line: parseObject(line) };
  }
}

// node:readline also splits lines at U+2028, which JSON allows inside a string.
async function* readLines(stdin: NodeJS.ReadableStream): AsyncGenerator<string> {
  stdin.setEncoding('utf8');
  let rest = '';
  let isFirst = true;
  for await (const chunk of stdin) {
    const text = isFirst ? String(chunk).replace(/^\uFEFF/u, '') : String(chunk);
    isFirst = false;
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** Reads a string field of a line. Throws a UserError with the field's name if it is missing. */
export function requireText(line: JsonLine, field: string): string {
  const value = line[field];
  if (typeof value === 'string') return value;
  throw new UserError('bad-input', `"${field}" must be a string`);
}

/** Reads an optional string field of a line. */
export function optionalText(line: JsonLine, field: string): string | undefined {
  const value = line[field];
  return typeof value === 'string' ? value : undefined;
}

/** What is answered to a line that has a fault: `{id?, error}`. Rethrows what is not a UserError. */
export function faultOf(line: JsonLine | undefined, error: unknown): FaultAnswer {
  if (!(error instanceof UserError)) throw error;
  return { ...idOf(line ?? {}), error: error.message };
}

/** Writes an answer as one line. A fault makes the exit code 1. */
export function writeAnswer(io: CliIo, answer: object): void {
  io.out(JSON.stringify(answer));
  if ('error' in answer) io.exitCode(1);
}

function idOf(line: JsonLine): { id?: unknown } {
  return line['id'] === undefined ? {} : { id: line['id'] };
}

/** Whether a value is a JSON object. */
export function isJsonLine(value: unknown): value is JsonLine {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseObject(line: string): JsonLine | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isJsonLine(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
