import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { parseStoreUrl } from '../../../src/store/engines/parse-store-url.ts';
import { findFreePort } from '../../support/local-server.ts';

describe('a STORE_URL', () => {
  it.each([
    ['sqlite:data/store/dateline.sqlite', 'data/store/dateline.sqlite'],
    ['sqlite:/var/lib/dateline.sqlite', '/var/lib/dateline.sqlite'],
    ['sqlite:///var/lib/dateline.sqlite', '/var/lib/dateline.sqlite'],
    ['sqlite://./dateline.sqlite', './dateline.sqlite'],
    ['sqlite:C:\\dateline\\store.sqlite', 'C:\\dateline\\store.sqlite'],
    [' SQLITE:with space.sqlite ', 'with space.sqlite'],
    ['memory:', ':memory:'],
  ])('%s names a file', (url, path) => {
    expect(parseStoreUrl(url)).toEqual({ engine: 'sqlite', path });
  });

  it.each([
    ['postgres://u:p@db.example:5433/news?sslmode=require', 'postgres'],
    ['postgresql://db.example/news', 'postgres'],
    ['redis://:p@cache.example:6379/2', 'redis'],
    ['rediss://cache.example', 'redis'],
  ])('%s names a server', (url, engine) => {
    expect(parseStoreUrl(url)).toMatchObject({ engine });
  });

  it.each([
    '',
    'data/store/dateline.sqlite',
    'sqlite:',
    'mysql://root:s3cret@db/news',
    'postgres://',
    'postgres://user:s3cret@:bad:/x',
    'redis:',
    'redis://:s3cret@cache.example/news',
  ])('"%s" is refused with the forms there are, and without its password', (url) => {
    const refused = (): unknown => parseStoreUrl(url);
    expect(refused).toThrow(UserError);
    expect(refused).toThrow('sqlite:data/store/dateline.sqlite, postgres://');
    expect(refused).not.toThrow('s3cret');
  });
});

describe('a server that', () => {
  const servers = [
    ['postgres', 'news'],
    ['redis', '0'],
  ];

  it.each(servers)('is not there (%s) is named without its password', async (scheme, path) => {
    const port = await findFreePort();
    const error = await failToOpen(`${scheme}://user:s3cret@127.0.0.1:${port}/${path}`);
    expect(error).toBeInstanceOf(UserError);
    expect(error.message).toContain(`at 127.0.0.1:${port} cannot be reached. Check that it runs`);
    expect(error.message).not.toContain('s3cret');
  });

  it.each(servers)('has no such host (%s) is named', async (scheme, path) => {
    const error = await failToOpen(`${scheme}://user:s3cret@no-such-host.invalid/${path}`);
    expect(error.message).toContain('The host no-such-host.invalid is not known');
    expect(error.message).not.toContain('s3cret');
  });
});

async function failToOpen(url: string): Promise<Error> {
  return openStore(url).then(
    () => new Error('It opened.'),
    (error: unknown) => error as Error,
  );
}
