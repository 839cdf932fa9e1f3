import { parseHTML } from 'linkedom';
import type { PythonValue } from './parse-expectation.ts';

// Values in feedparser's result and in ours are the same under these rules:
// - Content, summaries and titles are compared as plain text without white space and invisible characters.
//   linkedom reads the expected HTML. Markup, sanitizing, links inside content and text inside an SVG picture
//   aren't compared.
// - Names are compared without the e-mail address that feedparser adds to them.
// - Dates are compared as instants. Our date of publication (dc:date) also counts as "created", and as
//   "updated" if there is no other.
// - Languages are compared by their primary subtag.
// - Encodings are compared by what they decode: ASCII is part of UTF-8, Windows-1252 and Latin-1, and
//   Node's "gbk" decodes GB 18030.
// - Ids are kept as given. feedparser's are resolved, so ours are resolved before they are compared.
// - xml:base and xml:lang are checked on the elements as our XML reader gives them.

/** Whether nothing is expected, or markup without a word in it. */
export function isEmpty(expected: PythonValue): boolean {
  return expected === null || (typeof expected === 'string' && bare(expected) === '');
}

/** Whether both have the same words. */
export function sameText(expected: PythonValue, found: string): boolean {
  return typeof expected === 'string' && bare(expected) === bare(found, false);
}

/** Text without white space. HTML, recognised by an end tag, a self-closing tag or an entity, is parsed first. */
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

/** Whether both are the same name, or one of several. */
export function sameName(expected: PythonValue, found: string): boolean {
  if (typeof expected !== 'string') return false;
  const name = expected.replace(/\s*\(?\S+@\S+\)?/u, '').trim();
  return found === name || found.split(', ').includes(name);
}

/** Whether both are the same address. */
export function sameUrl(expected: PythonValue, found: string): boolean {
  const link =
    typeof expected === 'object' && expected !== null ? Object(expected)['href'] : expected;
  return typeof link === 'string' && resolve(link) === resolve(found);
}

/** An address, made absolute and normalized. */
export function resolve(address: string, base?: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}

/** Whether both are the same instant: a Python time tuple or a printed date. */
export function sameInstant(expected: PythonValue, found: string): boolean {
  if (typeof expected === 'string') return Date.parse(expected) === Date.parse(found);
  if (!Array.isArray(expected)) return false;
  const [year, month, ...rest] = expected.map(Number);
  const [day = 1, hour, minute, second] = rest;
  return Date.UTC(year!, month! - 1, day, hour, minute, second) === Date.parse(found);
}

/** Whether both are the same language. */
export function sameLang(expected: PythonValue, found: string): boolean {
  return typeof expected === 'string' && primaryOf(expected) === primaryOf(found);
}

function primaryOf(tag: string): string {
  return tag.toLowerCase().replace(/[-_].*$/u, '');
}

/** Whether both encodings decode the same. */
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
