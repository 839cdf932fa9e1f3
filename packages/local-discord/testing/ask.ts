import type { LocalDiscord } from '../local-discord.ts';

/** Parsed JSON of any shape. Tests assert on the fields that they read. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any;

/** Sends a request such as `GET /users/@me` to the REST API with the bot's token, without queues or retries. */
export async function ask(
  discord: LocalDiscord,
  route: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; json: Json }> {
  const [method = 'GET', path = '/'] = route.split(' ');
  const isForm = body instanceof FormData;
  const response = await fetch(`${discord.apiUrl}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${discord.token}`,
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined
      ? {}
      : { body: isForm || typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    json: text ? JSON.parse(text) : null,
  };
}
