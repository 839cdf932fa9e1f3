import { buildTree } from './build-tree.ts';
import { named } from './find-elements.ts';
import { PageElement, type PageNode } from './page-node.ts';

/**
 * Parses a page into a tree with a head and a body. Nothing in it is loaded or run. Undefined if it
 * is too large for a tree.
 */
export function openPage(html: string): PageElement | undefined {
  const tree = buildTree(html);
  if (!tree) return undefined;
  const page = findRoot(tree);
  addOmittedTags(page);
  return page;
}

/** The page's `html`. A fragment of a page has none, so all of it is put into one. */
function findRoot(tree: PageElement): PageElement {
  const first = tree.childNodes.find((node) => node.isElement);
  const root = first?.localName === 'html' ? first : new PageElement('html');
  for (const node of tree.childNodes) if (node !== root) root.append(node);
  root.remove();
  return root;
}

/**
 * Adds the tags of head and body, which HTML allows to be omitted. What can't be in a head begins
 * the body.
 */
function addOmittedTags(root: PageElement): void {
  const nodes = root.childNodes;
  const find = (name: string): PageElement | undefined =>
    nodes.filter((node) => node.isElement).find((node) => node.localName === name);
  const head = find('head') ?? new PageElement('head');
  const misplaced = head.childNodes.filter(
    (node) => node.isElement && !isOfHead(node) && !isUnseen(node),
  );
  const strays = nodes.filter(
    (node) => node.isElement && node.localName !== 'head' && node.localName !== 'body',
  );
  const whole = find('body');
  if (strays.length === 0 && misplaced.length === 0 && whole) return;
  const body = whole ?? new PageElement('body');
  const others = nodes.filter((node) => node !== head && node !== body && !isOfHeadNode(node));
  for (const node of strays.filter(isOfHeadNode)) head.append(node);
  for (const node of misplaced.toReversed()) body.prepend(node);
  for (const node of others) body.append(node);
  root.append(head);
  root.append(body);
}

function isOfHeadNode(node: PageNode): boolean {
  return node.isElement && isOfHead(node);
}

const isOfHead = named('title meta link base style script');
/** What a head may have besides its own tags. Nothing of it is text. */
const isUnseen = named('noscript template object');
