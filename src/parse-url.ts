/**
 * Parses an address, relative to `base` if that is given; undefined if it is not one. It replaces
 * `URL.canParse`, which is wrong in Node 20 once it is compiled: it then takes Latin-1 for UTF-8 and
 * refuses every address with a letter such as "ü".
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
