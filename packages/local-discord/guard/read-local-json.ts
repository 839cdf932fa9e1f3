import type { RestContext } from '../rest/rest-app.ts';

/**
 * Reads a JSON body; undefined if it is malformed. Returns a 415 response for another content type, because
 * a form on another site can send every content type but JSON.
 */
export async function readLocalJson(c: RestContext): Promise<unknown> {
  if (!c.req.header('content-type')?.startsWith('application/json')) {
    return c.json({ error: 'Send JSON, with the content type application/json.' }, 415);
  }
  return await c.req.json<unknown>().catch(() => undefined);
}
