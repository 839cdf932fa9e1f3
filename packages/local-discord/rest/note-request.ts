import { keepRequest } from '../state/sent.ts';
import type { StoredMessage } from '../state/records/stored-message.ts';
import type { World } from '../state/world.ts';
import type { RequestBody } from './body.ts';
import type { RestContext } from './rest-app.ts';

/** Stores a bot's request with the message that it created or changed. */
export function noteRequest(
  world: World,
  c: RestContext,
  message: StoredMessage,
  { text, uploads }: RequestBody,
): void {
  const { pathname, search } = new URL(c.req.url);
  // Clients write `@original` as `%40original`.
  const path = decodeURIComponent(pathname.replace('/api/v10', '')) + search;
  keepRequest(world, message, { method: c.req.method, path, text, uploads });
}
