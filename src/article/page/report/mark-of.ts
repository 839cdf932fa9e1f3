import type { PageElement } from '../tree/page-node.ts';

/**
 * How a block is marked up: its element's name and classes, and those of the element around it.
 * Undefined if neither has a class, because then it is marked like any other.
 */
export function markOf(element: PageElement): string | undefined {
  const own = classesOf(element);
  const outer = element.parentElement;
  const around = outer ? classesOf(outer) : '';
  if (own === '' && around === '') return undefined;
  return `${element.localName} ${own}|${outer?.localName} ${around}`;
}

function classesOf(element: PageElement): string {
  return element.getAttribute('class')?.trim().slice(0, 200) ?? '';
}
