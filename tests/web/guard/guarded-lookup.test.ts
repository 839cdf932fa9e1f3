import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { checkAddress } from '../../../src/web/guard/check-address.ts';
import { createGuardedLookup } from '../../../src/web/guard/guarded-lookup.ts';
import { buildLookup } from '../../support/open-web.ts';

const lookup = createGuardedLookup(
  buildLookup({
    'public.example': ['1.1.1.1', '2606:4700::1111'],
    'private.example': ['10.0.0.1'],
    'both.example': ['127.0.0.1', '1.1.1.1', '::1'],
    'empty.example': [],
    'changing.example': [['1.1.1.1'], ['127.0.0.1']],
  }),
  checkAddress,
);

function ask(name: string, all: boolean): Promise<string | LookupAddress[]> {
  return new Promise((resolve, reject) => {
    lookup(name, { all }, (error, address) => (error ? reject(error) : resolve(address)));
  });
}

describe('a guarded lookup', () => {
  it('returns public addresses, one or all of them', async () => {
    expect(await ask('public.example', false)).toBe('1.1.1.1');
    expect(await ask('public.example', true)).toHaveLength(2);
  });

  it('leaves out the other addresses of a name that has both', async () => {
    expect(await ask('both.example', true)).toEqual([{ address: '1.1.1.1', family: 4 }]);
  });

  it('refuses a name without a public address', async () => {
    await expect(ask('private.example', true)).rejects.toThrow(
      'private.example leads to a private address and is not opened.',
    );
    await expect(ask('empty.example', true)).rejects.toThrow('leads to');
  });

  it('checks every answer of a name that changes', async () => {
    expect(await ask('changing.example', false)).toBe('1.1.1.1');
    await expect(ask('changing.example', false)).rejects.toThrow('leads to this machine');
  });

  it('passes on the error', async () => {
    await expect(ask('unknown.example', true)).rejects.toMatchObject({ code: 'ENOTFOUND' });
  });
});
