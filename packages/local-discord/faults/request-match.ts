/** A request that the server received. */
export interface SeenRequest {
  readonly method: string;
  /** The path without `/api/v10`, for example `/channels/1/messages`. */
  readonly path: string;
}

/** A pattern of requests: `POST /channels/:id/messages`. `:x` matches one part of the path, `*` any text. */
export type RequestMatch = string;

/** Tells whether a request matches a pattern. */
export function matchesRequest(match: RequestMatch, request: SeenRequest): boolean {
  const [method, pattern] = match.includes(' ') ? match.split(' ', 2) : ['*', match];
  if (method !== '*' && method !== request.method) return false;
  const regex = (pattern ?? '*')
    .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll(/:[A-Za-z]+/g, '[^/]+');
  return new RegExp(`^${regex}$`).test(request.path);
}
