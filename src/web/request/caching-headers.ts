/** Response headers as undici gives them. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** A header's first value, trimmed; undefined where it is absent or empty. */
export function readHeader(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value)?.trim() || undefined;
}

/**
 * How long an answer stays fresh from now on, in milliseconds (RFC 9111, for a cache of one reader):
 * `max-age` less `Age`, else `Expires` less `Date`. 0 where it asks not to be kept, undefined where
 * it says nothing.
 */
export function readMaxAge(headers: Headers, now: Date): number | undefined {
  const control = readAll(headers, 'cache-control').toLowerCase();
  if (/(?:^|[\s,])no-(?:cache|store)(?=$|[\s,])/u.test(control)) return 0;
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,12})/u.exec(control)?.[1];
  if (maxAge !== undefined) {
    const age = /^\d{1,12}$/u.exec(readHeader(headers, 'age') ?? '')?.[0] ?? '0';
    return Math.max(0, Number(maxAge) - Number(age)) * 1000;
  }
  const expires = readHeader(headers, 'expires');
  if (expires === undefined) return undefined;
  const from = Date.parse(readHeader(headers, 'date') ?? '') || now.getTime();
  // "Expires: 0" and other dates that are none mean: already past.
  return Math.max(0, (Date.parse(expires) || 0) - from);
}

/** How long `Retry-After` asks to wait, in milliseconds: given in seconds or as a date. */
export function readRetryAfter(headers: Headers, now: Date): number | undefined {
  const value = readHeader(headers, 'retry-after') ?? '';
  if (/^\d{1,12}$/u.test(value)) return Number(value) * 1000;
  // A date has letters; Date.parse alone would take "-5" or "1.5" for years.
  const at = /[a-z]/iu.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}

function readAll(headers: Headers, name: string): string {
  const value = headers[name];
  return Array.isArray(value) ? value.join(',') : (value ?? '');
}
