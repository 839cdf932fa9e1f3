import { sanitizeLine } from './sanitize-text.ts';
import { parseLink } from './parse-link.ts';
import { renderLine } from './render-text.ts';

/**
 * Renders an untrusted title as a link to an untrusted address: `[title](url)`, with a title of at
 * most `maxSize`. Discord doesn't link a title that contains a square bracket or looks like an
 * address; then an arrow after the title is the link. Without a usable address it is only the
 * title.
 */
export function renderMaskedLink(title: string, url: string | undefined, maxSize: number): string {
  const line = sanitizeLine(title) || 'Untitled';
  const shown = renderLine(line, maxSize);
  const link = parseLink(url);
  if (!link) return shown;
  return /[[\]]|:\/\/|www\./iu.test(line) ? `${shown} [↗](${link})` : `[${shown}](${link})`;
}
