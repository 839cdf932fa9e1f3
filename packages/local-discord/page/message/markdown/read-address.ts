const OPENED = new Set(['http:', 'https:', 'discord:']);

/** Returns an address that a link may lead to, or undefined: no scripts, no data, no files. */
export function readAddress(written: string): string | undefined {
  if (!URL.canParse(written)) return undefined;
  const url = new URL(written);
  return OPENED.has(url.protocol) ? url.href : undefined;
}
