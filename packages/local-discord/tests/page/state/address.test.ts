import { expect, it } from 'vitest';
import { addressOf, parseAddress } from '../../../page/state/address.ts';

it('gives a channel a URL fragment', () => {
  expect(parseAddress(addressOf('123'))).toBe('123');
  expect(parseAddress('#/channels/<script>')).toBeUndefined();
});
