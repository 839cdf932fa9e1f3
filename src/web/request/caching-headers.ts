/** Response headers, as undici returns them. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Reads a header's first value, trimmed; undefined if it is absent or empty. */
export function readHeader(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value)?.trim() || undefined;
}

/**
 * Reads how long a response stays fresh from now on, in milliseconds (RFC 9111, for a private cache):
 * `max-age` minus `Age`, else `Expires` minus `Date`. 0 if the response must not be cached, undefined if
 * the headers do not say.
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
  // "Expires: 0" and other invalid dates mean that it has already expired.
  return Math.max(0, (Date.parse(expires) || 0) - from);
}

/** Reads how long `Retry-After` asks to wait, in milliseconds. It gives seconds or a date. */
export function readRetryAfter(headers: Headers, now: Date): number | undefined {
  const value = readHeader(headers, 'retry-after') ?? '';
  if (/^\d{1,12}$/u.test(value)) return Number(value) * 1000;
  // A date contains letters. Date.parse alone would read "-5" and "1.5" as years.
  const at = /[a-z]/iu.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}

function readAll(headers: Headers, name: string): string {
  const value = headers[name];
  return Array.isArray(value) ? value.join(',') : (value ?? '');
}
