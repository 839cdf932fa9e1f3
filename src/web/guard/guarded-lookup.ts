import type { LookupAddress, LookupAllOptions, LookupOptions } from 'node:dns';
import { FetchFault } from '../request/fetch-failure.ts';

/** `dns.lookup` when it is asked for all addresses. */
export type LookupAll = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** `dns.lookup`, as sockets call it. */
export type Lookup = (
  hostname: string,
  options: LookupOptions,
  callback: (
    error: NodeJS.ErrnoException | null,
    address: string | LookupAddress[],
    family?: number,
  ) => void,
) => void;

/**
 * Creates a lookup for sockets that returns only addresses that `refuse` accepts. The socket connects to
 * what this returns and does not look up the name again, so changing its DNS record gains nothing.
 * If a name has public and other addresses, the others are left out.
 */
export function createGuardedLookup(
  lookup: LookupAll,
  refuse: (address: string) => string | undefined,
): Lookup {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, []);
        return;
      }
      const open = addresses.filter(({ address }) => refuse(address) === undefined);
      const [first] = open;
      if (first === undefined) {
        const what = refuse(addresses[0]?.address ?? '') ?? 'no address';
        callback(new FetchFault('refused-address', { host: hostname, what }), []);
      } else if (options.all) callback(null, open);
      else callback(null, first.address, first.family);
    });
  };
}
