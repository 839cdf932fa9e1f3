import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Feed } from '../../../src/article/feed/feed.ts';
import { FEED_LIMITS } from '../../../src/article/feed/feed-limits.ts';
import { parseFeed } from '../../../src/article/feed/parse-feed.ts';

function read(text: string, url?: string) {
  return parseFeed({ bytes: Buffer.from(text), ...(url !== undefined && { url }) });
}

function readFeed(text: string, url?: string): Feed {
  const result = read(text, url);
  if (result.kind !== 'feed') throw new Error(JSON.stringify(result));
  return result.feed;
}

function rss(item: string): string {
  return `<rss version="2.0"><channel><title>Wire</title><item>${item}</item></channel></rss>`;
}

describe('a document that is not a feed', () => {
  it('is a page with the feeds that it links to, each once', () => {
    const page = `<!doctype html><html><head><base href="/en/">
      <link rel="alternate" type="application/rss+xml" title="News &amp; more" href="rss.xml">
      <link rel="alternate" type="application/atom+xml" href="https://wire.example/en/rss.xml">
      <link rel="alternate" type="application/feed+json" href="feed:https://wire.example/f.json">
      <link rel="alternate" hreflang="de" href="/de/"><link rel="stylesheet" href="a.css">
      <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">`;
    expect(read(page, 'https://wire.example/')).toEqual({
      kind: 'page',
      feedUrls: [
        { url: 'https://wire.example/en/rss.xml', title: 'News & more' },
        { url: 'https://wire.example/f.json' },
      ],
    });
  });

  it.each([
    ['', 'the document is empty'],
    ['Just words.', 'neither a feed nor a web page'],
    ['{"a":1}', 'JSON that is no feed'],
    ['{"items":', 'JSON that is no feed'],
    ['<?xml version="1.0"?><urlset></urlset>', 'neither a feed nor a web page'],
    [`<rss>${'<a>'.repeat(500)}`, 'a feed that is broken beyond repair'],
  ])('%s is reported as a fault', (text, reason) =>
    expect(read(text)).toEqual({ kind: 'fault', reason }),
  );
});

describe('an entry', () => {
  it.each([
    ['<link>/a</link>', 'https://wire.example/a'],
    ['<guid>https://wire.example/g</guid>', 'https://wire.example/g'],
    ['<guid isPermaLink="false">https://wire.example/g</guid>', undefined],
    ['<link>javascript:alert(1)</link>', undefined],
    ['<link>data:text/html,x</link>', undefined],
    ['<link> https://wire.example/a b\n</link>', 'https://wire.example/a%20b'],
    ['<link/>https://wire.example/x', undefined],
  ])('has a page: %s', (item, url) => {
    expect(readFeed(rss(item), 'https://wire.example/feed').entries[0]?.url).toBe(url);
  });

  it('of a feed without an address has links relative to the feed’s page', () => {
    const text = `<rss><channel><link>https://wire.example/en/</link><item><link>a.html</link></item></channel></rss>`;
    expect(readFeed(text).entries[0]?.url).toBe('https://wire.example/en/a.html');
  });

  it.each([
    ['1 < 2 & R&D', '1 < 2 & R&D'],
    ['Caf&amp;eacute; &amp;#8217;s', 'Café ’s'],
    ['<![CDATA[<b>Bold</b> &amp; plain]]>', 'Bold & plain'],
    ['The &lt;blink&gt; element', 'The <blink> element'],
    ['Two\n  lines\u0007 ', 'Two lines'],
  ])('has a plain-text title: %s', (title, plain) => {
    expect(readFeed(rss(`<title>${title}</title>`)).entries[0]?.title).toBe(plain);
  });

  it('has a text without markup, scripts, control characters and publishing footers', () => {
    const html =
      '<style>p{}</style><p>One&nbsp;\u0000two.<br>Three.</p><p onclick="x()">Four<script>x()</script></p><p>Continue reading...</p>';
    const item = `<description><![CDATA[${html}]]></description>`;
    expect(readFeed(rss(item)).entries[0]).toMatchObject({
      text: 'One two.\n\nThree.\n\nFour',
      isTeaser: true,
    });
  });

  it('has a text without videos and lists of links to other articles', () => {
    const html =
      '<p>One.</p><iframe src="x"/><p>Two.</p><ul><li><a href="a">Another report</a></li><li>Three, <a href="b">he said</a>.</li></ul>';
    const item = `<description><![CDATA[${html}]]></description>`;
    expect(readFeed(rss(item)).entries[0]?.text).toBe('One.\n\nTwo.\n\nThree, he said.');
  });

  it('is a whole article or a teaser', () => {
    const long = 'A sentence of some length stands here. '.repeat(40);
    const isTeaser = (item: string) => readFeed(rss(item)).entries[0]?.isTeaser;
    expect(isTeaser(`<description>${long}</description>`)).toBe(false);
    expect(isTeaser(`<description>${long}[&amp;#8230;]</description>`)).toBe(true);
    expect(isTeaser('<description>One line.</description>')).toBe(true);
    expect(isTeaser('<title>Only this</title>')).toBe(true);
    const content = '<content:encoded>A report that is short but whole.</content:encoded>';
    expect(isTeaser(`${content}<description>Short.</description>`)).toBe(false);
    expect(isTeaser(content)).toBe(true);
  });

  it('prefers content, unless the teaser is clearly longer', () => {
    const item = `<content:encoded>Cut.</content:encoded><description>${'All of it. '.repeat(9)}</description>`;
    expect(readFeed(rss(item)).entries[0]).toMatchObject({
      text: 'All of it. '.repeat(9).trim(),
      summary: 'Cut.',
    });
  });

  it('has entities without a semicolon decoded in HTML only, as browsers do', () => {
    const { entries } = readFeed(
      rss(`<link>https://wire.example/?a=1&copy=2</link>
        <description>&lt;p&gt;&amp;copy 2026 Wire&lt;/p&gt;</description>`),
    );
    expect(entries[0]?.url).toBe('https://wire.example/?a=1&copy=2');
    expect(entries[0]?.text).toBe('© 2026 Wire');
  });
});

describe('an untrusted feed', () => {
  it('cannot declare an entity that grows', () => {
    const entities = Array.from(
      { length: 12 },
      (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`,
    ).join('');
    const text = `<!DOCTYPE rss [<!ENTITY e0 "ha">${entities}]>${rss('<title>&e0; &e12;</title>')}`;
    expect(readFeed(text).entries[0]?.title).toBe('ha &e12;');
  });

  it('cannot repeat an entity endlessly', () => {
    const laugh = 'ha'.repeat(100);
    const text = `<!DOCTYPE rss [<!ENTITY e "${laugh}">]>${rss(`<description>${'&e;'.repeat(50_000)}</description>`)}`;
    expect(readFeed(text).entries[0]?.text?.length).toBeLessThan(
      FEED_LIMITS.maxExpandedChars + 200_000,
    );
  });

  it('cannot make us read a file or contact a server', () => {
    const text = `<!DOCTYPE rss SYSTEM "http://evil.example/a.dtd" [<!ENTITY f SYSTEM "file:///etc/passwd">]>${rss('<title>&f;</title>')}`;
    expect(readFeed(text).entries[0]?.title).toBe('&f;');
  });

  it('is read up to its limits', () => {
    const many = `<rss><channel>${'<item><title>x</title></item>'.repeat(FEED_LIMITS.maxEntries + 5)}</channel></rss>`;
    expect(readFeed(many).entries).toHaveLength(FEED_LIMITS.maxEntries);
    const text = readFeed(rss(`<description>${'word '.repeat(400_000)}</description>`)).entries[0]
      ?.text;
    expect(text?.length).toBeLessThanOrEqual(FEED_LIMITS.maxMarkupChars);
    expect(parseFeed({ bytes: new Uint8Array(FEED_LIMITS.maxBytes + 1) }).kind).toBe('fault');
  });

  it('may use names of object properties', () => {
    const item = '<title>a</title><constructor>b</constructor><__proto__ x="1">c</__proto__>';
    expect(readFeed(rss(item)).entries[0]?.title).toBe('a');
    const json =
      '{"version":"https://jsonfeed.org/version/1","__proto__":{},"items":[{"id":"1","title":"a","constructor":1}]}';
    expect(readFeed(json).entries[0]?.title).toBe('a');
  });
});

const EPOCH = new Date(0).toISOString();
const PIECES = [
  '<rss>', '<channel>', '<item>', '</item>', '<entry>', '<title>', '</title>', '<link href="', '">', '<![CDATA[', ']]>', '<!--', '-->', '<!DOCTYPE', '<?xml', '?>',
  '&', '&amp;', '&#', ';', '<content type="xhtml">', '<description>', 'xmlns:a="', '"', ' mode="base64"', '<p>', '<br>', '\n', 'word ', '\u0000', '{', '"items":[', '2024-05-06', '@', '(', ')',
] as const; // prettier-ignore

describe('any document', () => {
  it('of random bytes never makes it throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.string(), (bytes, contentType) => {
        expect(['feed', 'page', 'fault']).toContain(parseFeed({ bytes, contentType }).kind);
      }),
    );
  });

  it('made of pieces of feeds yields plain text, absolute links and real dates', () => {
    const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 });
    fc.assert(
      fc.property(
        pieces,
        fc.constantFrom('<rss><channel><item>', '<feed><entry>', ''),
        (all, root) => {
          const result = read(root + all.join(''), 'https://wire.example/');
          if (result.kind !== 'feed') return;
          for (const { title, text = '', url = 'https://a.example', publishedAt = EPOCH } of result
            .feed.entries) {
            // oxlint-disable-next-line no-control-regex -- tests that there are none
            expect(`${title}${text.replaceAll('\n\n', '')}`).not.toMatch(/[\u0000-\u001F]/);
            expect(url).toMatch(/^https?:\/\//);
            expect(new Date(publishedAt).toISOString()).toBe(publishedAt);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a feed that is written in its own way', () => {
  const PARAGRAPH =
    'The harbour authority of Norrvik closed both ferry piers on Monday after cracks were found.';

  it('has its usual elements under addresses with https', () => {
    const feed = readFeed(
      `<rss xmlns:d="https://purl.org/dc/elements/1.1/" xmlns:k="https://purl.org/rss/1.0/modules/content/"><channel><item>
        <title>One</title><d:creator>Ana Renn</d:creator><k:encoded>&lt;p&gt;${PARAGRAPH}&lt;/p&gt;</k:encoded></item></channel></rss>`,
    );
    expect(feed.entries[0]).toMatchObject({ author: 'Ana Renn', text: PARAGRAPH });
  });

  it('has content in Atom with a prefix', () => {
    const feed = readFeed(
      `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>One</a:title>
        <a:content type="html">&lt;p&gt;${PARAGRAPH}&lt;/p&gt;</a:content></a:entry></a:feed>`,
    );
    expect(feed.entries[0]).toMatchObject({ title: 'One', text: PARAGRAPH });
  });

  it('escapes its addresses twice', () => {
    const feed = readFeed(rss('<link>https://wire.example/?a=1&amp;amp;b=2</link>'));
    expect(feed.entries[0]?.url).toBe('https://wire.example/?a=1&b=2');
  });

  it.each([
    ['By Ana Renn', 'Ana Renn'],
    ['Von Ana Renn', 'Ana Renn'],
    ['Por: Ana Renn', 'Ana Renn'],
    ['Автор: Анна Рен', 'Анна Рен'],
    ['Von Trapp', 'Von Trapp'],
  ])('names its author "%s"', (printed, author) => {
    expect(readFeed(rss(`<dc:creator>${printed}</dc:creator>`)).entries[0]?.author).toBe(author);
  });

  it.each([
    'Weiterlesen',
    'Lees verder →',
    'Lue lisää',
    '続きを読む',
    'Xem thêm »',
    '[Czytaj dalej…]',
  ])('leads on behind its last sentence: %s', (end) => {
    const html = `&lt;p&gt;${PARAGRAPH} &lt;a href="/1"&gt;${end}&lt;/a&gt;&lt;/p&gt;`;
    const feed = readFeed(rss(`<title>Piers shut</title><description>${html}</description>`));
    expect(feed.entries[0]).toMatchObject({ text: PARAGRAPH, isTeaser: true });
  });

  it.each(['Lue myös', 'Baca juga', 'Читайте також', 'Læs også', '関連記事'])(
    'links to another article: %s',
    (label) => {
      const html = `<p>${PARAGRAPH}</p><p>${label}: <a href="/2">Harbour gets new crane</a></p>`;
      const feed = readFeed(rss(`<content:encoded><![CDATA[${html}]]></content:encoded>`));
      expect(feed.entries[0]?.text).toBe(PARAGRAPH);
    },
  );

  it('ends with the line of WordPress in Polish', () => {
    const line = 'Artykuł <a href="/1">One</a> pochodzi z serwisu <a href="/">Wire</a>.';
    const feed = readFeed(
      rss(`<content:encoded><![CDATA[<p>${PARAGRAPH}</p><p>${line}</p>]]></content:encoded>`),
    );
    expect(feed.entries[0]?.text).toBe(PARAGRAPH);
  });

  it('is in Latin-1 with two accents side by side', () => {
    const bytes = Buffer.from(rss('<title>Größe café</title>'), 'latin1');
    expect(parseFeed({ bytes })).toMatchObject({
      feed: { entries: [{ title: 'Größe café' }] },
    });
  });
});
