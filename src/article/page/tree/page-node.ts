/** What a node of a page is: an element or a text. Comments and the like aren't kept. */
export type PageNode = PageElement | PageText;

/** The links of a node to those around it. */
abstract class LinkedNode {
  parentElement: PageElement | null = null;
  previousSibling: PageNode | null = null;
  nextSibling: PageNode | null = null;

  /** Takes the node out of its element. */
  remove(): void {
    const { parentElement: outer, previousSibling: before, nextSibling: after } = this;
    if (!outer) return;
    if (before) before.nextSibling = after;
    else outer.firstChild = after;
    if (after) after.previousSibling = before;
    else outer.lastChild = before;
    this.parentElement = null;
    this.previousSibling = null;
    this.nextSibling = null;
  }
}

/** A piece of text. Two never stand side by side in a page as it was built. */
export class PageText extends LinkedNode {
  readonly isElement = false;
  data: string;

  constructor(data: string) {
    super();
    this.data = data;
  }

  get textContent(): string {
    return this.data;
  }
}

/** An element with what is in it. Its nodes are linked, so that any is removed at once. */
export class PageElement extends LinkedNode {
  readonly isElement = true;
  /** In lower case. */
  localName: string;
  firstChild: PageNode | null = null;
  lastChild: PageNode | null = null;
  /** Most elements have two or three, so no map is faster. */
  #attributes: string[] | undefined;

  constructor(localName: string) {
    super();
    this.localName = localName;
  }

  /** The nodes as they are now: one may be removed without others being passed over. */
  get childNodes(): PageNode[] {
    const nodes: PageNode[] = [];
    for (let node = this.firstChild; node; node = node.nextSibling) nodes.push(node);
    return nodes;
  }

  get textContent(): string {
    return this.textWithin(Infinity)!;
  }

  /** The text, unless it is longer. Then no more than that is looked at. */
  textWithin(maxChars: number): string | undefined {
    let text = '';
    for (let node = nextNode(this, this); node; node = nextNode(node, this)) {
      if (!node.isElement) text += node.data;
      if (text.length > maxChars) return undefined;
    }
    return text;
  }

  /** Names and values by turns. */
  get attributes(): readonly string[] {
    return this.#attributes ?? [];
  }

  getAttribute(name: string): string | null {
    const attributes = this.#attributes;
    if (attributes)
      for (let at = 0; at < attributes.length; at += 2)
        if (attributes[at] === name) return attributes[at + 1]!;
    return null;
  }

  /** Adds an attribute that the element doesn't have. */
  addAttribute(name: string, value: string): void {
    if (this.#attributes) this.#attributes.push(name, value);
    else this.#attributes = [name, value];
  }

  removeAttribute(name: string): void {
    const attributes = this.#attributes ?? [];
    for (let at = 0; at < attributes.length; at += 2)
      if (attributes[at] === name) attributes.splice(at, 2);
  }

  /** Adds a node at the end. If it is somewhere else, it moves. */
  append(node: PageNode): void {
    node.remove();
    this.#insert(node, null);
  }

  /** Adds a node at the beginning. If it is somewhere else, it moves. */
  prepend(node: PageNode): void {
    node.remove();
    this.#insert(node, this.firstChild);
  }

  #insert(node: PageNode, after: PageNode | null): void {
    const before = after ? after.previousSibling : this.lastChild;
    node.parentElement = this;
    node.previousSibling = before;
    node.nextSibling = after;
    if (before) before.nextSibling = node;
    else this.firstChild = node;
    if (after) after.previousSibling = node;
    else this.lastChild = node;
  }
}

/** The node that begins next in a page's source, within `root`. */
export function nextNode(node: PageNode, root: PageElement): PageNode | null {
  if (node.isElement && node.firstChild) return node.firstChild;
  for (let at = node; at !== root; at = at.parentElement) {
    if (at.nextSibling) return at.nextSibling;
    if (!at.parentElement) return null;
  }
  return null;
}
