import { Readability } from '@mozilla/readability';
import type { PageDocument, PageElement } from './page-dom.ts';

/** The part of a page that holds its report, by Mozilla's Readability. It takes the page apart. */
export function findContent(page: PageDocument): PageElement | undefined {
  const reader = new Readability<PageElement>(page, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node: unknown) => node as PageElement,
  });
  return reader.parse()?.content ?? undefined;
}
