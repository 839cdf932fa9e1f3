import { DefaultRestOptions, type ResponseLike } from 'discord.js';

type MakeRequest = typeof DefaultRestOptions.makeRequest;

/** A refusal that Discord didn't send: something between it and the bot did. */
export class ForeignRefusalError extends Error {
  override readonly name = 'ForeignRefusalError';

  constructor(status: number) {
    super(`Something between the bot and Discord refused the request (${status}).`);
  }
}

/**
 * Sends a request to Discord. Every refusal by Discord is JSON with a code. A proxy's page with status
 * 403 says nothing about the channel, and after one with 401 discord.js would forget the token. Such
 * an answer rejects, as a broken connection does.
 */
export async function requestDiscord(
  url: string,
  init: Parameters<MakeRequest>[1],
  send: MakeRequest = DefaultRestOptions.makeRequest,
): Promise<ResponseLike> {
  const response = await send(url, init);
  const { status, statusText, headers } = response;
  if (status < 400 || status >= 500 || status === 429) return response;
  const text = await response.text();
  if (!hasCode(text)) throw new ForeignRefusalError(status);
  return new Response(text, { status, statusText, headers });
}

/** Discord's codes begin at 10,000. 0 stands for what the status already says. */
function hasCode(text: string): boolean {
  try {
    const { code } = JSON.parse(text) as { code?: unknown };
    return typeof code === 'number' && (code === 0 || code >= 10_000);
  } catch {
    return false;
  }
}
