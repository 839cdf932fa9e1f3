/** A fault that a test injects into a request. */
export type Fault =
  /** The server answers with this status, for example 500, 401, or 403 with a JSON error code. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly code?: number;
      readonly message?: string;
    }
  /** The server answers 429 with the headers of a rate limit. */
  | {
      readonly kind: 'rate-limit';
      readonly scope: 'user' | 'shared' | 'global';
      readonly retryAfterMs: number;
    }
  /** The server closes the connection without an answer, before or after the request takes effect. */
  | { readonly kind: 'drop'; readonly when: 'before' | 'after' }
  /** The server waits this long and then carries out the request normally. */
  | { readonly kind: 'slow'; readonly delayMs: number };
