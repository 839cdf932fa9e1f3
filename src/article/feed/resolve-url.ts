/** Resolves an http(s) address to an absolute one. Undefined if the text isn't an address. */
export function resolveUrl(text: string | undefined, base?: string): string | undefined {
  const trimmed = text?.trim().replace(/[\t\n\r]/gu, '');
  if (trimmed === undefined || trimmed === '' || trimmed.length > MAX_URL_CHARS) return undefined;
  if (!URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  return /^https?:$/u.test(url.protocol) && url.hostname !== '' ? url.href : undefined;
}

/** Longer addresses carry data, and no server accepts them. */
const MAX_URL_CHARS = 4096;
