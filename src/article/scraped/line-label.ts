import { readByline, type Byline } from './read-byline.ts';
import { findBoilerplate } from './find-boilerplate.ts';
import { findSection } from './section.ts';
import { onceEach } from '../../once-each.ts';
import type { TextLine } from './text-line.ts';

/** The kind of a line that isn't part of a report's text. */
export type LineLabel =
  | { readonly kind: 'boilerplate'; readonly reason: string }
  | { readonly kind: 'byline'; readonly byline: Byline }
  | { readonly kind: 'section'; readonly section: string }
  | { readonly kind: 'url' };

/** Classifies a line by itself. Undefined if it may be a headline, caption or text. */
export const labelOf = onceEach(({ text }: TextLine) => findLabel(text));

function findLabel(text: string): LineLabel | undefined {
  if (text.length > MAX_CHARS) return undefined;
  const reason = findBoilerplate(text);
  if (reason !== undefined) return { kind: 'boilerplate', reason };
  const byline = readByline(text);
  if (byline) return { kind: 'byline', byline };
  const section = findSection(text);
  if (section !== undefined) return { kind: 'section', section };
  return /^https?:\/\/\S+$/iu.test(text) ? { kind: 'url' } : undefined;
}

/** Longer lines aren't labels. */
const MAX_CHARS = 300;
