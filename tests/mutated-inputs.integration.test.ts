import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../src/article/canonical-url.ts';
import { findFeedLinks } from '../src/article/feed/find-feed-links.ts';
import { htmlToText } from '../src/article/feed/html-to-text.ts';
import { parseFeedDate } from '../src/article/feed/dates/feed-date.ts';
import { parseFeed } from '../src/article/feed/parse-feed.ts';
import { findDate } from '../src/article/find-date.ts';
import { parsePage } from '../src/article/page/parse-page.ts';
import { parseDocument } from '../src/article/parse-document.ts';
import { buildCron } from '../src/digest/build-cron.ts';
import { parseDays } from '../src/digest/days.ts';
import { parseCron } from '../src/digest/parse-cron.ts';
import { parseZone } from '../src/text/zones/parse-zone.ts';
import { parseConfig } from '../src/config.ts';
import { parseCustomId } from '../src/command/custom-id.ts';
import { UserError } from '../src/errors.ts';
import { decodeNarrowing, encodeNarrowing } from '../src/index/narrowing/encode-narrowing.ts';
import { parseNarrowing } from '../src/index/narrowing/parse-narrowing.ts';
import { parseQuery } from '../src/index/query/parse-query.ts';
import { parseFeedAddress } from '../src/ingest/sources/feed-address.ts';
import { parseOpml } from '../src/ingest/sources/parse-opml.ts';
import { parseSourceList, parseSourcesSetting } from '../src/ingest/sources/parse-source-list.ts';
import { escapeMarkdown } from '../src/render/escape-markdown.ts';
import { parseViewChoice } from '../src/render/story/render-direct-menus.ts';
import { parseLink } from '../src/render/parse-link.ts';
import { runAtOnce } from '../src/slices.ts';
import { parseStoreUrl } from '../src/store/engines/parse-store-url.ts';
import { parseStoredArticle } from '../src/store/parse-stored-article.ts';
import { buildReading } from '../src/summary/reading/build-reading.ts';
import { findPlaces } from '../src/text/places/find-places.ts';
import { checkLink } from '../src/web/guard/check-link.ts';
import { createEndpoints } from '../src/web/guard/allowed-endpoints.ts';
import { FetchFault } from '../src/web/request/fetch-failure.ts';
import { selectRobotsRules } from '../src/web/hosts/select-robots-rules.ts';
import { parsePageBytes } from '../src/web/pages/parse-page-bytes.ts';
import { decodeDocument } from '../src/article/decode-document.ts';
import { decodeEntities } from '../src/article/feed/decode-entities.ts';
import { ArticleIndex } from '../src/index/article-index.ts';
import { compileNarrowing } from '../src/index/narrowing/compile-narrowing.ts';
import { readClaim } from '../src/story/facts/corroboration/read-claim.ts';
import { readFigures } from '../src/story/facts/figures/read-figures.ts';
import { attributeQuotations } from '../src/story/facts/quotations/attribute-quotations.ts';
import { findNamedDates } from '../src/story/facts/timeline/named-dates.ts';
import { findDateline } from '../src/text/dateline/dateline.ts';
import { splitSentences } from '../src/text/sentences.ts';
import { readMaxAge, readRetryAfter } from '../src/web/request/caching-headers.ts';
import { buildArticle } from './support/build-article.ts';
import { collect } from './support/collect.ts';
import { createMutations } from './support/mutate-text.ts';

/** Fixed, so that a failure comes back. */
const SEED = 20_240_314;
const INPUTS = 1000;
const NOW = new Date('2024-03-14T12:00:00.000Z');

/** The beginnings of the fixtures in a folder. */
function read(folder: string): string[] {
  const path = join(import.meta.dirname, folder);
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:source\.\w+|page\.html)$/u.test(name))
    .toSorted()
    .map((name) => readFileSync(join(path, name), 'utf8').slice(0, 8000));
}

const TEXTS = read('article/fixtures');
const FEEDS = read('article/feeds');
const PAGES = read('article/page/pages');
const ADDRESSES = [
  'https://a.example/b?c=d#e',
  'feed:https://[::1]:8080/x',
  'http://user:pw@a.example',
  '//a/../b',
  'mailto:a@b.example',
  'https://münchen.example/%E4',
];
const DATES = [
  'Thu, 01 Jan 2004 19:48:21 GMT',
  '2003-12-31T10:14:55.5+02:00',
  '14 September 2023',
  '2024',
  '1700000000',
  'yesterday',
  'Sept. 14, 2023 7:48 p.m. EST',
];
const QUERIES = [
  '"dam fails" -flood source:"A B" since:7d lang:fr country:South Korea',
  'dam OR flood',
  '-country:US since:2024-06-14',
  'lang:Spanien since:30m',
];
const SCHEDULES = [
  '0 8 * * *',
  '*/30 7-19 1,15 * MON-FRI',
  '0 8 13 * +FRI',
  '1#L',
  '8:00, 19:30',
  'noon',
  'weekdays',
  'Mon to Fri',
  'Europe/Berlin',
  'UTC+2',
  'PST',
];
const ROBOTS = [
  'User-agent: *\nDisallow: /a*b$\nAllow: /\nCrawl-delay: 3\n',
  'User-agent: Dateline\nUser-agent: x\nDisallow:\nSitemap: /x',
];
const LISTS = [
  '[{"name":"A","url":"https://a.example/rss","lang":"fr","country":"FR"}]',
  '[{"name":"A","url":"x"}]',
  '<opml><body><outline text="A" xmlUrl="https://a.example/rss"/></body></opml>',
  'none',
  'https://a.example/rss, feeds.json',
];
const SETTINGS = [
  'sqlite:data/x.sqlite',
  'postgres://u:p@h:1/d',
  'redis://h/0',
  'memory:',
  '[fd00::20]:8080',
  '*:8080',
  '192.168.1.20:99999',
  ...ADDRESSES,
];
const IDS = [
  'story:open',
  'timeline:924ead0928f5c804',
  'latest:page:10:en',
  'a:b%3Ac:',
  encodeNarrowing(parseQuery('dam lang:fr', NOW)).join(':'),
];

const INDEX = new ArticleIndex();
for (const [n, text] of TEXTS.entries())
  INDEX.put(buildArticle({ id: `article-${n}`, text, lang: n % 3 === 0 ? 'fr' : 'en' }));

type Parse = (text: string) => unknown;

const reader = { locale: 'fr', now: NOW };
const PARSERS: readonly (readonly [name: string, originals: readonly string[], parse: Parse])[] = [
  ['documents', [...TEXTS, ...FEEDS], (text) => collect(parseDocument([text], { path: 'a.txt' }))],
  ['documents in chunks', TEXTS, (text) => collect(parseDocument(text.match(/[^]{1,7}/gu) ?? [], { path: 'a.json' }))],
  ['feeds', FEEDS, (text) => parseFeed({ bytes: Buffer.from(text), url: 'https://a.example/' })],
  ['feeds as bytes', FEEDS, (text) => parseFeed({ bytes: Buffer.from(text, 'utf16le').subarray(1) })],
  ['pages', PAGES, (html) => parsePage({ html, url: 'https://a.example/b' })],
  ['pages as bytes', PAGES, (text) => parsePageBytes({ page: Buffer.from(text, 'latin1'), contentType: 'text/html; charset=x' })],
  ['links of pages', PAGES, (html) => findFeedLinks(html, 'https://a.example/')],
  ['HTML of entries', PAGES, htmlToText],
  ['OPML', LISTS, parseOpml],
  ['lists of sources', LISTS, parseSourceList],
  ['the setting SOURCES', LISTS, parseSourcesSetting],
  ['addresses of feeds', ADDRESSES, parseFeedAddress],
  ['addresses of pages', ADDRESSES, canonicalUrl],
  ['links', ADDRESSES, (text) => [parseLink(text), checkLink(text, createEndpoints([]))]],
  ['allowed addresses', SETTINGS, (text) => createEndpoints([text])],
  ['addresses of stores', SETTINGS, parseStoreUrl],
  ['settings', SETTINGS, (text) => parseConfig({ STORE_URL: text, ALLOWED_ADDRESSES: text, DEFAULT_ZONE: text, LOCAL_PORT: text })],
  ['dates of feeds', DATES, (text) => parseFeedDate(text)],
  ['dates in texts', DATES, findDate],
  ['queries', QUERIES, (text) => parseQuery(text, NOW, 'fr')],
  ['narrowings', QUERIES, (text) => parseNarrowing({ query: text, languages: [text], countries: [text], since: text }, reader)],
  ['states of buttons', IDS, (text) => [parseCustomId(text), parseViewChoice(text), decodeNarrowing(text.split(':'))]],
  ['schedules', SCHEDULES, parseCron],
  ['zones', SCHEDULES, parseZone],
  ['times and days', SCHEDULES, (text) => [buildCron(text, 'daily'), parseDays(text)]],
  ['robots.txt', ROBOTS, (text) => runAtOnce(selectRobotsRules(text, 'dateline', { maxRobotsRules: 50, maxRobotsWildcards: 3 }))],
  ['stored articles', TEXTS, (text) => parseStoredArticle({ title: text, text: [text], url: 1 })],
  ['readings', TEXTS, (text) => buildReading({ title: text.slice(0, 80), text, lang: 'en' })],
  ['places', TEXTS, (text) => findPlaces(text.slice(0, 1000), 'en')],
  ['markdown', TEXTS, escapeMarkdown],
  ['encodings', [...TEXTS, ...FEEDS], (text) => [decodeDocument(Buffer.from(text, 'latin1'), `text/html; charset=${text.slice(0, 9)}`), decodeEntities(text)]],
  ['sentences', TEXTS, (text) => ['en', 'de', 'ar', 'ja'].map((lang) => splitSentences(text, lang))],
  ['openings of reports', TEXTS, (text) => [findDateline(text), findNamedDates(text.slice(0, 400), 19_000, 'en')]],
  ['quotations', TEXTS, (text) => ['en', 'fr'].map((lang) => attributeQuotations(text, { lang, sentences: splitSentences(text, lang) }))],
  ['figures and claims', TEXTS, (text) => [readFigures(text.slice(0, 600)), readClaim(text.slice(0, 600), 'en')]],
  ['answers\u2019 headers', DATES, (text) => [readMaxAge({ 'cache-control': text, expires: text }, NOW), readRetryAfter({ 'retry-after': text }, NOW)]],
  ['topics', QUERIES, (text) => INDEX.newest(compileNarrowing(parseQuery(text, NOW), { isTopic: true }), { limit: 3 })],
  ['misspelled words', QUERIES, (text) => [INDEX.similarWord(text), INDEX.queryLanguage(compileNarrowing(parseQuery(text, NOW)), text.slice(0, 5))]],
]; // prettier-ignore

describe('a parser', () => {
  it.each(PARSERS)(
    `of %s reads ${INPUTS} mutated inputs or says what is wrong`,
    { timeout: 240_000 },
    async (name, originals, parse) => {
      expect(originals.length).toBeGreaterThan(0);
      const next = createMutations(originals, SEED);
      for (let count = 0; count < INPUTS; count += 1) {
        const input = next();
        try {
          await parse(input);
        } catch (error) {
          if (error instanceof UserError || error instanceof FetchFault) continue;
          throw new Error(`${name} failed on ${JSON.stringify(input)}`, { cause: error });
        }
      }
    },
  );
});
