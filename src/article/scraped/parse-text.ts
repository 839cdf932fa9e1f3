import type { Steps } from '../../slices.ts';
import { buildArticle } from '../build-article.ts';
import { cleanText } from '../clean-text.ts';
import type { Ledger } from '../ledger.ts';
import type { DocumentFacts, ParsedItem } from '../parsed-item.ts';
import { parseHeaders, type Headers } from './parse-headers.ts';
import { fieldFor, readFields, type Fields } from '../read-fields.ts';
import { readBodyLines } from './read-body-lines.ts';
import { readHead, takeLabel } from './read-head.ts';
import type { Segment } from './split-articles.ts';
import type { TextLine } from './text-line.ts';
import { findTitleLine } from './title-line.ts';

/**
 * Parses the lines of one article, in steps: headers if it has any, then its head and its body.
 */
export function* parseText({ lines, tooLong }: Segment, about: DocumentFacts): Steps<ParsedItem[]> {
  const first = lines[0];
  if (!first) return [];
  if (tooLong) {
    return [
      {
        kind: 'fault',
        line: first.number,
        reason: 'the text from here on is longer than an article may be (1,000,000 characters)',
      },
    ];
  }
  const headers = parseHeaders(lines);
  const fields = readFields(headers?.record ?? {});
  const { report, label, titleLine } = withTitle(lines.slice(headers?.count ?? 0), headers, fields);
  const titleAt = findTitle(report, fields);
  if (titleAt === undefined) {
    return refuse(
      lines,
      first.number,
      'no readable headline above the text',
      'no headline above it',
    );
  }
  const head = readHead(report, titleAt);
  const { facts, ledger } = head;
  for (const line of report.slice(0, titleAt)) {
    if (!takeLabel(line, facts, ledger)) ledger.drop('line above the headline', [line]);
  }
  if (headers) enterHeaders(headers, titleLine, ledger);
  if (label) ledger.drop('label of the text', [label]);
  const body = yield* readBodyLines(report.slice(head.bodyStart), head.title, facts, ledger);
  if (body.text === '') {
    return refuse(
      lines,
      first.number,
      'a headline without a text below it',
      'no text below its headline',
    );
  }
  const article = buildArticle(
    {
      title: fields.title ?? head.title,
      ...body,
      url: fields.url ?? facts.url,
      author: fields.author ?? facts.author,
      section: fields.section ?? facts.section,
      place: fields.place ?? facts.place,
      source: fields.source ?? facts.source,
      lang: fields.lang,
      captions: [...(fields.captions ?? []), ...facts.captions],
      header: fields.published ?? fields.updated,
      published: facts.published,
      updated: facts.updated,
    },
    about,
  );
  const { uses, dropped } = ledger;
  const to = lines.at(-1)?.number ?? first.number;
  return [
    { kind: 'article', article, lines: { from: first.number, to }, uses },
    ...dropped.map((line) => ({ kind: 'dropped' as const, ...line })),
  ];
}

/**
 * Returns the report below its headers, with the headers' title as its first line unless it is
 * repeated there.
 */
function withTitle(below: readonly TextLine[], headers: Headers | undefined, fields: Fields) {
  const first = below[0];
  let report = below;
  let label: TextLine | undefined;
  const opening =
    headers &&
    /^(?:text|body|content|article ?(?:text|body)?) ?:(?: (.+))?$/iu.exec(first?.text ?? '');
  if (opening && first) {
    report =
      opening[1] === undefined
        ? below.slice(1)
        : [{ ...first, text: cleanText(opening[1]) }, ...below.slice(1)];
    if (opening[1] === undefined) label = first;
  }
  const line = headers?.lines.find(
    ({ name }) => name !== undefined && fieldFor(name) === 'title',
  )?.line;
  if (fields.title === undefined || !line) {
    return { report, label, titleLine: undefined };
  }
  return { report: [{ ...line, text: fields.title, gap: 0 }, ...report], label, titleLine: line };
}

function findTitle(report: readonly TextLine[], fields: Fields): number | undefined {
  return fields.title === undefined ? findTitleLine(report, 0) : 0;
}

/** Enters all headers in the ledger except the one whose title opens the report. */
function enterHeaders(headers: Headers, titleLine: TextLine | undefined, ledger: Ledger): void {
  for (const { name, line } of headers.lines) {
    const field = name === undefined ? undefined : fieldFor(name);
    if (line.number === titleLine?.number) continue;
    if (field === 'title') ledger.drop('repeated title', [line]);
    else if (field === undefined && name !== undefined) ledger.drop('unused header', [line]);
    else if (/^(?:---|\.\.\.)$/u.test(line.text)) ledger.drop('front matter delimiter', [line]);
    else ledger.use(roleOf(field), [line]);
  }
}

function roleOf(field: keyof Fields | undefined) {
  if (field === 'captions') return 'caption';
  return field === 'author' || field === 'section' || field === 'place' || field === 'url'
    ? field
    : 'field';
}

function refuse(
  lines: readonly TextLine[],
  line: number,
  reason: string,
  why: string,
): ParsedItem[] {
  return [
    { kind: 'fault', line, reason },
    ...lines.map(({ number, text }) => ({
      kind: 'dropped' as const,
      line: number,
      text,
      reason: why,
    })),
  ];
}
