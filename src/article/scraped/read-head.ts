import { findDateline } from '../../text/dateline/dateline.ts';
import type { Byline } from './read-byline.ts';
import {
  isCaptionLike,
  isRepeatedNear,
  measureCaption,
  measureCopy,
  measureCreditedCaption,
} from './caption.ts';
import { ARTICLE_LIMITS } from '../article-limits.ts';
import { countWords } from '../clean-text.ts';
import { findHead, type HeadOutline } from './find-head.ts';
import { Ledger } from '../ledger.ts';
import { labelOf } from './line-label.ts';
import { ReportFacts } from '../report-facts.ts';
import { joinLines } from './wrapping.ts';
import { keyOf, type TextLine } from './text-line.ts';

/** A report's head: its headline and everything up to the first line of the body. */
export interface Head {
  readonly title: string;
  readonly bodyStart: number;
  readonly facts: ReportFacts;
  readonly ledger: Ledger;
  readonly outline: HeadOutline;
  /** Whether a caption appears more than once. */
  readonly repeatsCaption: boolean;
  /** Whether there is an author, a date or a section. */
  readonly isSigned: boolean;
}

/** Reads the head that begins with the headline at `from`. */
export function readHead(lines: readonly TextLine[], from: number): Head {
  const outline = findHead(lines, from);
  const head = walkHead(lines, from, outline);
  if (head.bodyStart < lines.length) return head;
  // The head swallowed the whole report: a short report is printed twice, or its only paragraph
  // ends like a caption.
  const alone = { ...outline, copies: new Map(), end: from + outline.titleLines };
  const plain = walkHead(lines, from, alone);
  return plain.bodyStart < lines.length ? plain : walkHead(lines, from, alone, false);
}

function walkHead(
  lines: readonly TextLine[],
  from: number,
  outline: HeadOutline,
  hasCaptions = true,
): Head {
  const facts = new ReportFacts();
  const ledger = new Ledger();
  const titleLines = lines.slice(from, from + outline.titleLines);
  ledger.use('title', titleLines);
  let at = from + outline.titleLines;
  let repeatsCaption = false;
  let isSigned = false;

  const limit = Math.min(lines.length, Math.max(outline.end, from + ARTICLE_LIMITS.maxHeadLines));
  while (at < limit) {
    const line = lines[at];
    if (!line) break;
    const titleCopy = outline.copies.get(at) ?? 0;
    const captionCopy = measureCopy(lines, at, facts.captionKeys);
    if (titleCopy > 0) {
      ledger.drop('repeated headline', lines.slice(at, at + titleCopy));
      at += titleCopy;
    } else if (captionCopy > 0) {
      ledger.drop('repeated caption', lines.slice(at, at + captionCopy));
      // Below the last copy, paragraphs may repeat as well, if a scraper copied the body twice.
      const copy = joinLines(lines.slice(at, at + captionCopy));
      repeatsCaption ||= at < outline.end || isCaptionLike(copy);
      at += captionCopy;
    } else if (takeLabel(line, facts, ledger)) {
      const kind = labelOf(line)?.kind;
      isSigned ||= kind === 'byline' || kind === 'section';
      at += 1;
    } else {
      const inHead = at < outline.end;
      if (takePlacedName(line, facts, ledger) || takeName(lines, at, inHead, { facts, ledger })) {
        at += 1;
        continue;
      }
      const end = inHead ? headEnd(lines, at, outline, facts.captionKeys) : lines.length;
      const count = inHead ? measureCaption(lines, at, end) : measureCreditedCaption(lines, at);
      if (count === 0 || !hasCaptions) break;
      const caption = lines.slice(at, at + count);
      facts.addCaption(joinLines(caption));
      ledger.use('caption', caption);
      at += count;
    }
  }
  const title = joinLines(titleLines).replace(/^#{1,6} +/u, '');
  return { title, bodyStart: at, facts, ledger, outline, repeatsCaption, isSigned };
}

/**
 * Reads a line that consists only of a label, a byline, a section, an address or a place. Returns
 * whether it was one.
 */
export function takeLabel(line: TextLine, facts: ReportFacts, ledger: Ledger): boolean {
  const label = labelOf(line);
  if (!label) return takeField(line, facts, ledger) || takePlace(line, facts, ledger);
  if (label.kind === 'boilerplate') ledger.drop(label.reason, [line]);
  else if (label.kind === 'byline') takeByline(label.byline, line, facts, ledger);
  else if (label.kind === 'section') {
    if (facts.section === undefined) ledger.use('section', [line]);
    else ledger.drop('repeated section', [line]);
    facts.section ??= label.section;
  } else {
    if (facts.url === undefined) ledger.use('url', [line]);
    else ledger.drop('another address', [line]);
    facts.url ??= line.text;
  }
  return true;
}

/** "Source: Meridian Wire", "Link: https://…" on a line of its own below the headline. */
function takeField(line: TextLine, facts: ReportFacts, ledger: Ledger): boolean {
  const match = FIELD.exec(line.text);
  const value = match?.[2];
  if (!match || !value) return false;
  const name = match[1]?.toLowerCase();
  if (name === 'source' || name === 'publisher') facts.source ??= value;
  else if (name === 'section' || name === 'category') facts.section ??= value;
  else if (/^https?:\/\/\S+$/iu.test(value)) facts.url ??= value;
  else return false;
  ledger.use('field', [line]);
  return true;
}

const FIELD = /^(source|publisher|url|link|section|category) ?: ?(\S.{0,200})$/iu;

/** "CAIRO:" on a line of its own. */
function takePlace(line: TextLine, facts: ReportFacts, ledger: Ledger): boolean {
  const found = facts.place === undefined ? findDateline(line.text) : undefined;
  if (found?.place === undefined || found.length < line.text.length) return false;
  facts.place = found.place;
  ledger.use('place', [line]);
  return true;
}

function takeByline(byline: Byline, line: TextLine, facts: ReportFacts, ledger: Ledger): void {
  const dated = byline.published ?? byline.updated;
  if (facts.addByline(byline)) ledger.use('author', [line]);
  else ledger.drop(dated ? 'date line, read for the date' : 'another byline', [line]);
}

/**
 * A short line that appears once, between the copies of the headline or next to a date line: the
 * author, if it could be a name.
 */
function takeName(
  lines: readonly TextLine[],
  at: number,
  inHead: boolean,
  { facts, ledger }: { facts: ReportFacts; ledger: Ledger },
): boolean {
  const line = lines[at];
  if (!line || line.text.length > 40 || /[.!?:]$/u.test(line.text)) return false;
  if (countWords(line.text) > MAX_NAME_WORDS || isRepeatedNear(lines, at)) return false;
  const isName = facts.author === undefined && NAME.test(line.text);
  if (isName && (inHead || isDateLine(lines[at - 1]) || isDateLine(lines[at + 1]))) {
    facts.author = line.text;
    ledger.use('author', [line]);
    return true;
  }
  if (inHead) ledger.drop('short line between the copies of the headline', [line]);
  return inHead;
}

/** "Cairo: Ahmed Hassan": place and author, above the first paragraph. */
function takePlacedName(line: TextLine, facts: ReportFacts, ledger: Ledger): boolean {
  const [, place, name] = PLACED_NAME.exec(line.text) ?? [];
  if (place === undefined || name === undefined || !NAME.test(name)) return false;
  facts.place ??= place;
  facts.author ??= name;
  ledger.use('author', [line]);
  return true;
}

const PLACED_NAME = /^(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2}) ?: ?(\S.{2,40})$/u;
const MAX_NAME_WORDS = 4;
const NAME = /^\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]*|and|&|al-\p{L}+|de|van|von)){1,3}$/u;

function isDateLine(line: TextLine | undefined): boolean {
  const label = line && labelOf(line);
  return (
    label?.kind === 'byline' &&
    (label.byline.published !== undefined || label.byline.updated !== undefined)
  );
}

/**
 * The end of the run of caption lines at `at`: a label of the site, a copy of the headline or of a
 * caption, or the end of the head.
 */
function headEnd(
  lines: readonly TextLine[],
  at: number,
  outline: HeadOutline,
  known: ReadonlySet<string>,
): number {
  let end = at + 1;
  while (end < outline.end && !outline.copies.has(end)) {
    const line = lines[end];
    if (!line || labelOf(line)?.kind === 'boilerplate' || known.has(keyOf(line))) break;
    end += 1;
  }
  return end;
}
