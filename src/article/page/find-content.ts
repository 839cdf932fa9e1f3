import { Readability } from '@mozilla/readability';
import type { PageDocument, PageElement } from './page-dom.ts';

/**
 * Finds the part of a page that contains its report, with Mozilla's Readability. Modifies the page.
 */
export function findContent(page: PageDocument): PageElement | undefined {
  try {
    const reader = new Readability<PageElement>(page, {
      keepClasses: true,
      disableJSONLD: true,
      serializer: (node: unknown) => node as PageElement,
    });
    return reader.parse()?.content ?? undefined;
  } catch (error) {
    // It throws on some malformed trees. What is nested too deeply is told apart by the caller.
    if (error instanceof RangeError) throw error;
    return undefined;
  }
}
