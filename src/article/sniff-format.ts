/** The format of a document. */
export type DocumentFormat = 'text' | 'json' | 'jsonl' | 'html' | 'feed';

/** Detects a document's format by its beginning and, if that isn't conclusive, by its file name. */
export function sniffFormat(beginning: string, path = ''): DocumentFormat {
  const text = beginning.replace(/^[\uFEFF\s]+/u, '');
  if (isFeed(text)) return 'feed';
  const markup = text.replace(/^<\?xml[^>]*>\s*/iu, '').replace(/^(?:<!--.*?-->\s*)+/su, '');
  if (/^<(?:!doctype html|html|head|body|article|div)\b/iu.test(markup)) return 'html';
  if (/^<(?:\?xml|opml)\b/iu.test(text)) return 'feed';
  if (/\.x?html?$/iu.test(path) && text.includes('<')) return 'html';
  if (/\.(?:jsonl|ndjson|jsonlines)$/iu.test(path)) return 'jsonl';
  if (/^\[\s*(?:[{\]"[]|$)/u.test(text)) return 'json';
  if (!/^\{\s*["}]/u.test(text)) return /\.json$/iu.test(path) ? 'json' : 'text';
  const firstLine = /^([^\n]*)\n\s*\{/u.exec(text)?.[1];
  return firstLine !== undefined && isJson(firstLine) ? 'jsonl' : 'json';
}

/** Whether the text has a feed's root element below its declarations, or JSON Feed's version. */
function isFeed(text: string): boolean {
  if (text.startsWith('{')) return JSON_FEED.test(text.slice(0, 2000));
  if (!text.startsWith('<')) return false;
  const bare = text.replace(/<!--.*?(?:-->|$)|<\?.*?(?:\?>|$)/gsu, '');
  const root = bare.replace(/^\s*<!doctype[^>[]*(?:\[[^\]]*\]\s*)?>/iu, '').trimStart();
  return /^<(?:rss|feed|rdf:rdf|channel)[\s>]/iu.test(root);
}

const JSON_FEED = /"version"\s*:\s*"https?:(?:\\?\/){2}(?:www\.)?jsonfeed\.org/iu;

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
