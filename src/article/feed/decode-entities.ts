import { decodeHTML } from 'entities';

/** Entities that a document declares for itself: name → text. */
export type DeclaredEntities = ReadonlyMap<string, string>;

/**
 * Decodes each reference in a text once: numbers, HTML's names, and the names that `declared` knows.
 * Anything else stays as it is, so that a bare "&" does no harm. The semicolon is required, because
 * addresses hold "&copy=2" and the like; HTML inside a feed is decoded again by the HTML parser.
 */
export function decodeEntities(
  text: string,
  declared?: (name: string) => string | undefined,
): string {
  if (!text.includes('&')) return text;
  return text.replace(
    REFERENCE,
    (reference, name: string) => declared?.(name) ?? decodeHTML(reference),
  );
}

const REFERENCE = /&(#\d+|#x[\da-f]+|[\w:.-]{1,40});/giu;
