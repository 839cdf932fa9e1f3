import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildOpml } from '../../../src/ingest/sources/build-opml.ts';
import { parseFeedAddress } from '../../../src/ingest/sources/feed-address.ts';
import { OPML_LIMITS, parseOpml } from '../../../src/ingest/sources/parse-opml.ts';
import { NOW } from '../../support/build-services.ts';

const wrap = (body: string) => `<opml version="1.0"><head/><body>${body}</body></opml>`;

describe('parseOpml', () => {
  it('finds feeds in nested folders, with name, home page and language', () => {
    const text = wrap(`
      <outline text="World"><outline text="Europe">
        <outline type="rss" text="short" title="Harbour &amp; Post" language="pt-BR"
          xmlUrl="https://harbour.example/feed?a=1&amp;b=2" htmlUrl="https://harbour.example/"/>
      </outline></outline>
      <outline xmlUrl="https://www.other.example/rss"/>`);
    expect(parseOpml(text)?.sources).toEqual([
      {
        name: 'Harbour & Post',
        url: 'https://harbour.example/feed?a=1&b=2',
        homeUrl: 'https://harbour.example/',
        lang: 'pt',
      },
      { name: 'other.example', url: 'https://www.other.example/rss' },
    ]);
  });

  it('reads sloppy files: other capitals, a byte order mark, unescaped characters, no end', () => {
    const text =
      '\uFEFF<OPML><BODY><outline TEXT="A & B" XMLURL="feed://a.example/rss?x=1&y=2"><outline text="no feed"/>';
    expect(parseOpml(text)?.sources).toEqual([
      { name: 'A & B', url: 'https://a.example/rss?x=1&y=2' },
    ]);
  });

  it('reports what it could not use: unusable addresses and duplicate feeds', () => {
    const text = wrap(
      `<outline xmlUrl="javascript:alert(1)"/><outline xmlUrl="file:///etc/passwd"/>
       <outline xmlUrl="https://a.example/rss"/><outline xmlUrl="https://a.example/rss"/>`,
    );
    expect(parseOpml(text)).toEqual({
      sources: [{ name: 'a.example', url: 'https://a.example/rss' }],
      unreadable: ['javascript:alert(1)', 'file:///etc/passwd'],
      leftOut: 1,
    });
  });

  it.each([
    ['nothing', ''],
    ['a page', '<html><body><p>Hello</p></body></html>'],
    ['JSON', '[]'],
    ['a feed', '<rss version="2.0"><channel><title>x</title></channel></rss>'],
    ['too much', `${wrap('')}${' '.repeat(OPML_LIMITS.bytes)}`],
  ])('does not read %s as OPML', (_, text) => {
    expect(parseOpml(text)).toBeUndefined();
  });

  it('survives a file of many folders that are never closed', () => {
    const text = `<opml><body>${'<outline text="x">'.repeat(60_000)}</body></opml>`;
    expect(parseOpml(text)?.sources ?? []).toEqual([]);
  });

  it('reads no more feeds than its limit', () => {
    const many = Array.from(
      { length: OPML_LIMITS.feeds + 10 },
      (_, index) => `<outline xmlUrl="https://a.example/${index}"/>`,
    );
    const list = parseOpml(wrap(many.join('')));
    expect(list?.sources).toHaveLength(OPML_LIMITS.feeds);
    expect(list?.leftOut).toBe(10);
  });
});

describe('buildOpml', () => {
  it('writes what parseOpml reads back', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .map((text) => text.replace(/\s+/gu, ' ').trim())
      .filter((text) => text !== '');
    const url = fc
      .webUrl({ withQueryParameters: true })
      .map((text) => parseFeedAddress(text) ?? '');
    const source = fc.record({ name, url: url.filter(Boolean) });
    fc.assert(
      fc.property(
        fc.uniqueArray(source, { selector: (one) => one.url, maxLength: 5 }),
        (sources) => {
          const text = buildOpml('A <title> & "more"', sources, NOW);
          expect(parseOpml(text)).toMatchObject({ title: 'A <title> & "more"', sources });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('leaves out characters that XML cannot contain', () => {
    const sources = [{ name: 'a\u0000b\u000Bc\uD800d', url: 'https://a.example/rss' }];
    const text = buildOpml('x', sources, NOW);
    expect(text).toContain('title="abcd"');
    expect(parseOpml(text)?.sources).toEqual([{ name: 'abcd', url: 'https://a.example/rss' }]);
  });
});
