import type { Socket } from 'node:net';
import type { Dispatcher } from 'undici';
import { Client } from './undici.ts';
import { readHeader, readMaxAge, readRetryAfter, type Headers } from './caching-headers.ts';
import { ACCEPT, checkType, type Wanted } from './check-type.ts';
import { FetchFault } from './fetch-failure.ts';
import type { FetchLimits } from './fetch-limits.ts';
import type { Connect } from '../guard/guarded-connect.ts';
import { readBody } from './read-response-body.ts';
import { readStatus } from './read-status.ts';

/** The wanted document; the same at every hop. */
export interface Ask {
  readonly accept: Wanted;
  readonly etag?: string;
  readonly lastModified?: string;
  /** The most bytes to read, and whether the rest is cut off instead of refused. */
  readonly maxBytes: number;
  readonly cutsOff?: boolean;
}

/** A host's answer to one request. */
export type Answer =
  | { readonly kind: 'redirect'; readonly to: string; readonly isPermanent: boolean }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unchanged'; readonly maxAgeMs?: number }
  | DocumentAnswer;

/** A body with the metadata from its headers. */
export interface DocumentAnswer {
  readonly kind: 'document';
  readonly status: number;
  readonly contentType?: string;
  readonly bytes: Uint8Array;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly maxAgeMs?: number;
}

/** The dependencies of requests. */
export interface RequestContext {
  /** Opens a socket after checking the address. */
  readonly connect: Connect;
  readonly userAgent: string;
  readonly limits: FetchLimits;
  readonly now: () => Date;
  /** Called for every failed response. Returns how long to leave the host alone, in milliseconds. */
  readonly notePause: (
    host: string,
    status: number,
    retryAfterMs: number | undefined,
  ) => number | undefined;
}

/**
 * Sends one request and follows no redirect. Each request has a connection of its own, closed when this
 * returns: polls are minutes apart, every address is checked anew, and a reused client would reconnect
 * after each body that was not read to its end. Throws FetchFaults and what undici throws.
 */
export async function requestDocument(
  url: URL,
  ask: Ask,
  signal: AbortSignal,
  context: RequestContext,
): Promise<Answer> {
  const { limits, connect } = context;
  let socket: Socket | undefined;
  const client = new Client(url.origin, {
    connect: (...args) => {
      socket = connect(...args);
    },
    maxHeaderSize: limits.maxHeaderBytes,
    headersTimeout: limits.headersTimeoutMs,
    bodyTimeout: limits.idleTimeoutMs,
    pipelining: 0,
  });
  try {
    const response = await client.request({
      path: url.pathname + url.search,
      method: 'GET',
      headers: buildHeaders(ask, context.userAgent),
      signal,
    });
    response.body.on('error', () => {});
    return await readAnswer(url, ask, response, context);
  } finally {
    // The client would wait for a socket that is still connecting. The error also ends its timer.
    socket?.destroy(new FetchFault('aborted'));
    await client.destroy();
  }
}

async function readAnswer(
  url: URL,
  ask: Ask,
  { statusCode: status, headers, body }: Dispatcher.ResponseData,
  { limits, now, notePause }: RequestContext,
): Promise<Answer> {
  const isConditional = ask.etag !== undefined || ask.lastModified !== undefined;
  const meaning = readStatus(status, isConditional);
  if (meaning.kind === 'gone') return { kind: 'gone' };
  if (meaning.kind === 'redirect') {
    const to = readHeader(headers, 'location');
    if (to === undefined) throw new FetchFault('bad-redirect');
    return { kind: 'redirect', to, isPermanent: meaning.isPermanent };
  }
  if (meaning.kind === 'failure') {
    const pauseMs = notePause(url.host, status, readRetryAfter(headers, now()));
    throw new FetchFault(meaning.reason, { status, ...pick('retryAfterMs', pauseMs) });
  }
  const freshness = pick('maxAgeMs', readMaxAge(headers, now()));
  if (meaning.kind === 'unchanged') return { kind: 'unchanged', ...freshness };
  checkHeaders(headers, ask, limits);
  const encoding = pick('encoding', readHeader(headers, 'content-encoding'));
  const bytes = await readBody(body, {
    ...encoding,
    ...ask,
    maxWireBytes: limits.maxWireBytes,
  });
  return {
    kind: 'document',
    status,
    bytes,
    ...pick('contentType', readHeader(headers, 'content-type')),
    ...pick('etag', readHeader(headers, 'etag')),
    ...pick('lastModified', readHeader(headers, 'last-modified')),
    ...freshness,
  };
}

function buildHeaders(ask: Ask, userAgent: string): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: ACCEPT[ask.accept],
    'accept-encoding': 'gzip, br, deflate',
    ...(isHeaderValue(ask.etag) && { 'if-none-match': ask.etag }),
    ...(isHeaderValue(ask.lastModified) && { 'if-modified-since': ask.lastModified }),
  };
}

/** What a server said once may come back out of a store with anything in it. */
function isHeaderValue(value: string | undefined): value is string {
  return value !== undefined && /^[\x20-\x7E\x80-\xFF]{1,1024}$/u.test(value);
}

function checkHeaders(headers: Headers, ask: Ask, { maxWireBytes }: FetchLimits): void {
  const what = checkType(readHeader(headers, 'content-type'), ask.accept);
  if (what !== undefined) throw new FetchFault('wrong-type', { what });
  const announced = Number(readHeader(headers, 'content-length') ?? 0);
  if (announced > maxWireBytes && !ask.cutsOff) {
    throw new FetchFault('too-large', { limitBytes: maxWireBytes });
  }
}

function pick<K extends string, V>(key: K, value: V | undefined): { [name in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [name in K]?: V };
}
