import { parse as parseYaml } from 'yaml';
import { ARTICLE_LIMITS } from '../article-limits.ts';
import { fieldFor } from '../read-fields.ts';
import { onceEach } from '../../once-each.ts';
import type { TextLine } from './text-line.ts';

/** Headers above a report: their values by name, the line of each, and their number of lines. */
export interface Headers {
  readonly record: Readonly<Record<string, unknown>>;
  readonly lines: readonly { readonly name?: string; readonly line: TextLine }[];
  readonly count: number;
}

/**
 * Parses `key: value` headers or Markdown front matter at the start of the lines. Undefined if
 * there are none.
 */
export function parseHeaders(lines: readonly TextLine[], at = 0): Headers | undefined {
  return parseFrontMatter(lines, at) ?? parseKeyValues(lines, at);
}

/** Whether a new article begins at `at` with headers that include its title. */
export function startsWithHeaders(lines: readonly TextLine[], at: number): boolean {
  const line = lines[at];
  if (!line || (!FENCE.test(line.text) && knownName(line) === undefined)) return false;
  const headers = parseHeaders(lines, at);
  return (
    headers?.lines.some(({ name }) => name !== undefined && fieldFor(name) === 'title') ?? false
  );
}

/** With 'error', errors are thrown (unlike 'silent') and warnings are dropped. */
const YAML_OPTIONS = { logLevel: 'error' } as const;
const FENCE = /^---\s*$/u;
const KEY_VALUE = /^([\p{L}][\p{L} _-]{0,24}?) ?:(?: (.*))?$/u;

function parseFrontMatter(lines: readonly TextLine[], at: number): Headers | undefined {
  const first = lines[at + 1];
  if (!FENCE.test(lines[at]?.text ?? '') || !first || knownName(first) === undefined) {
    return undefined;
  }
  const limit = Math.min(lines.length, at + ARTICLE_LIMITS.maxHeaderLines);
  let end = at + 1;
  while (end < limit && !/^(?:---|\.\.\.)$/u.test(lines[end]?.text ?? '')) end += 1;
  if (end === limit) return undefined;
  const inner = lines.slice(at + 1, end);
  let name: string | undefined;
  const named = inner.map((line) => {
    // Lists and folded texts continue below their name.
    if (!/^\s|^- /u.test(line.raw)) name = KEY_VALUE.exec(line.text)?.[1] ?? name;
    return name === undefined ? { line } : { name, line };
  });
  const fences = [lines[at], lines[end]].flatMap((line) => (line ? [{ line }] : []));
  const block = { lines: [...fences, ...named], count: end + 1 - at };
  try {
    const yaml = inner
      .map((line) => '\n'.repeat(line.gap) + line.raw.replaceAll('\u00A0', ' '))
      .join('\n');
    const record: unknown = parseYaml(yaml, YAML_OPTIONS);
    return { ...block, record: isRecord(record) ? record : {} };
  } catch {
    // Unquoted colons are the usual mistake. Each line can still be read as plain text.
    const pairs = inner.map((line) => keyValue(line.text)).filter((pair) => pair !== undefined);
    return { ...block, record: Object.fromEntries(pairs) };
  }
}

function parseKeyValues(lines: readonly TextLine[], at: number): Headers | undefined {
  const found: { name: string; value: string; line: TextLine }[] = [];
  let index = at;
  for (; index < Math.min(lines.length, at + ARTICLE_LIMITS.maxHeaderLines); index += 1) {
    const line = lines[index];
    const pair = line && pairOf(line);
    if (!line || !pair) break;
    const known = knownName(line) !== undefined;
    if (index > at && (known ? line.gap > 1 : line.gap > 0 || !leadsToKnown(lines, index))) break;
    const [name, value] = pair;
    if (fieldFor(name) === 'text') break;
    found.push({ name, value, line });
  }
  const known = found.filter(({ name }) => fieldFor(name) !== undefined);
  const titled = known.some(({ name, value }) => isTitleName(name) && value !== '');
  if (!titled && known.length < 2) return undefined;
  const record: Record<string, string> = {};
  for (const { name, value } of found) record[name] ??= value;
  return { record, lines: found, count: index - at };
}

/** An unknown name is a header only between known ones: "Words: 310". */
function leadsToKnown(lines: readonly TextLine[], at: number): boolean {
  for (let index = at + 1; index < at + 6; index += 1) {
    const line = lines[index];
    if (!line || line.gap > 0 || !pairOf(line)) return false;
    if (knownName(line) !== undefined) return true;
  }
  return false;
}

function isTitleName(name: string): boolean {
  return /^(?:title|headline)$/iu.test(name);
}

const pairOf = onceEach(({ text }: TextLine) => keyValue(text));
/** The name of a line's header, if known. */
const knownName = onceEach(({ text }: TextLine) => findKnownName(text));

function findKnownName(text: string): string | undefined {
  const name = KEY_VALUE.exec(text)?.[1];
  return name !== undefined && fieldFor(name) !== undefined ? name : undefined;
}

function keyValue(text: string): [string, string] | undefined {
  const match = KEY_VALUE.exec(text);
  return match?.[1] === undefined
    ? undefined
    : [match[1], (match[2] ?? '').replace(/^(["'])(.*)\1$/u, '$2')];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
