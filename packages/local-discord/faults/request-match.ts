/** A request as it came in. */
export interface SeenRequest {
  readonly method: string;
  /** The path without `/api/v10`, for example `/channels/1/messages`. */
  readonly path: string;
}

/** Which requests are meant: `POST /channels/:id/messages`, where `:x` is any one part and `*` any rest. */
export type RequestMatch = string;

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
