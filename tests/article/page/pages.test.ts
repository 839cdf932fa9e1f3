import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPageArticle } from '../../../src/article/page/build-page-article.ts';
import { parsePage, type PageArticle } from '../../../src/article/page/parse-page.ts';
import { parseArticles } from '../parse-all.ts';
import { readPageFixture } from './read-page-fixture.ts';

const FOLDER = join(import.meta.dirname, 'pages');
const SENTENCE = 'The council of the old port said on Monday that the bridge would stay shut. ';
const REPORT = `<p>${SENTENCE.repeat(3)}</p><p>${SENTENCE.repeat(3)}</p>`;

describe('a page of each shape has the expected result', () => {
  it.each(readdirSync(FOLDER))('%s', async (name) => {
    const expected: unknown = JSON.parse(
      await readFile(join(FOLDER, name, 'expected.json'), 'utf8'),
    );
    expect(await readPageFixture(join(FOLDER, name))).toEqual(expected);
  });
});

describe('a page', () => {
  const tag = fc.constantFrom(
    ...'p div article span a h1 h2 li ul table td br time figure figcaption script style template svg'.split(
      ' ',
    ),
  );
  const piece = fc.oneof(
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
    fc.constantFrom(
      SENTENCE,
      '<',
      '&',
      '&#0;',
      '&#xD800;',
      '<!--',
      ']]>',
      '<?',
      '"',
      "='",
      '\u0000',
    ),
    fc.constantFrom(
      '<script type="application/ld+json">{"@type":"NewsArticle","author":[null,{"name":7}],"headline":{}}</script>',
      '<meta property="og:title" content>',
      '<div class="related share" id="',
      '<link rel="canonical" href="http://[">',
      '<html',
      '<body>',
      '</html>',
      '<time datetime="yesterday">',
    ),
    fc.string(),
  );

  it('of any kind yields an article or a reason, and never throws', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.option(fc.webUrl(), { nil: undefined }),
        (pieces, url) => {
          const result = parsePage({ html: pieces.join(''), url });
          const said = result.kind === 'fault' ? result.message : result.article.title;
          expect(said).not.toBe('');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('has a text without markup, scripts and styles', () => {
    const { text } = parse(
      `<style>p { color: red }</style><script>var a = 1</script><template>Not shown</template>${REPORT}<p onclick="x()">A <b>bold</b> word &amp; more: 3 &lt; 4.<script>var b = 2</script></p>`,
    );
    expect(text.split('\n\n').at(-1)).toBe('A bold word & more: 3 < 4.');
    expect(text).not.toMatch(/color|var|Not shown/);
  });

  it('never runs its scripts', () => {
    const html = `${REPORT}<script>globalThis.wasRun = true</script><img src=x onerror="globalThis.wasRun = true"><svg onload="globalThis.wasRun = true"></svg>`;
    parse(html);
    expect(globalThis).not.toHaveProperty('wasRun');
  });

  it('has paragraphs at its blocks and double line breaks; single breaks become spaces', () => {
    const { text } = parse(
      `<div>${SENTENCE}One<br>line.<br><br>${SENTENCE}</div><table><tr><td>A cell says so.</td><td>Another does as well.</td></tr></table>${REPORT}`,
    );
    expect(text.split('\n\n').slice(0, 4)).toEqual([
      `${SENTENCE}One line.`,
      SENTENCE.trim(),
      'A cell says so.',
      'Another does as well.',
    ]);
  });

  it('has separate sub-heads, each at the paragraph below it', () => {
    const { text, subheads } = parse(`${REPORT}<h2>What is next</h2><p>${SENTENCE}</p>`);
    expect(subheads.map(({ text: head, start }) => [head, text.slice(start)])).toEqual([
      ['What is next', SENTENCE.trim()],
    ]);
  });

  it('is stored under its canonical address', () => {
    const own = '<link rel="canonical" href="/port/bridge">';
    const url = 'https://www.meridian.example/port/bridge?utm_source=x&view=amp';
    const page = parse(`${own}${REPORT}`, url);
    expect(buildPageArticle(page)).toMatchObject({
      url: 'https://www.meridian.example/port/bridge',
      id: buildPageArticle(parse(REPORT, 'http://meridian.example/port/bridge/')).id,
    });
  });

  it.each([
    [
      'html',
      `<title>Bridge Shut</title><meta name="author" content="Ana Renn"><body>${REPORT}</body>`,
    ],
    [
      'head',
      `<html><title>Bridge Shut</title><meta name="author" content="Ana Renn"><body>${REPORT}`,
    ],
    [
      'body',
      `<html><head><title>Bridge Shut</title><meta name="author" content="Ana Renn"></head>${REPORT}`,
    ],
    [
      'all',
      `<!doctype html><html><title>Bridge Shut</title><meta name="author" content="Ana Renn">${REPORT}`,
    ],
  ])('may omit optional tags: %s', (_, html) => {
    expect(parsePage({ html })).toMatchObject({
      article: {
        title: 'Bridge Shut',
        author: 'Ana Renn',
        text: expect.stringContaining(SENTENCE),
      },
    });
  });

  it('is one article as a document, with its own date and the language of its text', async () => {
    const html = `<!doctype html><html lang="de"><title>Bridge Shut</title><meta name="date" content="2024-03-11"><body>${REPORT}</body></html>`;
    expect(await parseArticles(html, { source: 'Alder Post' })).toMatchObject([
      {
        title: 'Bridge Shut',
        lang: 'en',
        source: 'Alder Post',
        publishedAt: '2024-03-11T00:00:00.000Z',
        dateBasis: 'header',
      },
    ]);
  });
});

function parse(body: string, url?: string): PageArticle {
  const result = parsePage({ html: `<h1>Bridge Shut</h1>${body}`, url });
  if (result.kind === 'fault') throw new Error(result.message);
  return result.article;
}
