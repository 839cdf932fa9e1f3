/** How a document is written. */
export type DocumentFormat = 'text' | 'json' | 'jsonl' | 'html' | 'feed';

/** Tells how a document is written from its beginning and, for JSON, its file name. */
export function sniffFormat(beginning: string, path = ''): DocumentFormat {
  const text = beginning.replace(/^[\uFEFF\s]+/u, '');
  if (/^(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|body|article|div)\b/isu.test(text))
    return 'html';
  if (/^<(?:\?xml|rss|feed|rdf:rdf|opml)\b/iu.test(text)) return 'feed';
  if (/\.(?:jsonl|ndjson|jsonlines)$/iu.test(path)) return 'jsonl';
  if (/^\[\s*(?:[{\]"[]|$)/u.test(text)) return 'json';
  if (!/^\{\s*["}]/u.test(text)) return /\.json$/iu.test(path) ? 'json' : 'text';
  const firstLine = /^[^\n]*\n\s*\{/u.exec(text)?.[0].replace(/\n\s*\{$/u, '');
  return firstLine !== undefined && isJson(firstLine) ? 'jsonl' : 'json';
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
