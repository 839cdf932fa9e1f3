import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';
import type { LookupAll } from '../../src/web/guard/guarded-lookup.ts';

/** A server on loopback whose responses a test decides. */
export interface Web {
  readonly port: number;
  /** Its address and port, for the fetcher's `allowedAddresses`. */
  readonly endpoint: string;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Requests in the order in which they came. */
  readonly requests: IncomingMessage[];
  /** The number of sockets opened so far. */
  readonly connections: () => number;
  /** The number of open sockets. */
  readonly open: () => number;
  close(): Promise<void>;
}

/** Opens a web server with this listener. */
export function openWeb(listener: RequestListener): Promise<Web> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    listener(request, response);
  });
  return listen(server, requests);
}

/** Opens a TCP server, for responses that no web server would send. */
export function openTcp(listener: (socket: Socket) => void): Promise<Web> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {});
    listener(socket);
  });
  return listen(server, []);
}

/** Opens a TLS server with the certificate below, which is self-signed and names localhost. */
export function openTls(listener: RequestListener): Promise<Web> {
  return listen(createTlsServer({ key: KEY, cert: CERTIFICATE }, listener), []);
}

async function listen(server: Server, requests: IncomingMessage[]): Promise<Web> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    requests,
    endpoint: `127.0.0.1:${port}`,
    origin: `http://127.0.0.1:${port}`,
    connections: () => connections,
    open: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/**
 * A DNS server with the addresses of these names. If a name has several lists, each look-up returns the next one,
 * and the last one repeats.
 */
export function buildLookup(
  names: Readonly<Record<string, readonly string[] | readonly (readonly string[])[]>>,
): LookupAll {
  const lookups = new Map<string, number>();
  return (name, _options, callback) => {
    const entry = names[name];
    const turn = lookups.get(name) ?? 0;
    lookups.set(name, turn + 1);
    const answers = (entry ?? []).map((answer) => (Array.isArray(answer) ? answer : undefined));
    const addresses = answers[Math.min(turn, answers.length - 1)] ?? (entry as readonly string[]);
    if (addresses === undefined) {
      callback(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }), []);
      return;
    }
    const all = addresses.map((address: string) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }));
    callback(null, all);
  };
}

// Made for these tests: openssl req -x509 -newkey ec -subj /CN=localhost
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgHnyuu9rBu2RfNeHP
xtCbC0XEU5XIwrPcFnY9aPaq5gChRANCAATAfFGf15TvZeSLkIPloVd532UiZFy6
dXnjrBz27L58bz0YJ4/q1UlXkFgMW0TA5iBvMuyGLIGsM0NpSlS7XcRo
-----END PRIVATE KEY-----`;

/** The certificate of `openTls`. */
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBlDCCATugAwIBAgIUKFQXgP8mJAZO3X18lHolM0XfAQ8wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNDE1MzcxNFoYDzIxMjYxMDMx
MTUzNzE0WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATAfFGf15TvZeSLkIPloVd532UiZFy6dXnjrBz27L58bz0YJ4/q1UlX
kFgMW0TA5iBvMuyGLIGsM0NpSlS7XcRoo2kwZzAdBgNVHQ4EFgQUNfrd8mbaS8hD
RPihJHyH7SzKghMwHwYDVR0jBBgwFoAUNfrd8mbaS8hDRPihJHyH7SzKghMwDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
RwAwRAIgWC7k8ROcUvDSPMQtUH49PwQ8ZHFvcnmp5EUQHj8bAiACIHpHJ5/LLZ6S
l8UsL0n29CsnAZV/RPGQvTD3M1MWgkep
-----END CERTIFICATE-----`;
