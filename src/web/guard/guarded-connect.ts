import { isIP, type Socket } from 'node:net';
import type { buildConnector as BuildConnector } from 'undici';
import type { Endpoints } from './allowed-endpoints.ts';
import { FetchFault } from '../request/fetch-failure.ts';
import { createGuardedLookup, type LookupAll } from './guarded-lookup.ts';
import { buildConnector } from '../request/undici.ts';

/** The dependencies of connecting. */
export interface ConnectOptions {
  readonly endpoints: Endpoints;
  readonly lookup: LookupAll;
  readonly timeoutMs: number;
  /** Certificates to trust in addition to Node's. */
  readonly ca?: string;
}

/** undici's connector. It returns the socket that it is opening, although its type does not say so. */
export type Connect = (...args: Parameters<BuildConnector.connector>) => Socket | undefined;

/**
 * Creates the function with which undici opens sockets. Every address is checked when it connects,
 * whether it comes from a name or literally from the link; a literal address is never looked up.
 */
export function createGuardedConnect(options: ConnectOptions): Connect {
  const { endpoints, lookup, timeoutMs, ca } = options;
  const connectors = new Map<number, Connect>();
  // One per port, since a lookup does not get the port. Few ports are ever allowed.
  const connectorFor = (port: number): Connect => {
    const known = connectors.get(port);
    if (known) return known;
    const guarded = createGuardedLookup(lookup, (address) => endpoints.refuse(address, port));
    const connector = buildConnector({
      timeout: timeoutMs,
      lookup: guarded,
      autoSelectFamily: true,
      ...(ca !== undefined && { ca }),
    }) as Connect;
    connectors.set(port, connector);
    return connector;
  };
  return (target, callback) => {
    const port = Number(target.port || (target.protocol === 'https:' ? 443 : 80));
    const what = isIP(target.hostname) ? endpoints.refuse(target.hostname, port) : undefined;
    if (what !== undefined) {
      callback(new FetchFault('refused-address', { host: target.hostname, what }), null);
      return undefined;
    }
    return connectorFor(port)(target, callback);
  };
}
