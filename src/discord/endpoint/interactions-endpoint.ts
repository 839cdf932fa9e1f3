import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import type { APIInteraction } from 'discord-api-types/v10';
import { z } from 'zod';
import { readBody } from './read-body.ts';
import type { VerifySignature } from './verify-signature.ts';

/** Discord's interactions are far smaller; a modal with long texts comes to some 100 kB. */
const MOST_BYTES = 1_000_000;

/** How long a request may take to arrive. Discord itself waits for three seconds. */
const REQUEST_MS = 5_000;

/** What every interaction has. Its kinds are told apart later, as those from the gateway are. */
const interactionSchema = z.looseObject({
  id: z.string().regex(/^\d{1,20}$/u),
  type: z.int(),
  token: z.string().optional(),
});

/** The dependencies of the endpoint. */
interface EndpointParts {
  readonly verify: VerifySignature;
  /** Called with each interaction that Discord has signed. */
  readonly onInteraction: (interaction: APIInteraction) => void;
  /** Called with an error of the server, such as a connection that could not be accepted. */
  readonly onError: (error: Error) => void;
}

/**
 * Creates the server that Discord posts interactions to, behind whatever speaks https. It answers 202 at once, and the
 * interaction is answered through REST, as one from the gateway. A request without Discord's signature is refused with
 * 401, which Discord tests.
 * https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint
 */
export function createInteractionsEndpoint(parts: EndpointParts) {
  const server = createServer((request, response) => {
    answer(request, response, parts).catch(() => response.destroy());
  });
  server.on('error', parts.onError);
  server.requestTimeout = REQUEST_MS;
  server.headersTimeout = REQUEST_MS;
  return server;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { verify, onInteraction }: EndpointParts,
): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    return send(response, 405);
  }
  const body = await readBody(request, MOST_BYTES);
  // The rest of a body that is too long is not read.
  if (body === undefined) return send(response.setHeader('connection', 'close'), 413);
  const signature = headerOf(request, 'x-signature-ed25519');
  const timestamp = headerOf(request, 'x-signature-timestamp');
  if (!verify({ signature, timestamp, body })) return send(response, 401);
  const interaction = parseInteraction(body);
  if (!interaction) return send(response, 400);
  if (interaction.type === InteractionType.Ping)
    return send(response, 200, JSON.stringify({ type: InteractionResponseType.Pong }));
  send(response, 202);
  onInteraction(interaction);
}

function headerOf({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

function parseInteraction(body: Buffer): APIInteraction | undefined {
  try {
    const { data } = interactionSchema.safeParse(JSON.parse(body.toString('utf8')));
    return data as APIInteraction | undefined;
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, status: number, json?: string): void {
  response.statusCode = status;
  if (json !== undefined) response.setHeader('content-type', 'application/json');
  response.end(json);
}
