import { Parser, type Handler } from 'htmlparser2';
import { wordSet } from '../../../text/word-set.ts';
import { withinLimits, type NodeLimits } from './node-limits.ts';
import { PageElement, PageText } from './page-node.ts';

/**
 * Builds a tree of all that can be a page's report or say something about it. Scripts, styles,
 * pictures in markup, comments and attributes that nothing reads never become nodes. The tree's root
 * stands around the page's first element. Undefined if the page is too large or too deep for a tree:
 * it is counted while it is built.
 */
export function buildTree(html: string): PageElement | undefined {
  return withinLimits((limits) => {
    const builder = new TreeBuilder(limits);
    new Parser(builder, { decodeEntities: true }).end(html);
    return builder.root;
  });
}

class TreeBuilder implements Partial<Handler> {
  readonly root = new PageElement('');
  readonly #limits: NodeLimits;
  #at = this.root;
  /** How many elements are open in the one that is dropped. */
  #dropped = 0;

  constructor(limits: NodeLimits) {
    this.#limits = limits;
  }

  onopentagname(name: string): void {
    this.#limits.open(name);
    if (this.#dropped > 0 || DROPPED.has(name)) {
      this.#dropped += 1;
      return;
    }
    const element = new PageElement(name);
    this.#at.append(element);
    this.#at = element;
  }

  onattribute(name: string, value: string): void {
    this.#limits.attribute(name, value);
    if (this.#dropped > 0) return;
    const kept = KEPT.get(name);
    if (kept !== undefined && this.#at.getAttribute(kept) === null)
      this.#at.addAttribute(kept, value);
  }

  ontext(text: string): void {
    this.#limits.text(text);
    if (this.#dropped > 0) return;
    const at = this.#at;
    if (at.localName === 'script' && !isData(at)) return;
    const { lastChild } = at;
    if (lastChild && !lastChild.isElement) lastChild.data += text;
    else at.append(new PageText(text));
  }

  onclosetag(): void {
    this.#limits.close();
    if (this.#dropped > 0) {
      this.#dropped -= 1;
      return;
    }
    const closed = this.#at;
    this.#at = closed.parentElement ?? this.root;
    if (closed.localName === 'script' && !isData(closed)) closed.remove();
    if (closed.localName === 'template') showShadow(closed);
  }

  oncomment(): void {
    this.#limits.node();
  }

  onprocessinginstruction(): void {
    this.#limits.node();
  }
}

/** Whether a script is JSON-LD. Its text comes after its attributes. */
function isData(script: PageElement): boolean {
  return /^\s*application\/ld\+json/iu.test(script.getAttribute('type') ?? '');
}

/** Browsers show a template that says it is its element's content, and no other. */
function showShadow(template: PageElement): void {
  if (template.getAttribute('shadowrootmode') === null) template.remove();
  else template.localName = 'div';
}

/** Elements without any text that is shown. Their content isn't looked at. */
const DROPPED = wordSet('style svg math noscript iframe object canvas audio video');
/** The attributes that are read. The map gives each name once, so that names are compared at once. */
const KEPT: ReadonlyMap<string, string> = new Map(
  [
    ...wordSet('class id role style hidden aria-hidden aria-modal dir lang type'),
    ...wordSet('href rel property name content http-equiv datetime pubdate data-component'),
    ...wordSet('shadowrootmode itemprop itemtype title summary datatable rowspan colspan'),
  ].map((name) => [name, name]),
);
