const OPENED = new Set(['http:', 'https:', 'discord:']);

/** Returns the address if a link may open it; undefined for scripts, data, files and others. */
export function readAddress(written: string): string | undefined {
  if (!URL.canParse(written)) return undefined;
  const url = new URL(written);
  return OPENED.has(url.protocol) ? url.href : undefined;
}
