import { UserError } from '../../errors.ts';
import { parseUrl } from '../../parse-url.ts';

/** Where a store is: a file (or ":memory:"), or a server. */
export type StoreAddress =
  | { readonly engine: 'sqlite'; readonly path: string }
  | { readonly engine: 'postgres' | 'redis'; readonly url: URL };

const examples =
  'sqlite:data/store/dateline.sqlite, postgres://user:password@host/database, redis://host:6379 or memory:';

/** Reads a STORE_URL. Throws a UserError that names the forms, never the URL: it may hold a password. */
export function parseStoreUrl(url: string): StoreAddress {
  const [, scheme = '', rest = ''] = /^([a-z]+):(.*)$/is.exec(url.trim()) ?? [];
  switch (scheme.toLowerCase()) {
    case 'memory':
      return { engine: 'sqlite', path: ':memory:' };
    case 'sqlite': {
      const path = rest.replace(/^\/\/(?=\/|\.)/, '');
      if (path === '')
        throw new UserError('bad-config', `STORE_URL names no file. It is one of ${examples}.`);
      return { engine: 'sqlite', path };
    }
    case 'postgres':
    case 'postgresql':
      return { engine: 'postgres', url: parseServerUrl(url.trim()) };
    case 'redis':
    case 'rediss':
      return { engine: 'redis', url: parseServerUrl(url.trim(), /^\/?\d*$/) };
    default:
      throw new UserError(
        'bad-config',
        `STORE_URL has no kind of store that is known. It is one of ${examples}.`,
      );
  }
}

function parseServerUrl(text: string, path = /^/): URL {
  const url = parseUrl(text);
  if (url === undefined || url.hostname === '' || !path.test(url.pathname)) {
    throw new UserError(
      'bad-config',
      `STORE_URL is no readable address. It is one of ${examples}.`,
    );
  }
  return url;
}
