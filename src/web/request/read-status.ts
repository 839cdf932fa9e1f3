import type { FetchFailure } from './fetch-failure.ts';

/** The meaning of an HTTP status for a document. */
export type StatusMeaning =
  | { readonly kind: 'body' | 'unchanged' | 'gone' }
  | { readonly kind: 'redirect'; readonly isPermanent: boolean }
  | { readonly kind: 'failure'; readonly reason: FetchFailure };

/** Reads a status. 304 is valid only for a conditional request; otherwise it is a failure. */
export function readStatus(status: number, isConditional: boolean): StatusMeaning {
  if (status >= 200 && status < 300) return { kind: 'body' };
  if (status === 304 && isConditional) return { kind: 'unchanged' };
  if (status === 410) return { kind: 'gone' };
  if (PERMANENT.has(status)) return { kind: 'redirect', isPermanent: true };
  if (TEMPORARY.has(status)) return { kind: 'redirect', isPermanent: false };
  return {
    kind: 'failure',
    reason: NAMED[status] ?? (status >= 500 ? 'server-error' : 'http-status'),
  };
}

const PERMANENT = new Set([301, 308]);
const TEMPORARY = new Set([302, 303, 307]);

const NAMED: Readonly<Record<number, FetchFailure>> = {
  401: 'forbidden',
  402: 'forbidden',
  403: 'forbidden',
  404: 'not-found',
  429: 'rate-limited',
  451: 'forbidden',
};
