import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../../src/article/feed/parse-feed.ts';

const REPORT =
  'The harbour authority closed both ferry piers on Monday. Divers photographed the damage along forty metres of the wall.';
const LAST = 'The next inspection is planned for Thursday.';
const TITLE = 'Both piers closed until April';

function readEntry(html: string, title = TITLE) {
  const xml = `<rss><channel><title>Harbour Post</title><item><title>${title}</title><link>https://a.example/1</link>
<content:encoded><![CDATA[${html}]]></content:encoded></item></channel></rss>`;
  const result = parseFeed({ bytes: Buffer.from(xml) });
  if (result.kind !== 'feed') throw new Error('It is no feed.');
  return result.feed.entries[0]!;
}
const paragraphsOf = (html: string, title?: string) => readEntry(html, title).text?.split('\n\n');

describe('the text of a feed', () => {
  it.each([
    '<p>[embed]https://video.example/1[/embed]</p>',
    '<p>[gallery ids="1,2,3"]</p>',
    '<p>[vc_row full_width="x"][/vc_row]</p>',
    '<p>[mc4wp_form id="3"]</p>',
    '<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li>X</li></ul></div>',
    '<div class="likes">Like this: Like Loading...</div>',
    '<p>Like Loading...</p>',
    '<div class="addtoany_share_save_container">Share the story with your friends</div>',
    '<blockquote class="twitter-tweet"><p>Piers closed. Take the bus.</p>— Norrvik Harbour</blockquote>',
    '<p style="display: none">Hidden words of a tracker.</p>',
    '<p><a href="/s">Subscribe now</a></p>',
    '<p>Subscribe now</p>',
    '<p>Leave a comment</p>',
    '<p><a href="/s">Deel dit bericht</a></p>',
    '<p><a href="/3">Divers find wreck near the old lighthouse</a></p>',
    '<p><strong>Read more:</strong><br><a href="/1">Storm damage along the coast</a></p>',
    '<p>Harbour Post is a reader-supported publication. To receive new posts, become a subscriber.</p>',
    '<p>Thanks for reading Harbour Post! Subscribe for free to receive new posts.</p>',
    '<p>(Visited 12 times, 1 visits today)</p>',
    '<p>Tags: <a href="/t">harbour</a>, piers</p>',
    '<p>Filed under: News</p>',
    '<p>Advertisement</p>',
    '<p>Anzeige</p>',
    '<p>Реклама</p>',
    '<p><em>This article was originally published on Lindholm Times.</em></p>',
  ])('leaves out %s', (added) => {
    expect(paragraphsOf(`<p>${REPORT}</p>${added}<p>${LAST}</p>`)).toEqual([REPORT, LAST]);
    expect(paragraphsOf(`<p>${REPORT}</p><p>${LAST}</p>${added}`)).toEqual([REPORT, LAST]);
  });

  it.each([
    'The post X first appeared on Y.',
    'Der Beitrag X erschien zuerst auf Y.',
    'L’article X est apparu en premier sur Y.',
    'La entrada X se publicó primero en Y.',
    "L'articolo X proviene da Y.",
    'O post X apareceu primeiro em Y.',
    'Het bericht X verscheen eerst op Y.',
    'Inlägget X dök först upp på Y.',
    'Artykuł X pochodzi z serwisu Y.',
    'Příspěvek X se nejdříve objevil na Y.',
    'A(z) X bejegyzés először Y-én jelent meg.',
    'Articolul X apare prima dată în Y.',
    'X yazısı ilk önce Y üzerinde ortaya çıktı.',
    'Το άρθρο X εμφανίστηκε πρώτα στο Y.',
    'Сообщение X появились сначала на Y.',
    'Запис X спершу з’явився на Y.',
    'Artikel X pertama kali tampil pada Y.',
    'Bài viết X đã xuất hiện đầu tiên vào ngày Y.',
    'ظهرت المقالة X أولاً على Y.',
    '投稿 X は Y に最初に表示されました。',
    '文章 X 最先出现在 Y。',
    'X 게시물이 Y에 처음 등장했습니다.',
    'Postitus X ilmus esmalt lehel Y.',
  ])('leaves out the line of the publishing system: %s', (line) => {
    const named = line.replace('X', `<a href="/1">${TITLE}</a>`).replace('Y', 'Harbour Post');
    expect(paragraphsOf(`<p>${REPORT}</p><p>${LAST}</p><p>${named}</p>`)).toEqual([REPORT, LAST]);
  });

  it.each([
    '<p>The mayor said “[sic] the piers are closed” and [the council] agreed.</p>',
    '<p><a href="/1">The mayor said repairs would take until April.</a></p>',
    '<p>Share prices of the ferry company fell on Monday.</p>',
    '<p>Related costs will be paid by the state.</p>',
    '<p>Subscribers of the ferry line get their money back.</p>',
  ])('keeps a sentence of the report: %s', (sentence) => {
    expect(paragraphsOf(`<p>${REPORT}</p>${sentence}<p>${LAST}</p>`)).toHaveLength(3);
  });

  it('keeps a teaser that is its headline and a few words more', () => {
    expect(paragraphsOf(`<p>${TITLE}, the council says.</p>`)).toEqual([
      `${TITLE}, the council says.`,
    ]);
    expect(paragraphsOf('<p><a href="/1">Piers closed after storm</a></p>')).toHaveLength(1);
  });

  it.each([
    '<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">Two boats wait. Photo: Example Agency</p></div>',
    '<figure><img><figcaption>Two boats wait. Photo: Example Agency</figcaption></figure>',
    '<p>[caption id="x" align="alignnone"]<img src="a.jpg"> Two boats wait. Photo: Example Agency[/caption]</p>',
  ])('has captions apart: %s', (markup) => {
    const entry = readEntry(`${markup}<p>${REPORT}</p>`);
    expect(entry.text).toBe(REPORT);
    expect(entry.captions).toEqual([{ text: 'Two boats wait.', credit: 'Example Agency' }]);
  });

  it('is a teaser if a link leads to the rest, and not if one leads elsewhere', () => {
    const long = Array.from({ length: 12 }, () => REPORT).join(' ');
    const isTeaser = (added: string) => readEntry(`<p>${long}</p>${added}`).isTeaser;
    expect(isTeaser('<p><a href="/1">Continue reading</a></p>')).toBe(true);
    expect(isTeaser('<p><a href="/2">Read more: Ferry company buys ships</a></p>')).toBe(false);
  });

  // A pattern whose time grew with the square would not end within the time of a test.
  it.each(['[', '[a', '[caption ', '[/', '<p>[embed]', 'The post ', 'Tags: ', '<![CDATA[', '</p'])(
    'is read if it is nothing but %j',
    (piece) => {
      const html = piece.repeat(Math.floor(900_000 / piece.length));
      expect(readEntry(html.replaceAll('<![CDATA[', '&lt;![CDATA[')).title).toBe(TITLE);
    },
  );
});
