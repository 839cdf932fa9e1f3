import { cleanText } from '../clean-text.ts';
import type { PageElement, PageText } from './tree/page-node.ts';
import { markOf } from './report/mark-of.ts';

/** A paragraph, heading or list item of a page, as a reader sees it. */
export interface PageBlock {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'quote' | 'cell';
  readonly text: string;
  /** The share of the text inside links, from 0 to 1. */
  readonly linkShare: number;
  /** The innermost element that contains all of it. */
  readonly element: PageElement;
  /** How it is marked up, if that tells it from any other block. */
  readonly mark?: string | undefined;
  /** It stands below the headline as the report's lead. */
  readonly isLead?: boolean;
  /** It is marked up like most of the report's paragraphs. */
  readonly isMarked?: boolean;
}

/** Splits an element's content into blocks, in the order of the page. */
export function readBlocks(root: PageElement): PageBlock[] {
  const reader = new BlockReader(root);
  reader.read(root);
  reader.endBlock(root);
  return reader.blocks;
}

class BlockReader {
  readonly blocks: PageBlock[] = [];
  #text = '';
  #linkChars = 0;
  #links = 0;
  #breaks = 0;
  #element: PageElement;

  constructor(root: PageElement) {
    this.#element = root;
  }

  read(parent: PageElement): void {
    for (const node of parent.childNodes) {
      if (node.isElement) this.#readElement(node);
      else this.#addText(node, parent);
    }
  }

  #readElement(element: PageElement): void {
    const name = element.localName.toLowerCase();
    if (UNSEEN.has(name)) return;
    if (name === 'br') {
      this.#breaks += 1;
      // Old pages separate paragraphs by two line breaks.
      if (this.#breaks === 2) this.endBlock(element.parentElement ?? element);
      else this.#text += '\n';
      return;
    }
    if (this.#text.trim() === '' && isInitial(element)) {
      // The first letter of a paragraph in large type, sometimes with spaces around it.
      this.#element = element;
      this.#text = element.textContent.trim();
      return;
    }
    const isBlock = BLOCKS.has(name) || isCustomBlock(element, name);
    if (isBlock) this.endBlock(element);
    if (name === 'a') this.#links += 1;
    this.read(element);
    if (name === 'a') this.#links -= 1;
    if (isBlock) this.endBlock(element.parentElement ?? element);
  }

  #addText({ data: text }: PageText, parent: PageElement): void {
    if (parent.localName === 'pre' && /\n\s*\n/u.test(text)) {
      // Preformatted paragraphs are parted by blank lines.
      for (const part of text.split(/\n\s*\n/u)) {
        this.#text += part;
        this.endBlock(parent);
      }
      return;
    }
    if (text.trim() !== '') this.#breaks = 0;
    if (this.#text.trim() === '') this.#element = parent;
    this.#text += text;
    if (this.#links > 0) this.#linkChars += cleanText(text).length;
  }

  /** Ends the current block. The next one begins in `element`. */
  endBlock(element: PageElement): void {
    const text = cleanText(this.#text);
    if (text !== '') {
      const block = blockAround(this.#element);
      this.blocks.push({
        kind: kindOf(block),
        text,
        linkShare: Math.min(1, this.#linkChars / text.length),
        element: block,
        mark: markOf(block),
      });
    }
    this.#text = '';
    this.#linkChars = 0;
    this.#breaks = 0;
    this.#element = element;
  }
}

/** An element of a site's own is a block unless it stands in a line. */
function isCustomBlock(element: PageElement, name: string): boolean {
  const outer = element.parentElement?.localName ?? '';
  return name.includes('-') && (outer.includes('-') || (BLOCKS.has(outer) && !LINES.test(outer)));
}

const LINES = /^(?:p|h[1-6]|li|dd|dt|td|th|blockquote|figcaption|summary|pre)$/u;

/** A single letter in an element of its own, before the rest of its word. */
function isInitial(element: PageElement): boolean {
  const first = element.firstChild;
  if (!first || first.nextSibling || first.isElement || BLOCKS.has(element.localName)) return false;
  const letter = first.textContent.trim();
  if (!/^["“„«]?\p{Lu}$/u.test(letter)) return false;
  if (INITIAL.test(element.getAttribute('class') ?? '')) return true;
  const next = element.nextSibling?.textContent?.slice(0, 1) ?? '';
  return /^\p{Ll}/u.test(next) && !ONE_LETTER_WORDS.has(letter.toLowerCase());
}

const INITIAL = /(?:^|[\s_-])(?:initial|drop-?cap|lettrine|capolettera|versal)(?:$|[\s_-])/iu;
/** Letters that are words in some language, so that a space after them may be meant. */
const ONE_LETTER_WORDS: ReadonlySet<string> = new Set('aàáeèéiíoóôuúùyавикосуяй');

function blockAround(element: PageElement): PageElement {
  let at = element;
  while (!BLOCKS.has(at.localName.toLowerCase()) && at.parentElement) at = at.parentElement;
  return at;
}

function kindOf(element: PageElement): PageBlock['kind'] {
  let at: PageElement | null = element;
  for (let depth = 0; at && depth < 4; depth += 1) {
    const name = at.localName.toLowerCase();
    if (/^h[1-6]$/u.test(name)) return 'heading';
    if (name === 'li' || name === 'dd' || name === 'dt') return 'item';
    if (name === 'blockquote') return 'quote';
    if (name === 'td' || name === 'th') return 'cell';
    at = at.parentElement;
  }
  return 'paragraph';
}

const UNSEEN: ReadonlySet<string> = new Set(
  'script style noscript template rt rp iframe object embed svg math canvas audio video map select option textarea input button head meta link title'.split(
    ' ',
  ),
);
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
