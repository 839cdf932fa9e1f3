import { describe, expect, it } from 'vitest';
import { checkAddress } from '../../../src/web/guard/check-address.ts';

describe('checkAddress', () => {
  it.each([
    ['0.0.0.0', 'this machine'],
    ['0.1.2.3', 'this machine'],
    ['127.0.0.1', 'this machine'],
    ['127.255.255.254', 'this machine'],
    ['10.0.0.1', 'a private address'],
    ['172.16.0.1', 'a private address'],
    ['172.31.255.255', 'a private address'],
    ['192.168.1.1', 'a private address'],
    ['169.254.169.254', 'an address of the local network'],
    ['100.64.0.1', 'an address inside a provider’s network'],
    ['100.100.100.200', 'an address inside a provider’s network'],
    ['224.0.0.1', 'many machines at once'],
    ['239.255.255.255', 'many machines at once'],
    ['255.255.255.255', 'many machines at once'],
    ['168.63.129.16', 'a service inside the host’s own data centre'],
    ['192.0.0.192', 'an address that is not public'],
    ['192.0.2.1', 'an address that is not public'],
    ['198.18.0.1', 'an address that is not public'],
    ['198.51.100.1', 'an address that is not public'],
    ['203.0.113.1', 'an address that is not public'],
    ['192.88.99.1', 'an address that is not public'],
    ['240.0.0.1', 'an address that is not public'],
    ['::', 'this machine'],
    ['::1', 'this machine'],
    ['fe80::1', 'an address of the local network'],
    ['fe80::1%eth0', 'an address of the local network'],
    ['fc00::1', 'a private address'],
    ['fd00:ec2::254', 'a private address'],
    ['ff02::1', 'many machines at once'],
    ['::ffff:127.0.0.1', 'an address written to hide another'],
    ['::ffff:8.8.8.8', 'an address written to hide another'],
    ['::127.0.0.1', 'an address written to hide another'],
    ['::7f00:1', 'an address that is not public'],
    ['::ffff:0:127.0.0.1', 'an address that is not public'],
    ['64:ff9b::7f00:1', 'an address that is not public'],
    ['64:ff9b:1::7f00:1', 'an address that is not public'],
    ['2002:7f00:1::', 'an address that is not public'],
    ['2001:0:7f00:1::', 'an address that is not public'],
    ['2001:db8::1', 'an address that is not public'],
    ['3fff::1', 'an address that is not public'],
    ['fec0::1', 'an address that is not public'],
    ['100::1', 'an address that is not public'],
    ['5f00::1', 'an address that is not public'],
    ['4000::1', 'an address that is not public'],
    ['localhost', 'something that is not an address'],
    ['', 'something that is not an address'],
  ])('refuses %s: %s', (address, why) => {
    expect(checkAddress(address)).toBe(why);
  });

  it.each(['1.1.1.1', '8.8.8.8', '93.184.216.34', '172.32.0.1', '2606:4700::1111', '2a00:1450::1'])(
    'lets %s pass',
    (address) => {
      expect(checkAddress(address)).toBeUndefined();
    },
  );
});
