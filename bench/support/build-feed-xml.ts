const SENTENCE =
  'The <b>ministry</b> said on Tuesday that the talks &amp; the vote &#8220;would go on&#8221; until all parties agree. ';

/** The HTML of a report of about 4 kB. */
export function buildStory(): string {
  return `<p>${SENTENCE.repeat(4)}</p>`.repeat(8);
}

/** An RSS feed whose entries each have a teaser, a whole text, a picture and a date. */
export function buildFeedXml(count: number): string {
  const items = Array.from({ length: count }, (_, index) => buildItem(index));
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Meridian Wire</title><link>https://example.com/</link>${items.join('')}</channel></rss>`;
}

function buildItem(index: number): string {
  return `<item><title>Headline ${index} of the day</title><link>https://example.com/news/${index}?utm_source=rss</link><guid isPermaLink="false">tag:${index}</guid><pubDate>Thu, 01 Jan 2004 19:48:21 +0200</pubDate><description>${SENTENCE.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</description><content:encoded><![CDATA[${buildStory()}]]></content:encoded><media:content url="https://example.com/${index}.jpg" medium="image"><media:description>A picture of the talks (Reuters/A. Writer)</media:description></media:content></item>`;
}
