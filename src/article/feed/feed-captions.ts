import type { Caption } from '../article.ts';
import { comparisonKey } from '../clean-text.ts';
import { splitCredit } from '../scraped/credit.ts';
import { readRichText, toLine } from './feed-rich-text.ts';
import { childOf, childrenOf, type XmlNode } from './xml-node.ts';

/** Reads the captions of an entry's pictures from Media RSS, each once. */
export function readMediaCaptions(entry: XmlNode): Caption[] {
  const media = childrenOf(entry, 'media:content', 'media:thumbnail', 'media:group').flatMap(
    (node) => [node, ...childrenOf(node, 'media:content', 'media:thumbnail')],
  );
  const pictures = media.filter((node) => isPicture(node));
  // Some publishers write the caption next to the picture element, not inside it.
  const holders = pictures.length > 0 ? [...pictures, entry] : [];
  return uniqueCaptions(holders.flatMap(readCaption));
}

/** Removes repeated captions. */
export function uniqueCaptions(captions: readonly Caption[]): Caption[] {
  const byKey = new Map<string, Caption>();
  for (const caption of captions) {
    const key = comparisonKey(caption.text);
    const known = byKey.get(key);
    if (known?.credit === undefined) byKey.set(key, { ...known, ...caption });
  }
  return [...byKey.values()];
}

function readCaption(node: XmlNode): Caption[] {
  const described = childOf(node, 'media:description', 'media:text');
  if (described === undefined) return [];
  const { text, credit } = splitCredit(toLine(readRichText(described)), true);
  const named = childOf(node, 'media:credit', 'media:copyright');
  const by = (named && toLine(readRichText(named))) ?? credit;
  if (text === '') return [];
  return [by === undefined || by === '' ? { text } : { text, credit: by }];
}

/** Media that isn't declared as video or audio may be a picture. */
function isPicture({ name, attributes }: XmlNode): boolean {
  const kind = `${attributes['medium'] ?? ''} ${attributes['type'] ?? ''}`.toLowerCase();
  return name !== 'media:group' && !/video|audio|flash|document|executable/u.test(kind);
}
