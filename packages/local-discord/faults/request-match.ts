/** A request as it came in. */
export interface SeenRequest {
  readonly method: string;
  /** The path without `/api/v10`, for example `/channels/1/messages`. */
  readonly path: string;
}

/** Which requests are meant: `POST /channels/:id/messages`, where `:x` is any one part and `*` any rest. */
export type RequestMatch = string;

/** How a request ends that a fault strikes. */
export type Answer =
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

/** Tells whether a request is meant. */
export function matchesRequest(match: RequestMatch, request: SeenRequest): boolean {
  const [method, pattern] = match.includes(' ') ? match.split(' ', 2) : ['*', match];
  if (method !== '*' && method !== request.method) return false;
  const source = (pattern ?? '*')
    .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll(/:[A-Za-z]+/g, '[^/]+');
  return new RegExp(`^${source}$`).test(request.path);
}
