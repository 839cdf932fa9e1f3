import { Parser, type Handler } from 'htmlparser2';
import { repairDoubleUtf8 } from '../../text/repair-double-utf8.ts';
import type { Caption, Subhead } from '../article.ts';
import { cleanText } from '../clean-text.ts';
import { splitCredit } from '../scraped/credit.ts';
import { FEED_LIMITS } from './feed-limits.ts';

/**
 * The text of a piece of HTML: paragraphs joined by "
 * ", with headings and captions separate.
 */
export interface HtmlText {
  readonly text: string;
  readonly subheads: readonly Subhead[];
  readonly captions: readonly Caption[];
}

/** Converts a feed's HTML to plain text. Tolerates unclosed and deeply nested markup. */
export function htmlToText(html: string): HtmlText {
  const markup = html.slice(0, FEED_LIMITS.maxMarkupChars);
  const blocks = markup.includes('<') || markup.includes('&') ? readBlocks(markup) : [];
  if (blocks.length === 0 && !/[<&]/u.test(markup)) blocks.push({ kind: 'text', text: markup });
  return joinBlocks(blocks);
}

interface Block {
  readonly kind: 'text' | 'heading' | 'caption';
  readonly text: string;
}

function readBlocks(html: string): Block[] {
  const blocks: Block[] = [];
  const open: string[] = [];
  let text = '';
  let unread = 0;
  let links = 0;
  let items = 0;
  let linked = 0;
  let kind: Block['kind'] = 'text';

  const flush = (): void => {
    // A list item that consists only of a link leads to another article.
    const isLink = items > 0 && linked >= text.trim().length;
    if (text.trim() !== '' && !isLink) blocks.push({ kind, text });
    text = '';
    linked = 0;
  };
  const handlers: Partial<Handler> = {
    onopentag(name) {
      if (open.length > FEED_LIMITS.maxDepth) throw TOO_DEEP;
      open.push(name);
      if (name === 'a') links += 1;
      if (UNREAD.has(name)) unread += 1;
      if (name === 'br') text += '\n';
      else if (CELLS.has(name)) text += ' ';
      else if (BLOCKS.has(name)) flush();
      if (name === 'li') items += 1;
      if (KINDS[name]) kind = KINDS[name];
    },
    ontext(part) {
      if (unread > 0) return;
      const words = open.includes('pre') ? part : part.replace(/[ \t\r\f]+/gu, ' ');
      text += words;
      if (links > 0) linked += words.length;
    },
    onclosetag(name) {
      open.pop();
      if (name === 'a') links -= 1;
      if (UNREAD.has(name)) unread -= 1;
      if (BLOCKS.has(name)) flush();
      if (name === 'li') items -= 1;
      if (KINDS[name]) kind = 'text';
    },
  };
  // Feeds close an iframe as XML does. As HTML, everything after it would be lost.
  const parser = new Parser(handlers, { recognizeSelfClosing: true });
  try {
    parser.end(html);
  } catch (error) {
    if (error !== TOO_DEEP) throw error;
  }
  flush();
  return blocks;
}

const TOO_DEEP = new Error('nested beyond the limit');

function joinBlocks(blocks: readonly Block[]): HtmlText {
  const paragraphs: string[] = [];
  const subheads: Subhead[] = [];
  const captions: Caption[] = [];
  let start = 0;
  for (const { kind, text } of blocks) {
    if (kind === 'caption') {
      const caption = splitCredit(cleanText(text).slice(0, FEED_LIMITS.maxFieldChars), true);
      if (caption.text !== '') captions.push(caption);
      continue;
    }
    for (const part of text.split(PARAGRAPH_BREAK)) {
      const words = cleanText(repairDoubleUtf8(part));
      if (words === '') continue;
      if (kind === 'heading') subheads.push({ text: words, start });
      else {
        paragraphs.push(words);
        start += words.length + 2;
      }
    }
  }
  const text = paragraphs.join('\n\n');
  return { text, subheads: subheads.filter((each) => each.start < text.length), captions };
}

/** A blank line, or a line break after the end of a sentence. */
const PARAGRAPH_BREAK = /\n[^\S\n]*\n\s*|(?<=[.!?…。؟]["'”’»)]?)[^\S\n]*\n/u;

const KINDS: Readonly<Record<string, Block['kind'] | undefined>> = Object.assign(
  Object.create(null) as object,
  { h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading' },
  { figcaption: 'caption' },
) as Record<string, Block['kind']>;

/** Elements whose text isn't visible or isn't part of a report. */
const UNREAD: ReadonlySet<string> = new Set(
  'script style noscript template iframe object svg head title form button select textarea audio video'.split(
    ' ',
  ),
);
const CELLS: ReadonlySet<string> = new Set(['td', 'th']);
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tr ul'.split(
    ' ',
  ),
);
