import { isNamedHidden } from './boilerplate-names.ts';
import type { PageElement } from './tree/page-node.ts';

/** Whether an element says of itself that it isn't to be seen, or not yet. */
export function isHidden(element: PageElement): boolean {
  const style = element.getAttribute('style');
  return (
    // The letters of a ruby text are hidden from screen readers, which read its sounds instead.
    (element.getAttribute('aria-hidden') === 'true' && element.localName !== 'rb') ||
    element.getAttribute('hidden') !== null ||
    (style !== null && HIDING_STYLE.test(style)) ||
    isNamedHidden(element)
  );
}

const HIDING_STYLE = /display: ?none|visibility: ?hidden|clip: ?rect\(|clip-path: ?inset\(50%/iu;
