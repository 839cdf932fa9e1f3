import { parseDocument } from '../../src/article/parse-document.ts';
import type { DocumentFacts, ParsedItem } from '../../src/article/parsed-item.ts';

/** Everything that a document yields if its text is split into chunks of `chunkChars`. */
export async function parseAll(
  text: string,
  about: DocumentFacts = {},
  chunkChars = text.length || 1,
): Promise<ParsedItem[]> {
  const chunks: string[] = [];
  for (let at = 0; at < text.length; at += chunkChars) chunks.push(text.slice(at, at + chunkChars));
  const items: ParsedItem[] = [];
  for await (const item of parseDocument(chunks, about)) items.push(item);
  return items;
}

/** The articles of a document. */
export async function parseArticles(text: string, about: DocumentFacts = {}) {
  const items = await parseAll(text, about);
  return items.flatMap((item) => (item.kind === 'article' ? [item.article] : []));
}
