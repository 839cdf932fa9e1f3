import ipaddr from 'ipaddr.js';
import { checkAddress } from './check-address.ts';

/** The addresses and ports that the bot may connect to. */
export interface Endpoints {
  /** Whether a link may name this port, before the host's address is known. */
  allowsPort(scheme: string, port: number): boolean;
  /** Why the bot must not connect to this address at this port; undefined if it may. */
  refuse(address: string, port: number): string | undefined;
}

/**
 * Allows public addresses at the default ports, and what `allow` lists: `192.0.2.7:8080` or
 * `[fd00::7]:8080` allows one address at one port, public or not, and `*:8080` allows a port of all
 * public addresses. Other entries allow nothing.
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

/** Parses an entry of the configuration; undefined if it is malformed. */
export function parseEndpoint(
  entry: string,
): { readonly address: string; readonly port: number } | undefined {
  const [, host = '', digits = ''] = /^(\*|[\d.]+|\[[\da-f:]+\]):(\d{1,5})$/iu.exec(entry) ?? [];
  const port = Number(digits);
  const address = host === '*' ? host : normalize(host.replace(/^\[|\]$/gu, ''));
  return address !== undefined && port > 0 && port <= 65_535 ? { address, port } : undefined;
}

/** Normalizes the spelling of an address; undefined if it is not an address. */
function normalize(address: string): string | undefined {
  return ipaddr.isValid(address) ? ipaddr.parse(address).toString() : undefined;
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };
