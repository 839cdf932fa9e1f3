import { FetchFault, type FetchFailure } from './fetch-failure.ts';
import type { FetchLimits } from './fetch-limits.ts';

/**
 * Turns any error of a request into a FetchFault. Errors of undici, sockets, TLS, DNS and zlib are
 * recognized by their codes. Adds the host to a fault that does not name it yet.
 */
export function explainFetchError(error: unknown, host: string, limits: FetchLimits): FetchFault {
  if (error instanceof FetchFault) {
    const limitMs = limitOf(error.reason, limits);
    return new FetchFault(error.reason, {
      host,
      ...(limitMs !== undefined && { limitMs }),
      ...error.detail,
    });
  }
  const {
    code,
    name: type,
    cause,
  } = (error ?? {}) as Partial<Record<'code' | 'name' | 'cause', unknown>>;
  if (cause instanceof FetchFault) return explainFetchError(cause, host, limits);
  // Errors of the HTTP parser have no known code, only a type.
  const name = String(code ?? type);
  const [, reason = 'unexpected'] = CODES.find(([pattern]) => pattern.test(name)) ?? [];
  const limitMs = limitOf(reason, limits);
  const what = WORDS[name];
  return new FetchFault(reason, {
    host,
    ...(limitMs !== undefined && { limitMs }),
    ...(what !== undefined && { what }),
  });
}

function limitOf(reason: FetchFailure, limits: FetchLimits): number | undefined {
  if (reason === 'connect-timeout') return limits.connectTimeoutMs;
  if (reason === 'headers-timeout') return limits.headersTimeoutMs;
  if (reason === 'body-timeout') return limits.idleTimeoutMs;
  return reason === 'too-slow' ? limits.totalTimeoutMs : undefined;
}

const CODES: readonly (readonly [RegExp, FetchFailure])[] = [
  [/^UND_ERR_CONNECT_TIMEOUT$|^ETIMEDOUT$/u, 'connect-timeout'],
  [/^UND_ERR_HEADERS_TIMEOUT$/u, 'headers-timeout'],
  [/^UND_ERR_BODY_TIMEOUT$/u, 'body-timeout'],
  [/^UND_ERR_SOCKET$|^ECONNRESET$|^EPIPE$/u, 'broken-off'],
  [/^H(?:PE_|TTPParserError$)|^UND_ERR_(?:HEADERS_OVERFLOW|RES)/u, 'bad-response'],
  [/^Z_|^ERR_(?:_ERROR|BROTLI|PADDING)|^ERR__/u, 'bad-encoding'],
  [/^ENOTFOUND$|^ENODATA$/u, 'no-such-host'],
  [/^EAI_|^ESERVFAIL$|^ETIMEOUT$|^EREFUSED$/u, 'dns-failed'],
  [
    /^E(?:CONNREFUSED|HOSTUNREACH|NETUNREACH|HOSTDOWN|NETDOWN|ADDRNOTAVAIL|ACCES|INVAL)$/u,
    'no-connection',
  ],
  [/CERT|^ERR_TLS_CERT|^UNABLE_TO_|SELF_SIGNED|HOSTNAME_MISMATCH/u, 'bad-certificate'],
  [/^ERR_SSL|^ERR_TLS|^EPROTO$/u, 'tls-failed'],
];

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  EHOSTUNREACH: 'no way leads there',
  ENETUNREACH: 'no way leads there',
  CERT_HAS_EXPIRED: 'it has run out',
  CERT_NOT_YET_VALID: 'it is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'it is signed by itself',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it belongs to another host',
};
