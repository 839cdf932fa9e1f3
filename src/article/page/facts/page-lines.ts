import { endsSentence } from '../../scraped/headline.ts';
import { readByline } from '../../scraped/read-byline.ts';
import { isBesideReport } from '../beside-report.ts';
import { readAuthor } from './page-author.ts';
import type { PageBlock } from '../page-blocks.ts';
import { CHANGED, findShownDate, type PageDate } from './shown-date.ts';
import type { PageElement } from '../tree/page-node.ts';
import { isNameList, readLabelledName } from './person-names.ts';

const LINES = {
  /** Lines above and below the headline, and at the end of the page's report, that are read. */
  above: 6,
  below: 12,
  end: 12,
  /** A longer line is a paragraph. */
  maxChars: 120,
} as const;

/** What the lines around a report say about it. */
export interface LineFacts {
  readonly author?: string;
  readonly published?: PageDate;
}

/**
 * Reads author and date from the lines around a report, for pages that name neither in their
 * markup: "Mo 02.03.26 | 20:15 Uhr | Von Ana Renn" below the headline, "Datum 02.03.2026" at the end.
 */
export function readLines(
  blocks: readonly PageBlock[],
  headline: PageElement | undefined,
  lang?: string,
): LineFacts {
  const at = headline ? blocks.findIndex(({ element }) => element === headline) : -1;
  const below = blocks.slice(at + 1, at + 1 + LINES.below);
  const first = below.findIndex(({ text }) => endsSentence(text) && text.length > LINES.maxChars);
  const near =
    at === -1
      ? []
      : [
          ...below.slice(0, first === -1 ? undefined : first),
          ...blocks.slice(Math.max(0, at - LINES.above), at),
        ];
  const head = near.filter(isLine);
  const end = blocks.slice(Math.max(at + 1, blocks.length - LINES.end)).filter(isLine);
  const published =
    firstOf(head, (text) => readLineDate(text, lang)) ??
    firstOf(end, (text) => (DATE_LABEL.test(text) ? readLineDate(text, lang) : undefined));
  const author = firstOf([...head, ...end], (text) => readLineAuthor(text, lang));
  return { ...(author !== undefined && { author }), ...(published && { published }) };
}

function isLine({ text, kind, linkShare, element }: PageBlock): boolean {
  return (
    text.length <= LINES.maxChars &&
    kind !== 'heading' &&
    linkShare < 0.8 &&
    !isBesideReport(element)
  );
}

function firstOf<T>(
  blocks: readonly PageBlock[],
  read: (text: string) => T | undefined,
): T | undefined {
  for (const { text } of blocks) {
    const found = read(text);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A line with a date and few other words, unless it says when the article was changed. */
function readLineDate(text: string, lang?: string): PageDate | undefined {
  const first = findShownDate(text, lang);
  if (!first) return undefined;
  const found = CHANGED.test(first.before) ? findShownDate(first.rest, lang) : first;
  if (!found || CHANGED.test(found.before)) return undefined;
  if ((found.rest.match(/\p{L}{2,}/gu)?.length ?? 0) > MAX_OTHER_WORDS) return undefined;
  return { iso: found.iso, dayOnly: found.dayOnly, isStated: false };
}

/** A name after a label, or alone beside a date. */
function readLineAuthor(text: string, lang?: string): string | undefined {
  const isDated = findShownDate(text, lang) !== undefined;
  for (const part of text.split(/ ?[|·•] ?| [–—-] /u)) {
    if (DATE_LABEL.test(part)) continue;
    const labelled = readLabelledName(part);
    const name = readByline(part)?.author ?? (isDated ? part : '');
    const author = labelled ?? (isNameList(name) ? readAuthor(name) : undefined);
    if (author !== undefined) return author;
  }
  return undefined;
}

const MAX_OTHER_WORDS = 8;
const DATE_LABEL =
  /^(?:datum|date|data|fecha|tarih|dato|päivä|дата|published|veröffentlicht|erschienen|publié|publicado|pubblicato|gepubliceerd|publicerad|publisert|opublikowano|опубликовано|yayın)/iu;
