import { parseUrl } from '../../parse-url.ts';

/** An absolute http(s) address without white space around it, or undefined if the text is not one. */
export function resolveUrl(text: string | undefined, base?: string): string | undefined {
  const trimmed = text?.trim().replace(/[\t\n\r]/gu, '');
  if (trimmed === undefined || trimmed === '' || trimmed.length > MAX_URL_CHARS) return undefined;
  const url = parseUrl(trimmed, base);
  return url && /^https?:$/u.test(url.protocol) && url.hostname !== '' ? url.href : undefined;
}

/** Longer addresses carry data, and no server accepts them. */
const MAX_URL_CHARS = 4096;
