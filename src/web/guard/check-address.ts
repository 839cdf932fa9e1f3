import ipaddr from 'ipaddr.js';

/**
 * Says why the bot must not connect to an IP address, in words that follow "leads to"; undefined for an
 * ordinary public address. Anything that is not an address is refused too. An IPv6 address that contains
 * an IPv4 one (mapped, compatible, translated, 6to4, NAT64, Teredo) is always refused: no public host is
 * published that way, and each could bypass this check.
 */
export function checkAddress(address: string): string | undefined {
  if (!ipaddr.isValid(address)) return 'something that is not an address';
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  if (range !== 'unicast') return RANGES[range] ?? 'an address that is not public';
  if (parsed.kind() === 'ipv4') return METADATA.has(parsed.toString()) ? CLOUD : undefined;
  // All public IPv6 addresses are in 2000::/3. The rest is reserved, including ::a.b.c.d.
  return parsed.match(PUBLIC_IPV6) ? undefined : 'an address that is not public';
}

const CLOUD = 'a service inside the host’s own data centre';
const PUBLIC_IPV6 = ipaddr.parseCIDR('2000::/3');

/** Internal services at public addresses: Azure's wire server. The others are link-local or private. */
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
