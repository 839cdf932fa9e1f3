import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalFeedUrl } from '../../../src/ingest/sources/feed-address.ts';
import {
  parseSourceList,
  parseSourcesSetting,
} from '../../../src/ingest/sources/parse-source-list.ts';
import { readSourceList } from '../../../src/ingest/sources/read-source-list.ts';

/** Countries of each part of the world. The list must have feeds from every part. */
const PARTS: Readonly<Record<string, string>> = {
  Africa: 'NG KE ZA ET EG GH SN MA TN DZ CD CG RW UG TZ',
  Asia: 'IN PK BD JP KR CN HK TW SG TH ID PH VN MY IL SA QA AE TR',
  Europe: 'GB DE FR ES IT PT NL BE AT SE NO UA PL CZ LV IE CH',
  'North America': 'US CA MX CR JM GT',
  'South America': 'BR AR CO CL PE UY VE',
  Oceania: 'AU NZ FJ PG',
};

describe('the list that comes with the bot', () => {
  it('has at least 40 feeds over https, each of another publisher', async () => {
    const list = await readSourceList(undefined);
    expect(list.length).toBeGreaterThanOrEqual(40);
    expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
    expect(new Set(list.map(({ url }) => canonicalFeedUrl(url))).size).toBe(list.length);
    for (const { url, homeUrl } of list) {
      expect(url).toMatch(/^https:\/\//);
      expect(homeUrl).toMatch(/^https:\/\//);
    }
  });

  it('has an existing country and language for each feed', async () => {
    const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
    for (const { country, lang } of await readSourceList(undefined)) {
      expect(regions.of(country ?? '')).toBeDefined();
      expect(languages.of(lang ?? '')).toBeDefined();
    }
  });

  it.each(Object.entries(PARTS))('has at least two feeds from %s', async (_, countries) => {
    const list = await readSourceList(undefined);
    const found = list.filter(({ country }) => countries.split(' ').includes(country ?? ''));
    expect(found.length).toBeGreaterThanOrEqual(2);
  });

  it('has feeds in at least six languages', async () => {
    const list = await readSourceList(undefined);
    expect(new Set(list.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(6);
  });
});

describe('SOURCES', () => {
  it.each([
    [undefined, 'default'],
    ['  ', 'default'],
    ['none', 'none'],
    ['news/my feeds.opml', 'file'],
    ['https://a.example/rss', 'urls'],
    ['https://a.example/rss, feed:https://b.example/rss', 'urls'],
  ])('%j is read as %s', (text, kind) => {
    expect(parseSourcesSetting(text).kind).toBe(kind);
  });

  it('names a feed that is given only by its address after its host', async () => {
    expect(await readSourceList('https://www.a.example/rss')).toEqual([
      { name: 'a.example', isUnnamed: true, url: 'https://www.a.example/rss' },
    ]);
  });

  it.each(['https://a.example/rss, feeds.json', 'https://a.example/rss https://'])(
    'is refused if it mixes addresses with something else: %s',
    (text) => {
      expect(() => parseSourcesSetting(text)).toThrow('one file, or addresses separated by commas');
    },
  );
});

describe('a list in a file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const write = async (name: string, text: string) => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };

  it('may be JSON or OPML', async () => {
    const source = { name: 'A', url: 'https://a.example/rss' };
    const json = await write('feeds.json', JSON.stringify([source]));
    const opml = await write(
      'feeds.opml',
      '<opml><body><outline text="A" xmlUrl="https://a.example/rss"/></body></opml>',
    );
    expect(await readSourceList(json)).toEqual([source]);
    expect(await readSourceList(opml)).toEqual([source]);
  });

  it('is named in the error if it cannot be read', async () => {
    const path = join(folder, 'missing.json');
    await expect(readSourceList(path)).rejects.toThrow(`SOURCES names ${path}: no such file`);
    const page = await write('page.html', '<html></html>');
    await expect(readSourceList(page)).rejects.toThrow(`SOURCES names ${page}. It is no OPML`);
  });

  it.each<[string, object, RegExp]>([
    ['an unknown country', { country: 'QQ' }, /0\.country must be a country/],
    ['small letters', { country: 'gb' }, /0\.country must be a country/],
    ['an unknown language', { lang: 'qqx' }, /0\.lang must be the primary subtag/],
    ['another protocol', { url: 'ftp://a.example/rss' }, /0\.url must be an http/],
    ['what is no address', { url: 'x' }, /0\.url must be an http/],
    ['an empty address', { url: '' }, /0\.url must be an http/],
    ['no name', { name: ' ' }, /0\.name/],
    ['a field it does not know', { feed: 'x' }, /feed/],
  ])('is refused with %s', (_, change, message) => {
    const entry = { name: 'A', url: 'https://a.example/rss', ...change };
    expect(() => parseSourceList(JSON.stringify([entry]))).toThrow(message);
  });

  it('is refused if it names a feed twice or is not JSON', () => {
    const twice = [
      { name: 'A', url: 'https://a.example/rss' },
      { name: 'B', url: 'https://www.a.example/rss/' },
    ];
    expect(() => parseSourceList(JSON.stringify(twice))).toThrow('names a feed twice');
    expect(() => parseSourceList('{')).toThrow('neither JSON nor OPML');
  });
});
