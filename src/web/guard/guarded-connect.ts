import { isIP, type Socket } from 'node:net';
import type { buildConnector as BuildConnector } from 'undici';
import type { Endpoints } from './allowed-endpoints.ts';
import { FetchFault } from '../request/fetch-failure.ts';
import { createGuardedLookup, type LookupAll } from './guarded-lookup.ts';
import { buildConnector } from '../request/undici.ts';

/** What connecting needs. */
export interface ConnectOptions {
  readonly endpoints: Endpoints;
  readonly lookup: LookupAll;
  readonly timeoutMs: number;
  /** Certificates to trust besides those that Node trusts. */
  readonly ca?: string;
}

/** undici's connector, which in truth gives the socket that it begins to open. */
export type Connect = (...args: Parameters<BuildConnector.connector>) => Socket | undefined;

/**
 * How undici opens a socket: every address is checked at the moment of connecting, whether a name
 * led to it or the link has it literally, for literal addresses are never looked up.
 */
export function createGuardedConnect(options: ConnectOptions): Connect {
  const { endpoints, lookup, timeoutMs, ca } = options;
  const connectors = new Map<number, Connect>();
  // One a port, since a lookup is not told the port; few ports are ever open.
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
