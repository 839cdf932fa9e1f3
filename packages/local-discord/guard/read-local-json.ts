import type { RestContext } from '../rest/rest-app.ts';

/**
 * Reads the JSON that a person, script or page of this machine sent; undefined where it is none. Another
 * content type is answered with 415: a form of another site can send anything but JSON.
 */
export async function readLocalJson(c: RestContext): Promise<unknown> {
  if (!c.req.header('content-type')?.startsWith('application/json')) {
    return c.json({ error: 'Send JSON, with the content type application/json.' }, 415);
  }
  return await c.req.json<unknown>().catch(() => undefined);
}
