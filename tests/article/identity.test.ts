import { describe, expect, it } from 'vitest';
import { buildArticleId } from '../../src/article/article-id.ts';
import { canonicalUrl } from '../../src/article/canonical-url.ts';
import { parseArticles } from './parse-all.ts';

it.each([
  ['http://www.wire.example/a/', 'https://wire.example/a'],
  ['https://WIRE.example/a?utm_source=x&b=2&a=1#top', 'https://wire.example/a?a=1&b=2'],
  ['https://m.wire.example/a/amp', 'https://wire.example/a'],
  ['ftp://wire.example/a', undefined],
  ['no address', undefined],
])('%s is the page %s', (url, canonical) => expect(canonicalUrl(url)).toBe(canonical));

describe("an article's id", () => {
  const title = 'Bridge Opens';
  it('depends on the page only, not on the headline', () => {
    const id = buildArticleId({ title, url: 'https://wire.example/a?utm_source=x' });
    expect(id).toMatch(/^[0-9a-f]{16}$/);
    expect(buildArticleId({ title: 'Another', url: 'http://www.wire.example/a' })).toBe(id);
  });
  it('differs for a server whose own source brought it', () => {
    const article = { title, url: 'https://wire.example/a' };
    const ids = [{}, { onlyFor: '1' }, { onlyFor: '2' }].map((who) =>
      buildArticleId({ ...article, ...who }),
    );
    expect(new Set(ids).size).toBe(3);
  });
  it('depends on publisher, headline and stated day if there is no page', () => {
    const id = buildArticleId({ title, source: 'Wire', statedAt: '2024-05-01T08:00:00Z' });
    const same = { title: ' bridge  opens', source: 'Wire', statedAt: '2024-05-01' };
    expect(buildArticleId(same)).toBe(id);
    expect(buildArticleId({ ...same, source: 'Other' })).not.toBe(id);
    expect(buildArticleId({ ...same, statedAt: '2024-05-02' })).not.toBe(id);
  });
  it('distinguishes publishers with the same headline, even by their file names', async () => {
    const text = 'Bridge Opens Over the Gap\n\nThe bridge opened on Saturday.\n';
    const [wire] = await parseArticles(text, { path: 'meridian-wire.txt' });
    const [courier] = await parseArticles(text, { path: 'harbour-courier.txt' });
    const [later] = await parseArticles(text, { path: 'archive/meridian-wire-2024-06.txt' });
    expect(courier?.id).not.toBe(wire?.id);
    expect(later?.id).toBe(wire?.id);
  });
  it('stays the same when the text changes or the file is saved again', async () => {
    const head = 'Bridge Opens Over the Gap\n\nThe bridge, June 1, 2024. (AFP)\nTT\n\n';
    const [first] = await parseArticles(`${head}It opened on Saturday.\n`, {
      modifiedAt: new Date('2024-06-02'),
    });
    const [second] = await parseArticles(`${head}It opened on Sunday, to applause.\n`, {
      modifiedAt: new Date('2025-01-01'),
    });
    expect(second?.text).not.toBe(first?.text);
    expect(second?.id).toBe(first?.id);
  });
});
