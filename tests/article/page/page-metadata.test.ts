import { describe, expect, it } from 'vitest';
import { findMetadata } from '../../../src/article/page/find-metadata.ts';
import { openPage } from '../../../src/article/page/page-dom.ts';
import { readCanonicalUrl } from '../../../src/article/page/page-url.ts';

const URL_OF_PAGE = 'https://www.meridian.example/world/bridge';

describe('what a page says about itself', () => {
  it.each([
    ['a JSON-LD headline', ld({ headline: 'Bridge &amp; Tunnel Shut' }), { title: 'Bridge & Tunnel Shut' }],
    ['an h1 that the window title begins with', '<title>Bridge Shut at Alder | World | Post</title><h1>Bridge Shut at Alder</h1>', { title: 'Bridge Shut at Alder' }],
    ['a title with the site behind it', '<meta property="og:site_name" content="The Post"><title>Bridge Shut at Alder - The Post</title>', { title: 'Bridge Shut at Alder', source: 'The Post' }],
    ['a dash that belongs to the headline', '<title>Bridge shut - and nobody knows why</title>', { title: 'Bridge shut - and nobody knows why' }],
    ['authors in a list', ld({ author: [{ name: 'Ana Renn' }, 'Tom Hale'] }), { author: 'Ana Renn, Tom Hale' }],
    ['an author by reference', graph([{ '@type': 'Person', '@id': '#a', name: 'Ana Renn' }, { '@type': 'NewsArticle', author: { '@id': '#a' } }]), { author: 'Ana Renn' }],
    ['an author after "By"', '<meta name="author" content="By Ana Renn">', { author: 'Ana Renn' }],
    ['an author who is a link or an address', '<meta property="article:author" content="https://facebook.com/ana"><meta name="dc.creator" content="ana@post.example">', { author: undefined }],
    ['a byline in the markup', '<div class="c-byline">By Ana Renn</div>', { author: 'Ana Renn' }],
    ['a date with its zone', ld({ datePublished: '2024-03-11T16:20:00+02:00' }), { published: { iso: '2024-03-11T14:20:00.000Z', dayOnly: false } }],
    ['a date without a time', '<meta property="article:published_time" content="2024-03-11">', { published: { iso: '2024-03-11T00:00:00.000Z', dayOnly: true } }],
    ['a time element', '<article><time datetime="2024-03-11T09:00Z">today</time></article>', { published: { iso: '2024-03-11T09:00:00.000Z', dayOnly: false } }],
    ['a date in words in an element for dates', '<span class="post-date">11 March 2024</span>', { published: { iso: '2024-03-11T00:00:00.000Z', dayOnly: true } }],
    ['no date', '<p>On 11 March 2024 it rained.</p>', { published: undefined }],
    ['a section with its path', '<meta property="article:section" content="News > World">', { section: 'World' }],
    ['a language with its country', '<html lang="pt-BR"><body></body></html>', { lang: 'pt' }],
    ['a publisher', ld({ publisher: { name: 'The Post' } }), { source: 'The Post' }],
    ['an article that is not free', ld({ isAccessibleForFree: false }), { isLocked: true, type: 'article' }],
    ['an article that is free', ld({ isAccessibleForFree: 'True' }), { isLocked: false }],
    ['JSON-LD with raw line breaks', '<script type="application/ld+json">{"@type":"Article","headline":"Bridge\nShut"}</script>', { title: 'Bridge Shut' }],
    ['invalid JSON-LD', '<script type="application/ld+json">{"@type":</script><title>Bridge Shut</title>', { title: 'Bridge Shut' }],
    ['a shop', '<script type="application/ld+json">{"@type":"Product","name":"Boots"}</script>', { type: 'other' }],
  ])('%s', (_, html, expected) => {
    const metadata = findMetadata(openPage(html), URL_OF_PAGE);
    for (const [field, value] of Object.entries(expected)) {
      expect(metadata[field as keyof typeof metadata]).toEqual(value);
    }
  }); // prettier-ignore

  it('includes the day in its address if it names no other', () => {
    const { published } = findMetadata(openPage(''), 'https://post.example/2024/03/11/bridge');
    expect(published).toEqual({ iso: '2024-03-11T00:00:00.000Z', dayOnly: true });
  });
});

describe("a page's canonical address", () => {
  it.each([
    ['on the same host', 'https://www.meridian.example/a', 'https://www.meridian.example/a'],
    ['relative', '/b', 'https://www.meridian.example/b'],
    ['on another host of the site', 'https://meridian.example/a', 'https://meridian.example/a'],
    ['on the host of another publisher', 'https://post.example/a', undefined],
    ['on a host that only has a similar ending', 'https://notmeridian.example/a', undefined],
    ['the home page', 'https://www.meridian.example/', undefined],
    ['not a web address', 'javascript:alert(1)', undefined],
    ['broken', 'http://[', undefined],
    ['missing', null, undefined],
  ])('%s', (_, named, expected) => {
    expect(readCanonicalUrl(named, URL_OF_PAGE)).toBe(expected);
  });
});

function ld(fields: object): string {
  return `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...fields })}</script>`;
}

function graph(nodes: readonly object[]): string {
  return `<script type="application/ld+json">${JSON.stringify({ '@graph': nodes })}</script>`;
}
