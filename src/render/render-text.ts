import { sanitizeLine, sanitizeText } from './sanitize-text.ts';
import { cutText } from './cut-text.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** Escapes untrusted text, and cuts it if it would exceed `maxSize` characters. */
export function renderText(text: string, maxSize: number): string {
  return escapeMarkdown(
    cutText(sanitizeText(text), maxSize, (part) => escapeMarkdown(part).length),
  );
}

/** Like `renderText`, on one line. */
export function renderLine(text: string, maxSize: number): string {
  return renderText(sanitizeLine(text), maxSize);
}
