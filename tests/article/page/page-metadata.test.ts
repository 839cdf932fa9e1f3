import { describe, expect, it } from 'vitest';
import { findMetadata } from '../../../src/article/page/facts/find-metadata.ts';
import { findUrlDay } from '../../../src/article/page/facts/page-date.ts';
import { openPage } from '../../../src/article/page/tree/open-page.ts';
import { readCanonicalUrl } from '../../../src/article/page/facts/page-url.ts';

const URL_OF_PAGE = 'https://www.meridian.example/world/bridge';

describe('what a page says about itself', () => {
  it.each([
    ['a JSON-LD headline', ld({ headline: 'Bridge &amp; Tunnel Shut' }), { title: 'Bridge & Tunnel Shut' }],
    ['an h1 that the window title begins with', '<title>Bridge Shut at Alder | World | Post</title><h1>Bridge Shut at Alder</h1>', { title: 'Bridge Shut at Alder' }],
    ['a title with the site behind it', '<meta property="og:site_name" content="The Post"><title>Bridge Shut at Alder - The Post</title>', { title: 'Bridge Shut at Alder', source: 'The Post' }],
    ['a title with a section and the site behind it', '<meta property="og:site_name" content="The Post"><title>Bridge shut at Alder in a storm - World - The Post</title>', { title: 'Bridge shut at Alder in a storm' }],
    ['a title with the site before it', '<meta property="og:site_name" content="The Post"><title>The Post | Bridge shut at Alder</title>', { title: 'Bridge shut at Alder' }],
    ['a title with the site of its address', '<title>Bridge shut at Alder — Meridian</title>', { title: 'Bridge shut at Alder' }],
    ['a title with a site between dots', '<meta property="og:site_name" content="The Post"><title>Bridge shut at Alder • The Post</title>', { title: 'Bridge shut at Alder' }],
    ['a title without spaces', '<meta property="og:site_name" content="奥尔德网"><title>奥尔德大桥因裂缝关闭_国际_奥尔德网</title>', { title: '奥尔德大桥因裂缝关闭' }],
    ['a score', '<meta property="og:site_name" content="The Post"><title>Alder 3 - Sund 1 - The Post</title>', { title: 'Alder 3 - Sund 1' }],
    ['a hyphen', '<title>Bridge shut in Stratford-upon-Avon</title>', { title: 'Bridge shut in Stratford-upon-Avon' }],
    ['a word like that of its address', '<title>Bridge shut - a meridian of his years</title>', { title: 'Bridge shut - a meridian of his years' }],
    ['a kicker in the heading', ld({ headline: 'Bridge Shut at Alder' }) + '<title>Traffic Bridge Shut at Alder</title><h1><span>Traffic</span>Bridge Shut at Alder</h1>', { title: 'Bridge Shut at Alder' }],
    ['a headline in two colours', '<title>Bridge Shut at Alder</title><h1><b>Bridge</b> Shut at Alder</h1>', { title: 'Bridge Shut at Alder' }],
    ['a dash that belongs to the headline', '<title>Bridge shut - and nobody knows why</title>', { title: 'Bridge shut - and nobody knows why' }],
    ['authors in a list', ld({ author: [{ name: 'Ana Renn' }, 'Tom Hale'] }), { author: 'Ana Renn, Tom Hale' }],
    ['an author by reference', graph([{ '@type': 'Person', '@id': '#a', name: 'Ana Renn' }, { '@type': 'NewsArticle', author: { '@id': '#a' } }]), { author: 'Ana Renn' }],
    ['an author after "By"', '<meta name="author" content="By Ana Renn">', { author: 'Ana Renn' }],
    ['an author who is a link or an address', '<meta property="article:author" content="https://facebook.com/ana"><meta name="dc.creator" content="ana@post.example">', { author: undefined }],
    ['an author after an address', '<meta name="author" content="ana@post.example"><meta name="parsely-author" content="Ana Renn">', { author: 'Ana Renn' }],
    ['a person beside the publisher', ld({ author: { '@type': 'Organization', name: 'The Post' }, publisher: { name: 'The Post' } }) + '<p><span class="article__author">By Ana Renn</span></p>', { author: 'Ana Renn' }],
    ['a person beside a desk', '<meta name="author" content="Redaktion"><span class="autor-name">Ana Renn</span>', { author: 'Ana Renn' }],
    ['a person by the parts of a name', ld({ author: { '@type': 'Person', givenName: 'Ana', familyName: 'Renn' } }), { author: 'Ana Renn' }],
    ['persons in a list of JSON-LD', ld({ author: { '@list': [{ name: 'Ana Renn' }, { name: 'Tom Hale' }] } }), { author: 'Ana Renn, Tom Hale' }],
    ['a creator', ld({ creator: ['Ana Renn'] }), { author: 'Ana Renn' }],
    ['two authors in RDFa', '<p><span property="author">Ana Renn</span>, <span property="author">Tom Hale</span></p>', { author: 'Ana Renn, Tom Hale' }],
    ['two authors behind links', `<article><p>By <a rel="author" href="/a">Ana Renn</a> and <a rel="author" href="/b">Tom Hale</a></p>${'<p>It rained for hours on the bridge. '.repeat(9)}<p><a rel="author" href="/c">Eva Mohr</a></p></article>`, { author: 'Ana Renn, Tom Hale' }],
    ['two authors side by side', '<div class="authors"><b class="author">Ana Renn</b><b class="author">Tom Hale</b></div>', { author: 'Ana Renn, Tom Hale' }],
    ['an author with an account', ld({ author: { name: 'Ana Renn (@anarenn)' } }), { author: 'Ana Renn' }],
    ['an author with a duty', ld({ author: { name: 'Ana Renn, Chief Roads Correspondent' } }), { author: 'Ana Renn' }],
    ['a person beside the staff', '<meta name="author" content="Meridian Staff"><p class="byline">By Ana Renn</p>', { author: 'Ana Renn' }],
    ['a label in an element of its own', '<div class="field-author"><div>Author</div><div>Ana Renn</div></div>', { author: 'Ana Renn' }],
    ['a publisher alone', ld({ author: { name: 'The Post' }, publisher: { name: 'The Post' } }), { author: 'The Post' }],
    ['the author of another article', '<aside><span class="author">Tom Hale</span></aside><span class="author">Ana Renn</span>', { author: 'Ana Renn' }],
    ['a byline in the markup', '<div class="c-byline">By Ana Renn</div>', { author: 'Ana Renn' }],
    ['a date with its zone', ld({ datePublished: '2024-03-11T16:20:00+02:00' }), { dates: { published: { iso: '2024-03-11T14:20:00.000Z', dayOnly: false, isStated: true } } }],
    ['a date without a time', '<meta property="article:published_time" content="2024-03-11">', { dates: { published: { iso: '2024-03-11T00:00:00.000Z', dayOnly: true, isStated: true } } }],
    ['a date without a zone, and another with one', ld({ datePublished: '2024-03-11 20:15:00.0', dateModified: '2024-03-11T21:00:00+01:00' }), { dates: { published: { iso: '2024-03-11T19:15:00.000Z', dayOnly: false, isStated: true } } }],
    ['a date without a zone alone', ld({ datePublished: '2024-03-11T20:15:00' }), { dates: { published: { iso: '2024-03-11T00:00:00.000Z', dayOnly: true, isStated: true } } }],
    ['a date of change only', '<meta property="article:modified_time" content="2024-03-11T20:15:00Z">', { dates: { changed: { iso: '2024-03-11T20:15:00.000Z', dayOnly: false, isStated: false } } }],
    ["a program's zero", ld({ datePublished: '1970-01-01T00:00:00Z' }), { dates: {} }],
    ['the date of another article', '<aside><time datetime="2024-03-12T09:00Z">12 March</time></aside><p class="published">Published 11 March 2024 at 08.15 CET</p>', { dates: { published: { iso: '2024-03-11T07:15:00.000Z', dayOnly: false, isStated: false } } }],
    ['a time element', '<article><time datetime="2024-03-11T09:00Z">today</time></article>', { dates: { published: { iso: '2024-03-11T09:00:00.000Z', dayOnly: false, isStated: false } } }],
    ['a date in words in an element for dates', '<span class="post-date">11 March 2024</span>', { dates: { published: { iso: '2024-03-11T00:00:00.000Z', dayOnly: true, isStated: false } } }],
    ['a date with hours of its zone only', ld({ datePublished: '2024-03-11T16:20:00+02' }), day('2024-03-11T14:20:00.000Z')],
    ['a date as JavaScript prints it', ld({ datePublished: 'Mon Mar 11 2024 16:20:00 GMT+0200 (Eastern European Standard Time)' }), day('2024-03-11T14:20:00.000Z')],
    ['a date without marks', ld({ datePublished: '20240311T142000Z' }), day('2024-03-11T14:20:00.000Z')],
    ['a date with the name of its zone', ld({ datePublished: '2024-03-11 16:20 EET' }), day('2024-03-11T14:20:00.000Z')],
    ['a date in a list', ld({ datePublished: ['2024-03-11T14:20:00Z'] }), day('2024-03-11T14:20:00.000Z')],
    ['a date as mail has it', ld({ datePublished: 'Mon, 11 Mar 2024 16:20:00 +0200' }), day('2024-03-11T14:20:00.000Z')],
    ['a date in RDFa', '<span property="schema:datePublished" content="2024-03-11T14:20:00Z"></span>', day('2024-03-11T14:20:00.000Z')],
    ['a date in the title of an abbreviation', '<abbr class="published" title="2024-03-11T14:20:00Z">yesterday</abbr>', { dates: { published: { iso: '2024-03-11T14:20:00.000Z', dayOnly: false, isStated: false } } }],
    ['a time that may be of something else', '<div><time datetime="2024-12-24T00:00Z">the fair</time></div><p class="post-date">11 March 2024</p>', { dates: { published: { iso: '2024-03-11T00:00:00.000Z', dayOnly: true, isStated: false } } }],
    ['the date of a change in an element for dates', '<p class="date">Updated: 11 March 2024</p>', { dates: { changed: { iso: '2024-03-11T00:00:00.000Z', dayOnly: true, isStated: false } } }],
    ['a day, and its time elsewhere', ld({ datePublished: '2024-03-11' }) + '<meta name="date" content="2024-03-11T14:20:00Z">', day('2024-03-11T14:20:00.000Z')],
    ['a day, and its time in an element', ld({ datePublished: '2024-03-11' }) + '<article><time datetime="2024-03-11T14:20:00Z">today</time></article>', day('2024-03-11T14:20:00.000Z')],
    ['no date', '<p>On 11 March 2024 it rained.</p>', { dates: {} }],
    ['a section with its path', '<meta property="article:section" content="News > World">', { section: 'World' }],
    ['a language with its country', '<html lang="pt-BR"><body></body></html>', { lang: 'pt' }],
    ['an encoding as its language', '<meta http-equiv="content-language" content="utf-8">', { lang: undefined }],
    ['an empty language and another', '<html lang=""><head><meta property="og:locale" content="de_AT"></head></html>', { lang: 'de' }],
    ['a part that is not free and not there', ld({ isAccessibleForFree: 'True', hasPart: { isAccessibleForFree: 'False', cssSelector: '.premium' } }), { isLocked: true }],
    ['a part that is not free but there', ld({ hasPart: [{ isAccessibleForFree: false, cssSelector: '.premium' }] }) + `<div class="premium">${'All of it. '.repeat(50)}</div>`, { isLocked: false }],
    ['another article before its own', ld({ headline: 'Wells shared again', author: 'Tom Hale', url: 'https://www.meridian.example/world/wells' }) + ld({ headline: 'Bridge Shut', author: 'Ana Renn' }) + '<h1>Bridge Shut</h1>', { author: 'Ana Renn' }],
    ['another article only', ld({ headline: 'Wells shared again', author: 'Tom Hale', url: 'https://www.meridian.example/world/wells' }) + '<h1>Bridge Shut</h1>', { author: undefined }],
    ['the posts of a live blog', ld({ '@type': 'LiveBlogPosting', liveBlogUpdate: [{ articleBody: 'Second.' }, { articleBody: 'First.' }] }), { articleBody: 'Second.\nFirst.' }],
    ['a publisher', ld({ publisher: { name: 'The Post' } }), { source: 'The Post' }],
    ['an article that is not free', ld({ isAccessibleForFree: false }), { isLocked: true, type: 'article' }],
    ['an article that is free', ld({ isAccessibleForFree: 'True' }), { isLocked: false }],
    ['JSON-LD with raw line breaks', '<script type="application/ld+json">{"@type":"Article","headline":"Bridge\nShut"}</script>', { title: 'Bridge Shut' }],
    ['invalid JSON-LD', '<script type="application/ld+json">{"@type":</script><title>Bridge Shut</title>', { title: 'Bridge Shut' }],
    ['a shop', '<script type="application/ld+json">{"@type":"Product","name":"Boots"}</script>', { type: 'other' }],
  ])('%s', (_, html, expected) => {
    const metadata = findMetadata(openPage(html)!, URL_OF_PAGE);
    for (const [field, value] of Object.entries(expected)) {
      expect(metadata[field as keyof typeof metadata]).toEqual(value);
    }
  }); // prettier-ignore

  it('includes the day in its address if it names no other', () => {
    const published = findUrlDay('https://post.example/2024/03/11/bridge');
    expect(published).toMatchObject({ iso: '2024-03-11T00:00:00.000Z', dayOnly: true });
  });
});

function day(iso: string): object {
  return { dates: { published: { iso, dayOnly: false, isStated: true } } };
}

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
