import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexPath } from '../../../src/index/saved/index-path.ts';

const ID = '8c1f7a52-6f0e-4bd5-9a3c-0a4b6f1e2d3c';

describe('the path of a saved index', () => {
  it.each([
    ['sqlite:data/store/dateline.sqlite', ID, 'data/store/dateline.sqlite.index'],
    ['sqlite:///var/lib/dateline.sqlite', ID, '/var/lib/dateline.sqlite.index'],
    ['postgres://me:secret@host/news', ID, join('data', 'store', `${ID}.index`)],
    ['redis://host:6379', ID, join('data', 'store', `${ID}.index`)],
    ['memory:', ID, undefined],
    ['postgres://host/news', '../../etc/passwd', undefined],
    ['postgres://host/news', '', undefined],
  ])('of %s with the identity %j is %j', (url, identity, path) => {
    expect(indexPath(url, identity)).toBe(path);
  });
});
