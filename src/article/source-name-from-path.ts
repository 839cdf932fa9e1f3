import { basename, extname } from 'node:path';

/**
 * Derives a publisher's name from a file's name, if possible: "meridian-wire.txt" → "Meridian
 * Wire". Undefined for hashes, numbers and generic names ("articles.txt").
 */
export function sourceNameFromPath(path: string): string | undefined {
  const name = basename(path, extname(path)).normalize('NFC');
  const parts = name
    .split(/[-_.\s+]+/u)
    .filter((part) => !/^(?:\d+|v\d+|q[1-4]|part\d*)$/iu.test(part));
  const words = parts.filter((part) => part !== '' && !GENERIC.has(part.toLowerCase()));
  if (words.length === 0 || words.length > 5) return undefined;
  if (words.some((word) => /\d/u.test(word) || !/^[\p{L}\p{M}'’&]+$/u.test(word))) return undefined;
  if (words.some((word) => word.length >= 8 && /^[a-f]+$/u.test(word))) return undefined;
  if (words.join('').length < 3) return undefined;
  // A word such as "news" isn't a name by itself, but may be part of one.
  return parts.map(capitalize).join(' ');
}

function capitalize(word: string): string {
  return word === word.toLowerCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

const GENERIC: ReadonlySet<string> = new Set(
  'a all article articles archive batch content copy corpus data document documents doc docs download dump example examples export feed file files in index input items latest list misc my new news note notes old out output page pages paste post posts raw readme report reports sample samples scrape scraped scraper source sources stories story temp test tests text texts tmp today txt untitled utf web'.split(
    ' ',
  ),
);
