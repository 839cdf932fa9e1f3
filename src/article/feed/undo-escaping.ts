/**
 * Takes a text out of the CDATA section that it was put into as text: "<![CDATA[Words]]>" gives "Words". A section
 * that was cut has no end.
 */
export function unwrapCdata(text: string): string {
  let inner = text;
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const start = inner.trimStart();
    if (!start.startsWith(OPENING)) return inner;
    const end = start.trimEnd();
    inner = end.slice(OPENING.length, end.endsWith(CLOSING) ? -CLOSING.length : undefined);
  }
  return inner;
}

const OPENING = '<![CDATA[';
const CLOSING = ']]>';
/** How often a text is escaped too often, at most. */
const MAX_DEPTH = 3;

/**
 * Whether a text that should be plain is markup, because it was escaped once too often: it begins and ends with tags,
 * or is full of paragraphs. A text that speaks of tags has them inside its sentences.
 */
export function isMarkup(text: string): boolean {
  const start = text.trimStart();
  if (!start.includes('<')) return false;
  if (start.startsWith(OPENING)) return true;
  const isWrapped =
    BEGINS_WITH_TAG.test(start) && ENDS_WITH_TAG.test(start.trimEnd().slice(-TAG_CHARS));
  return isWrapped || (start.match(BLOCK_ENDS)?.length ?? 0) >= LEAST_BLOCKS;
}

const TAG_CHARS = 300;
const LEAST_BLOCKS = 2;
const BEGINS_WITH_TAG =
  /^<(?:a|abbr|article|b|blockquote|br|center|div|em|figure|font|h[1-6]|hr|i|iframe|img|li|ol|p|section|small|span|strong|table|u|ul|video)(?=[\s/>])/iu;
const ENDS_WITH_TAG = /<\/?[a-z][a-z\d]{0,15}(?:\s[^<>]*)?\/?>$/iu;
const BLOCK_ENDS = /<\/(?:p|div|li|blockquote|h[1-6])>/giu;
