/** How a request ends that a fault strikes. */
export type Fault =
  /** A status of its own, for example 500, 401, or 403 with a JSON error code. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly code?: number;
      readonly message?: string;
    }
  /** 429 with its headers. */
  | {
      readonly kind: 'rate-limit';
      readonly scope: 'user' | 'shared' | 'global';
      readonly retryAfterMs: number;
    }
  /** The connection is cut: before the request takes effect, or after that without an answer. */
  | { readonly kind: 'drop'; readonly when: 'before' | 'after' }
  /** The answer is right but comes late: the request waits this long before it takes effect. */
  | { readonly kind: 'slow'; readonly delayMs: number };
