/** Returns the first of a browser's languages that `Intl` supports. Some browsers list invalid tags. */
export function usableLocale(browserLanguages: readonly string[]): string {
  return browserLanguages.find(isTag) ?? 'en-US';
}

function isTag(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}
