import { isIP } from 'node:net';

/** Where a server of the bot listens. */
export interface ListenAddress {
  /** An IP address, or `localhost`. */
  readonly host: string;
  readonly port: number;
}

/** Where the health server listens, and the token that each request has to bring. */
export interface HealthSettings extends ListenAddress {
  readonly token?: string;
}

/** Whether an address needs a token, because others than this machine reach it. */
export function needsToken(address: string | undefined): boolean {
  const parsed = parseListenAddress(address ?? '');
  return parsed !== undefined && !isLoopback(parsed.host);
}

/** Builds the part of the configuration; empty without an address. */
export function buildHealthSettings(
  address: string | undefined,
  token: string | undefined,
): { readonly health?: HealthSettings } {
  const parsed = parseListenAddress(address ?? '');
  return parsed ? { health: { ...parsed, ...(token !== undefined && { token }) } } : {};
}

/** Parses `127.0.0.1:9464`, `[::1]:9464` or `localhost:9464`; undefined if it is something else. */
export function parseListenAddress(text: string): ListenAddress | undefined {
  const [, host = '', digits = ''] =
    /^(localhost|[\d.]+|\[[\da-f:.]+\]):(\d{1,5})$/iu.exec(text) ?? [];
  const bare = host.replaceAll(/^\[|\]$/gu, '').toLowerCase();
  const port = Number(digits);
  const isKnown = bare === 'localhost' || isIP(bare) !== 0;
  return isKnown && digits !== '' && port <= 65_535 ? { host: bare, port } : undefined;
}

/** Whether only programs on this machine reach a host. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase();
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}
