import ipaddr from 'ipaddr.js';

/**
 * Why an IP address is not to be connected to, in words that follow "leads to"; undefined for an
 * ordinary public address. What is no address is refused as well. An IPv6 address that carries an
 * IPv4 one (mapped, compatible, translated, 6to4, NAT64, Teredo) is refused whatever it carries:
 * no public host is published that way, and each is a way around this check.
 */
export function checkAddress(address: string): string | undefined {
  if (!ipaddr.isValid(address)) return 'something that is no address';
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  if (range !== 'unicast') return RANGES[range] ?? 'an address that is not public';
  if (parsed.kind() === 'ipv4') return METADATA.has(parsed.toString()) ? CLOUD : undefined;
  // All that is public in IPv6 lies in 2000::/3; the rest is reserved, ::a.b.c.d among it.
  return parsed.match(PUBLIC_IPV6) ? undefined : 'an address that is not public';
}

const CLOUD = 'a service inside the host’s own data centre';
const PUBLIC_IPV6 = ipaddr.parseCIDR('2000::/3');

/** Inner services at public addresses: Azure's wire server. The others are link-local or private. */
const METADATA = new Set(['168.63.129.16']);

const RANGES: Readonly<Record<string, string>> = {
  unspecified: 'this machine',
  loopback: 'this machine',
  private: 'a private address',
  uniqueLocal: 'a private address',
  linkLocal: 'an address of the local network',
  carrierGradeNat: 'an address inside a provider’s network',
  multicast: 'many machines at once',
  broadcast: 'many machines at once',
  ipv4Mapped: 'an address written to hide another',
};
