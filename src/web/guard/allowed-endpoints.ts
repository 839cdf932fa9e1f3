import ipaddr from 'ipaddr.js';
import { checkAddress } from './check-address.ts';

/** What may be connected to; built once from the list that the configuration gives. */
export interface Endpoints {
  /** Whether a link may name this port at all, the host's address not known yet. */
  allowsPort(scheme: string, port: number): boolean;
  /** Why this address is not to be connected to at this port, or undefined. */
  refuse(address: string, port: number): string | undefined;
}

/**
 * Public addresses at the default ports, and what `allow` names besides: `192.0.2.7:8080` or
 * `[fd00::7]:8080` opens one address at one port, public or not, and `*:8080` opens a port of
 * public addresses. Entries that are none of these open nothing.
 */
export function createEndpoints(allow: readonly string[]): Endpoints {
  const entries = allow.flatMap((entry) => parseEndpoint(entry) ?? []);
  const named = new Set(entries.map(({ address, port }) => `${address} ${port}`));
  const ports = new Set(entries.map(({ port }) => port));
  return {
    allowsPort: (scheme, port) => DEFAULT_PORTS[scheme] === port || ports.has(port),
    refuse(address, port) {
      if (named.has(`${normalize(address) ?? ''} ${port}`)) return undefined;
      const isUsual = port === 80 || port === 443 || named.has(`* ${port}`);
      return checkAddress(address) ?? (isUsual ? undefined : 'an unusual port');
    },
  };
}

/** An entry as the configuration takes it, or undefined where it is not well-formed. */
export function parseEndpoint(
  entry: string,
): { readonly address: string; readonly port: number } | undefined {
  const [, host = '', digits = ''] = /^(\*|[\d.]+|\[[\da-f:]+\]):(\d{1,5})$/iu.exec(entry) ?? [];
  const port = Number(digits);
  const address = host === '*' ? host : normalize(host.replace(/^\[|\]$/gu, ''));
  return address !== undefined && port > 0 && port <= 65_535 ? { address, port } : undefined;
}

/** One spelling of an address; what is none has none. */
function normalize(address: string): string | undefined {
  return ipaddr.isValid(address) ? ipaddr.parse(address).toString() : undefined;
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };
