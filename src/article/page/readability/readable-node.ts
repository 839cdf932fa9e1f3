const ELEMENT = 1;
const TEXT = 3;

/**
 * A node as Readability expects one: what it uses of the DOM, and nothing else. It takes the place
 * of a DOM library, whose trees cost several times as much to build and to walk.
 */
export class ReadableNode {
  readonly nodeType: number;
  localName: string;
  /** Undefined for what isn't an element. */
  tagName: string | undefined;
  readonly #data: string;
  readonly attributes: ReadableAttribute[];
  parentNode: ReadableNode | null = null;
  firstChild: ReadableNode | null = null;
  lastChild: ReadableNode | null = null;
  previousSibling: ReadableNode | null = null;
  nextSibling: ReadableNode | null = null;
  /** What Readability notes at elements. */
  readability: unknown = undefined;
  _readabilityDataTable: unknown = undefined;
  /** Readability then renames elements instead of replacing them, as with its own parser. */
  readonly __JSDOMParser__ = true;

  constructor(
    nodeType: number,
    localName: string,
    data = '',
    attributes: ReadableAttribute[] = [],
  ) {
    this.nodeType = nodeType;
    this.localName = localName;
    this.tagName = nodeType === ELEMENT ? localName.toUpperCase() : undefined;
    this.#data = data;
    this.attributes = attributes;
  }

  get nodeName(): string {
    return this.tagName ?? '#text';
  }

  get childNodes(): ReadableNode[] {
    const nodes: ReadableNode[] = [];
    for (let node = this.firstChild; node; node = node.nextSibling) nodes.push(node);
    return nodes;
  }

  get children(): ReadableNode[] {
    return this.childNodes.filter(({ nodeType }) => nodeType === ELEMENT);
  }

  get firstElementChild(): ReadableNode | null {
    return elementFrom(this.firstChild);
  }

  get nextElementSibling(): ReadableNode | null {
    return elementFrom(this.nextSibling);
  }

  get textContent(): string {
    if (this.nodeType === TEXT) return this.#data;
    let text = '';
    for (let node = nextNode(this, this); node; node = nextNode(node, this)) text += node.#data;
    return text;
  }

  getAttribute(name: string): string | null {
    for (const attribute of this.attributes) if (attribute.name === name) return attribute.value;
    return null;
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null;
  }

  setAttribute(name: string, value: string): void {
    const known = this.attributes.find((attribute) => attribute.name === name);
    if (known) known.value = value;
    else this.attributes.push(new ReadableAttribute(name, value));
  }

  setAttributeNode({ name, value }: ReadableAttribute): void {
    this.setAttribute(name, value);
  }

  removeAttribute(name: string): void {
    const at = this.attributes.findIndex((attribute) => attribute.name === name);
    if (at !== -1) this.attributes.splice(at, 1);
  }

  get className(): string {
    return this.getAttribute('class') ?? '';
  }

  set className(name: string) {
    this.setAttribute('class', name);
  }

  get id(): string {
    return this.getAttribute('id') ?? '';
  }

  set id(name: string) {
    this.setAttribute('id', name);
  }

  get style(): Readonly<Record<string, string>> {
    const printed = this.getAttribute('style');
    return printed === null ? UNSTYLED : readStyle(printed);
  }

  remove(): void {
    const { parentNode: outer, previousSibling: before, nextSibling: after } = this;
    if (!outer) return;
    if (before) before.nextSibling = after;
    else outer.firstChild = after;
    if (after) after.previousSibling = before;
    else outer.lastChild = before;
    this.parentNode = this.previousSibling = this.nextSibling = null;
  }

  removeChild(node: ReadableNode): void {
    node.remove();
  }

  appendChild(node: ReadableNode): void {
    node.remove();
    node.parentNode = this;
    node.previousSibling = this.lastChild;
    if (this.lastChild) this.lastChild.nextSibling = node;
    else this.firstChild = node;
    this.lastChild = node;
  }

  replaceChild(node: ReadableNode, old: ReadableNode): void {
    node.remove();
    node.parentNode = this;
    node.previousSibling = old.previousSibling;
    node.nextSibling = old;
    if (old.previousSibling) old.previousSibling.nextSibling = node;
    else this.firstChild = node;
    old.previousSibling = node;
    old.remove();
  }

  getElementsByTagName(name: string): ReadableNode[] {
    return this.querySelectorAll(name);
  }

  /** Readability asks for lists of names only, in either case. */
  querySelectorAll(names: string): ReadableNode[] {
    const wanted = names.toLowerCase().split(',');
    const [only] = wanted;
    const found: ReadableNode[] = [];
    for (let node = nextNode(this, this); node; node = nextNode(node, this)) {
      if (wanted.length === 1 ? node.localName === only : wanted.includes(node.localName))
        found.push(node);
    }
    return found;
  }

  /** Kept and put back as it is, before each attempt but the first: a copy instead of markup. */
  get innerHTML(): readonly ReadableNode[] {
    return this.childNodes.map((node) => node.#copy());
  }

  set innerHTML(saved: readonly ReadableNode[]) {
    for (const node of this.childNodes) node.remove();
    for (const node of saved) this.appendChild(node.#copy());
  }

  #copy(): ReadableNode {
    const attributes = this.attributes.map((attribute) => attribute.cloneNode());
    const copied = new ReadableNode(this.nodeType, this.localName, this.#data, attributes);
    for (let node = this.firstChild; node; node = node.nextSibling)
      copied.appendChild(node.#copy());
    return copied;
  }
}

/** An attribute as Readability expects one. */
export class ReadableAttribute {
  readonly name: string;
  value: string;

  constructor(name: string, value: string) {
    this.name = name;
    this.value = value;
  }

  cloneNode(): ReadableAttribute {
    return new ReadableAttribute(this.name, this.value);
  }
}

/** A document as Readability expects one. */
export class ReadableDocument extends ReadableNode {
  constructor(page: ReadableNode) {
    super(9, '');
    this.appendChild(page);
  }

  get documentElement(): ReadableNode | null {
    return this.firstElementChild;
  }

  get body(): ReadableNode | null {
    return this.querySelectorAll('body')[0] ?? null;
  }

  get title(): string {
    return this.querySelectorAll('title')[0]?.textContent.trim() ?? '';
  }

  createElement(name: string): ReadableNode {
    return new ReadableNode(ELEMENT, name.toLowerCase());
  }

  createTextNode(text: string): ReadableNode {
    return new ReadableNode(TEXT, '', text);
  }
}

const UNSTYLED: Readonly<Record<string, string>> = {};

function readStyle(printed: string): Readonly<Record<string, string>> {
  const rules = printed.split(';').map((rule): [string, string] => {
    const [name = '', ...value] = rule.split(':');
    return [name.trim(), value.join(':').trim()];
  });
  return Object.fromEntries(rules);
}

function elementFrom(node: ReadableNode | null): ReadableNode | null {
  let at = node;
  while (at && at.nodeType !== ELEMENT) at = at.nextSibling;
  return at;
}

/** The node that begins next in the source, within `root`. */
function nextNode(node: ReadableNode, root: ReadableNode): ReadableNode | null {
  if (node.firstChild) return node.firstChild;
  for (let at: ReadableNode | null = node; at && at !== root; at = at.parentNode)
    if (at.nextSibling) return at.nextSibling;
  return null;
}
