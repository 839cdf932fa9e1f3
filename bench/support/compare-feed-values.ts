import { parseHTML } from 'linkedom';
import type { PythonValue } from './parse-expectation.ts';

// Feedparser's names and ours, and what counts as the same:
// - Content, summaries and titles are compared as plain text without white space and signs that are not seen: the expected HTML is
//   read by linkedom. Markup, sanitizing and links inside a content are no matter of ours; the text
//   inside an SVG picture is none either.
// - Names are compared without the e-mail address that feedparser adds to them.
// - Dates are compared as instants. What we have as the date of publication (dc:date) answers for
//   "updated" where there is no other, and for "created".
// - Languages are compared by their primary subtag.
// - An encoding's name counts by what it decodes: ASCII is part of UTF-8 and of Windows-1252 and
//   Latin-1, and GB 18030 is what Node's "gbk" decodes.
// - Ids are kept as given; feedparser's are resolved, so ours are resolved before they are compared.
// - xml:base and xml:lang are checked on the elements as our XML reader gives them.

/** Nothing, or markup without a word in it. */
export function isEmpty(expected: PythonValue): boolean {
  return expected === null || (typeof expected === 'string' && bare(expected) === '');
}

/** The same words. */
export function sameText(expected: PythonValue, found: string): boolean {
  return typeof expected === 'string' && bare(expected) === bare(found, false);
}

/** Text without white space; HTML, told by an end tag, a closed one or a reference, is read first. */
function bare(text: string, mayBeHtml = true): string {
  const isHtml = mayBeHtml && /<\/\w|\/>|&#?\w+;/u.test(text);
  const plain = isHtml ? readHtml(text) : text;
  return plain.replace(/[\s\u00AD\u200E\u200F]+/gu, '');
}

function readHtml(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  for (const picture of document.querySelectorAll('svg, script')) picture.remove();
  return document.body.textContent;
}

/** The same name, or one of several. */
export function sameName(expected: PythonValue, found: string): boolean {
  if (typeof expected !== 'string') return false;
  const name = expected.replace(/\s*\(?\S+@\S+\)?/u, '').trim();
  return found === name || found.split(', ').includes(name);
}

/** The same address. */
export function sameUrl(expected: PythonValue, found: string): boolean {
  const link =
    typeof expected === 'object' && expected !== null ? Object(expected)['href'] : expected;
  return typeof link === 'string' && resolve(link) === resolve(found);
}

/** An address made absolute, in one spelling. */
export function resolve(address: string, base?: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

/** The same instant: a Python time tuple or a printed date. */
export function sameInstant(expected: PythonValue, found: string): boolean {
  if (typeof expected === 'string') return Date.parse(expected) === Date.parse(found);
  if (!Array.isArray(expected)) return false;
  const [year, month, ...rest] = expected.map(Number);
  const [day = 1, hour, minute, second] = rest;
  return Date.UTC(year!, month! - 1, day, hour, minute, second) === Date.parse(found);
}

/** The same language. */
export function sameLang(expected: PythonValue, found: string): boolean {
  return typeof expected === 'string' && primaryOf(expected) === primaryOf(found);
}

function primaryOf(tag: string): string {
  return tag.toLowerCase().replace(/[-_].*$/u, '');
}

/** An encoding that decodes the same. */
export function sameEncoding(expected: PythonValue, found: string): boolean {
  if (typeof expected !== 'string') return false;
  if (expected === 'us-ascii') return ['utf-8', 'windows-1252', 'us-ascii'].includes(found);
  return canonicalEncoding(expected) === canonicalEncoding(found);
}

function canonicalEncoding(name: string): string {
  if (/^(?:utf-32|gb)/iu.test(name)) return name.toLowerCase().replace(/^gb.*$/u, 'gb18030');
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return name.toLowerCase();
  }
}
