import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { parseStoreUrl } from '../../../src/store/engines/parse-store-url.ts';

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
  ])('"%s" is refused with a list of valid forms, without its password', (url) => {
    const refused = (): unknown => parseStoreUrl(url);
    expect(refused).toThrow(UserError);
    expect(refused).toThrow('sqlite:data/store/dateline.sqlite, postgres://');
    expect(refused).not.toThrow('s3cret');
  });
});
