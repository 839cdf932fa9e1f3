import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UserError } from '../errors.ts';
import type { ListenAddress } from '../listen-address.ts';
import type { Log } from '../log.ts';
import { checkRequest, type RequestFault } from './check-request.ts';
import type { Readiness } from './readiness.ts';

/** The dependencies of the server. */
export interface HealthServerParts {
  readonly address: ListenAddress;
  /** Each request has to bring it; without one, only programs on this machine may ask. */
  readonly token?: string;
  readonly readiness: () => Promise<Readiness>;
  /** The metrics as Prometheus reads them. */
  readonly metrics: () => Promise<{ readonly text: string; readonly contentType: string }>;
  readonly log: Log;
}

/** A server that tells whether the bot is well. */
export interface HealthServer {
  /** The port that it listens on; one was chosen if the address has port 0. */
  readonly port: number;
  close(): Promise<void>;
}

/** A body with its type. */
interface Answer {
  readonly status: number;
  readonly body: string;
  readonly contentType: string;
}

/** Few ask, and often; clients that open many connections and say nothing only hinder them. */
const LIMITS = { connections: 50, requestMs: 5_000, headerBytes: 8 * 1024 } as const;

const TEXT = 'text/plain; charset=utf-8';

/** Opens the server. Throws a UserError if its address cannot be used. */
export async function openHealthServer(parts: HealthServerParts): Promise<HealthServer> {
  const { address, token, log } = parts;
  const server = createServer(
    {
      maxHeaderSize: LIMITS.headerBytes,
      requestTimeout: LIMITS.requestMs,
      headersTimeout: LIMITS.requestMs,
      connectionsCheckingInterval: LIMITS.requestMs,
    },
    (request, response) => void answer(request, response),
  );
  server.maxConnections = LIMITS.connections;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url = '/', headers } = request;
    const fault = checkRequest(
      { method, host: headers.host, authorization: headers.authorization },
      token,
    );
    const { status, body, contentType } = fault
      ? explainFault(fault)
      : await findAnswer(url.split('?')[0] ?? '').catch((err: unknown): Answer => {
          log.error({ err }, 'a question about health could not be answered');
          return { status: 500, body: 'It could not be found out.\n', contentType: TEXT };
        });
    response.writeHead(status, {
      'content-type': contentType,
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
      ...(status === 405 && { allow: 'GET, HEAD' }),
    });
    response.end(method === 'HEAD' ? undefined : body);
  }

  async function findAnswer(path: string): Promise<Answer> {
    switch (path) {
      case '/livez':
        return { status: 200, body: 'ok\n', contentType: TEXT };
      case '/readyz': {
        const readiness = await parts.readiness();
        const body = `${JSON.stringify(readiness)}\n`;
        return { status: readiness.ready ? 200 : 503, body, contentType: 'application/json' };
      }
      case '/metrics': {
        const { text, contentType } = await parts.metrics();
        return { status: 200, body: text, contentType };
      }
      default:
        return {
          status: 404,
          body: 'There are /livez, /readyz and /metrics.\n',
          contentType: TEXT,
        };
    }
  }

  server.listen({ host: address.host, port: address.port });
  try {
    await once(server, 'listening');
  } catch (error) {
    throw explainListen(error, address);
  }
  const { port } = server.address() as AddressInfo;
  server.on('error', (err) => log.error({ err }, 'the health server failed'));
  return {
    port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

const FAULTS: Readonly<Record<RequestFault, string>> = {
  401: 'This needs the token in HEALTH_TOKEN, as "Authorization: Bearer TOKEN".\n',
  405: 'Only GET and HEAD are answered.\n',
  421: 'Without HEALTH_TOKEN only programs on this machine are answered, by 127.0.0.1, [::1] or localhost.\n',
};

function explainFault(status: RequestFault): Answer {
  return { status, body: FAULTS[status], contentType: TEXT };
}

function explainListen(error: unknown, { host, port }: ListenAddress): unknown {
  const { code } = error as NodeJS.ErrnoException;
  const at = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const why = {
    EADDRINUSE: 'another program uses it',
    EADDRNOTAVAIL: 'this machine does not have that address',
    EACCES: 'a port below 1024 needs a right that the bot does not have',
  }[code ?? ''];
  if (why === undefined) return error;
  return new UserError(
    'bad-config',
    `The bot cannot listen on ${at} for questions about its health: ${why}. Set HEALTH_ADDRESS to another address.`,
    { cause: error },
  );
}
