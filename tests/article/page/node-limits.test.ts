import { describe, expect, it } from 'vitest';
import { openPage } from '../../../src/article/page/tree/open-page.ts';
import { parsePage } from '../../../src/article/page/parse-page.ts';

const REPORT = `<article><h1>Dam fails</h1>${'<p>The old dam above the valley let more water pass than its engineers had feared.</p>'.repeat(8)}</article>`;
const page = (body: string, head = ''): string =>
  `<!doctype html><html><head><title>Dam fails</title>${head}</head><body>${body}</body></html>`;
const list = (count: number, piece: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => piece(at)).join('');

describe('the limits of a page', () => {
  it.each([
    ['300,000 links', page('<a href="/x">word</a>'.repeat(300_000))],
    ['600,000 open elements', page('<b>'.repeat(600_000))],
    ['200,000 line breaks', page(REPORT + '<br>'.repeat(200_000))],
    ['an element with 200,000 attributes', page(`<p ${list(200_000, (at) => `a${at} `)}>`)],
    ['200,000 comments', page(REPORT + '<!---->'.repeat(200_000))],
    ['200,000 entities, each a text', page(`<p>${'&amp;'.repeat(200_000)}`)],
    ['200,000 declarations', page('<!doctype html>'.repeat(200_000))],
    ['600 nested elements', page('<div>'.repeat(600) + REPORT)],
    ['three million characters of text', page(`<p>${'word '.repeat(600_000)}`)],
    ['a description of a million characters', page(REPORT, meta('a | '.repeat(250_000)))],
    ['a class of a million characters', page(`<div class="${'a '.repeat(500_000)}">`)],
  ])('refuse %s while a tree is built', (_, html) => {
    expect(openPage(html)).toBeUndefined();
    expect(parsePage({ html })).toMatchObject({ kind: 'fault', reason: 'too-large' });
  });

  it.each([
    ['of nine thousand nodes', page(REPORT, meta('A dam').repeat(3000))],
    ['with a long script', page(`${REPORT}<script>${'let a;'.repeat(500_000)}</script>`)],
    ['with a long picture', page(`${REPORT}<img src="data:,${'a'.repeat(3_000_000)}">`)],
    ['with a JSON-LD of a million objects', page(REPORT, jsonLd(`[${'{},'.repeat(1e6)}{}]`))],
    [
      'whose JSON-LD has markup without end',
      page(REPORT, jsonLd(`{"@type":"NewsArticle","articleBody":"${'<b>'.repeat(200_000)}"}`)),
    ],
  ])('leave a page %s readable', (_, html) => {
    expect(parsePage({ html })).toMatchObject({ kind: 'article', article: { title: 'Dam fails' } });
  });
});

function meta(content: string): string {
  return `<meta name="description" content="${content}">`;
}

function jsonLd(text: string): string {
  return `<script type="application/ld+json">${text}</script>`;
}
