import { repairDoubleUtf8 } from '../../text/repair-double-utf8.ts';
import { cleanText } from '../clean-text.ts';
import { decodeEntities } from './decode-entities.ts';
import { FEED_LIMITS } from './feed-limits.ts';
import { isMarkup, unwrapCdata } from './undo-escaping.ts';
import { htmlToText, type HtmlText } from './html-to-text.ts';
import { hasElements, markupOf, textOf, type XmlNode } from './xml-node.ts';

/** Text in a feed: HTML or plain text. */
export interface RichText {
  readonly kind: 'html' | 'plain';
  readonly value: string;
}

/**
 * Reads the text of an element according to its `type` and `mode` (Atom 1.0 and 0.3). Without
 * these, text that looks like HTML is HTML, as in most feeds of any format.
 */
export function readRichText(node: XmlNode): RichText {
  const type = (node.attributes['type'] ?? '').trim().toLowerCase();
  if (isBase64(node, type)) return sniffed(fromBase64(textOf(node)));
  if (hasElements(node)) {
    const isXhtml = /xhtml|xml/u.test(type) || (type === '' && holdsXhtml(node));
    return { kind: 'html', value: markupOf(node, !isXhtml) };
  }
  const text = unwrapCdata(textOf(node).slice(0, FEED_LIMITS.maxMarkupChars));
  if (type === 'text' || type === 'text/plain') return { kind: 'plain', value: text };
  return type.includes('html') ? { kind: 'html', value: text } : sniffed(text);
}

/** Converts a title or similar field to one plain line. */
export function toLine(given: RichText): string {
  const line = cleanText(repairDoubleUtf8(readLine({ ...given, value: unwrapCdata(given.value) })));
  const bare = isMarkup(line) ? cleanText(stripTags(unwrapCdata(line))) : line;
  return shorten(bare === '' ? line : bare);
}

function readLine({ kind, value }: RichText): string {
  if (kind === 'plain') return value;
  return value.includes('<') ? stripTags(value) : unescape(value);
}

/** Converts content to plain paragraphs. */
export function toParagraphs(given: RichText): HtmlText {
  let read = readParagraphs({ ...given, value: unwrapCdata(given.value) });
  for (let times = 0; times < MOST_ESCAPES && isMarkup(read.text); times += 1) {
    const again = htmlToText(unwrapCdata(read.text));
    if (again.text === '') break;
    read = again;
  }
  return read;
}

/** How often a text is escaped too often, at most. */
const MOST_ESCAPES = 2;

function readParagraphs({ kind, value }: RichText): HtmlText {
  if (kind === 'html') return htmlToText(value);
  const paragraphs = repairDoubleUtf8(value)
    .split(/\n\s*\n/u)
    .map(cleanText);
  return {
    text: paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'),
    subheads: [],
    captions: [],
  };
}

/** Tells HTML from plain text by its look. */
export function sniffed(value: string): RichText {
  const isHtml = LOOKS_LIKE_HTML.test(value);
  return { kind: isHtml ? 'html' : 'plain', value };
}

/** An HTML tag or a character reference; "1 < 2" and "R&D" are plain text. */
const LOOKS_LIKE_HTML =
  /<\/?(?:a|abbr|article|aside|b|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img|ins|li|math|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|tr|tt|u|ul|video)(?=[\s/>])|&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]+);/iu;

/** Removes a headline's tags, which mark words inside its line. */
function stripTags(html: string): string {
  const { text, subheads, captions } = htmlToText(html);
  const apart = [...subheads, ...captions].map((each) => each.text);
  return [text, ...apart].join(' ');
}

function unescape(text: string): string {
  return decodeEntities(text);
}

function shorten(text: string): string {
  const { maxFieldChars } = FEED_LIMITS;
  if (text.length <= maxFieldChars) return text;
  return text.slice(0, text.lastIndexOf(' ', maxFieldChars)).slice(0, maxFieldChars);
}

function holdsXhtml(node: XmlNode): boolean {
  if (node.name.startsWith('xhtml:')) return true;
  return node.children.some(
    (child) => typeof child !== 'string' && child.name.startsWith('xhtml:'),
  );
}

/** Atom 0.3 declares it. In Atom 1.0 any type other than text and XML is base64. */
function isBase64({ attributes }: XmlNode, type: string): boolean {
  if ((attributes['mode'] ?? '').toLowerCase() === 'base64') return true;
  return type.includes('/') && !/^text\/|xml|html|json/u.test(type);
}

function fromBase64(text: string): string {
  const bytes = Buffer.from(text.replace(/\s+/gu, ''), 'base64');
  return bytes.toString('utf8');
}
