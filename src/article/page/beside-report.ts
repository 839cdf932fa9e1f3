import { isNamedCaption, isNamedComments } from './boilerplate-names.ts';
import type { PageElement } from './tree/page-node.ts';
import { wordSet } from '../../text/word-set.ts';

/** How many of the elements around it are checked. */
const MAX_DEPTH = 12;

/**
 * Whether an element belongs to something beside the report: a list of other articles, a caption, a
 * comment.
 */
export function isBesideReport(element: PageElement): boolean {
  let at: PageElement | null = element;
  for (let depth = 0; at && depth < MAX_DEPTH; depth += 1) {
    if (BESIDE.has(at.localName) || OTHERS.test(at.getAttribute('class') ?? '')) return true;
    if (isNamedCaption(at) || isNamedComments(at)) return true;
    at = at.parentElement;
  }
  return false;
}

const BESIDE = wordSet('aside nav footer figure figcaption a dialog');
const OTHERS =
  /(?:^|[\s_-])(?:related|recommended|recommendations|most-?read|trending|latest|sidebar|teasers?|outbrain|taboola)(?:$|[\s_-])/iu;
