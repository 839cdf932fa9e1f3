import { cleanLine } from './clean-text.ts';
import { cutText } from './cut-text.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { parseLink } from './parse-link.ts';

/**
 * An untrusted title as a link to an untrusted address: `[title](url)`, at most `maxSize` long with
 * the address not counted. Discord does not link a title that holds a square bracket or looks
 * like an address itself; then the link stands after it, as an arrow.
 * Without a usable address it is the escaped title alone.
 */
export function renderMaskedLink(title: string, url: string | undefined, maxSize: number): string {
  const line = cleanLine(title) || 'Untitled';
  const shown = escapeMarkdown(cutText(line, maxSize, (text) => escapeMarkdown(text).length));
  const link = parseLink(url);
  if (!link) return shown;
  return /[[\]]|:\/\/|www\./iu.test(line) ? `${shown} [↗](${link})` : `[${shown}](${link})`;
}
