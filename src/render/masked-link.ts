import { sanitizeLine } from './sanitize-text.ts';
import { parseLink } from './parse-link.ts';
import { renderLine } from './render-text.ts';

/**
 * An untrusted title as a link to an untrusted address: `[title](url)`, its title at most `maxSize`
 * long. Discord does not link a title that holds a square bracket or looks like an address
 * itself; then the link stands after it, as an arrow. Without a usable address it is the title alone.
 */
export function renderMaskedLink(title: string, url: string | undefined, maxSize: number): string {
  const line = sanitizeLine(title) || 'Untitled';
  const shown = renderLine(line, maxSize);
  const link = parseLink(url);
  if (!link) return shown;
  return /[[\]]|:\/\/|www\./iu.test(line) ? `${shown} [↗](${link})` : `[${shown}](${link})`;
}
