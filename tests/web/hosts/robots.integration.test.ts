import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFetcher, type Fetcher } from '../../../src/web/fetch-document.ts';
import { Robots } from '../../../src/web/hosts/robots.ts';
import { FETCH_LIMITS, type FetchLimits } from '../../../src/web/request/fetch-limits.ts';
import { openTcp, openWeb, type Web } from '../../support/open-web.ts';

const DAY_MS = 24 * 3600 * 1000;

/** The response of `/robots.txt`; every other path answers "page". */
let robots: { status: number; text: string; location?: string };
let time: number;
let web: Web;
let fetcher: Fetcher;

function open(limits: Partial<FetchLimits> = {}, others: readonly Web[] = []): Fetcher {
  return createFetcher({
    allowedAddresses: [web, ...others].map(({ endpoint }) => endpoint),
    limits: { hostSpacingMs: 0, headersTimeoutMs: 300, ...limits },
    now: () => new Date(time),
  });
}

beforeEach(async () => {
  time = Date.parse('2024-06-14T12:00:00Z');
  robots = { status: 200, text: 'User-agent: *\nDisallow: /private' };
  web = await openWeb((request, response) => {
    if (request.url === '/moved') response.writeHead(302, { location: '/private' }).end();
    else if (!request.url?.startsWith('/robots.txt')) response.end('page');
    else {
      const { status, text, location } = robots;
      response.writeHead(status, location === undefined ? {} : { location }).end(text);
    }
  });
  fetcher = open();
});
afterEach(async () => {
  await fetcher.close();
  await web.close();
});

async function read(path: string): Promise<string> {
  const outcome = await fetcher.fetch(web.origin + path, { accept: 'page' });
  return outcome.kind === 'failed' ? outcome.reason : outcome.kind;
}

function requestCount(): number {
  return web.requests.filter(({ url }) => url === '/robots.txt').length;
}

describe('a page', () => {
  it('is read if the robots.txt of its host allows it', async () => {
    expect(await read('/news')).toBe('document');
    expect(await read('/private/a')).toBe('robots-disallowed');
    expect(web.requests.map(({ url }) => url)).toEqual(['/robots.txt', '/news']);
  });

  it('is not read through a redirect either', async () => {
    expect(await read('/moved')).toBe('robots-disallowed');
  });

  it('obeys the rules for us, if there are any', async () => {
    robots.text = 'User-agent: *\nAllow: /\nUser-agent: Dateline\nDisallow: /*.pdf$\nAllow: /free';
    expect(await read('/a.pdf')).toBe('robots-disallowed');
    expect(await read('/a.pdf?page=2')).toBe('document');
  });

  it('says why it is not read', async () => {
    expect(await fetcher.fetch(`${web.origin}/private`, { accept: 'page' })).toEqual({
      kind: 'failed',
      reason: 'robots-disallowed',
      message: 'The robots.txt of 127.0.0.1 asks programs not to read this page.',
    });
  });
});

describe('a feed', () => {
  it('is fetched without a check of robots.txt, unless the caller wants one', async () => {
    const link = `${web.origin}/private/feed`;
    expect(await fetcher.fetch(link, { accept: 'feed' })).toMatchObject({ kind: 'document' });
    expect(await fetcher.fetch(link, { accept: 'feed', obeyRobots: true })).toMatchObject({
      reason: 'robots-disallowed',
    });
  });
});

describe('a robots.txt', () => {
  it('is read once a day, however many pages are requested at once', async () => {
    await Promise.all(['/a', '/b', '/c'].map(read));
    expect(requestCount()).toBe(1);
    time += DAY_MS - 1;
    await read('/d');
    expect(requestCount()).toBe(1);
    time += 1;
    await read('/e');
    expect(requestCount()).toBe(2);
  });

  it.each([400, 401, 403, 404, 410, 418])('that answers %i allows everything', async (status) => {
    robots = { status, text: 'User-agent: *\nDisallow: /' };
    expect(await read('/private')).toBe('document');
    expect(await read('/other')).toBe('document');
    expect(requestCount()).toBe(1);
  });

  it('that redirects in a circle allows everything', async () => {
    robots = { status: 301, text: '', location: '/robots.txt?' };
    expect(await read('/private')).toBe('document');
  });

  it.each([500, 503])('that answers %i forbids everything for some minutes', async (status) => {
    robots.status = status;
    expect(await read('/news')).toBe('robots-unreachable');
    robots.status = 200;
    time += 4 * 60_000;
    expect(await read('/news')).toBe('robots-unreachable');
    time += 60_000;
    expect(await read('/news')).toBe('document');
  });

  it('that can no longer be fetched is still obeyed', async () => {
    await read('/news');
    robots.status = 500;
    time += DAY_MS;
    expect(await read('/news')).toBe('document');
    expect(await read('/private')).toBe('robots-disallowed');
  });

  it('whose response asks for fewer requests pauses the host', async () => {
    robots.status = 429;
    expect(await read('/news')).toBe('rate-limited');
    expect(await read('/news')).toBe('rate-limited');
    expect(web.requests).toHaveLength(1);
  });

  it('that cannot be fetched makes the page fail for the same reason', async () => {
    await web.close();
    web = await openTcp(() => {});
    fetcher = open();
    expect(await read('/news')).toBe('headers-timeout');
  });

  it('is read up to a limit', async () => {
    await fetcher.close();
    fetcher = open({ maxRobotsBytes: 100 });
    robots.text = `User-agent: *\nDisallow: /a\n${'#'.repeat(100)}\nDisallow: /b`;
    expect(await read('/a')).toBe('robots-disallowed');
    expect(await read('/b')).toBe('document');
  });

  it.each([
    ['agents times rules', 'User-agent: x\n'.repeat(17_000) + 'Allow: /a\n'.repeat(25_000)],
    ['wildcards', `User-agent: *\n${`Allow: /${'*a'.repeat(60)}\n`.repeat(4000)}`],
    ['short rules', `User-agent: *\n${'Allow:/\n'.repeat(60_000)}`],
    ['one line', `User-agent: *\nAllow: /${'a'.repeat(500_000)}`],
    ['names of Object', 'User-agent: __proto__\nDisallow: /\nUser-agent: constructor\nAllow: /'],
  ])('with many %s is still read', async (_, text) => {
    robots.text = text;
    expect(await read(`/${'a'.repeat(2000)}`)).toBe('document');
  });

  it('may set the distance between two pages', async () => {
    await fetcher.close();
    const other = await openWeb((_request, response) => response.end('page'));
    fetcher = open({}, [other]);
    robots.text = 'User-agent: *\nCrawl-delay: 0.3';
    await read('/a');
    const second = fetcher.fetch(`${web.origin}/b`, { accept: 'page' });
    const third = fetcher.fetch(`${web.origin}/c`, { accept: 'page', isUrgent: true });
    time += 299;
    // When the other host's page has been read, the queue has planned again.
    await fetcher.fetch(other.origin);
    expect(web.requests.map(({ url }) => url)).toEqual(['/robots.txt', '/a']);
    time += 1;
    await Promise.all([second, third]);
    expect(web.requests.map(({ url }) => url)).toEqual(['/robots.txt', '/a', '/c', '/b']);
    await other.close();
  });
});

describe('the cache of rules', () => {
  it('forgets the least recently used robots.txt if it holds too many hosts', async () => {
    expect(await readAll(['a', 'b', 'a', 'c', 'a', 'b'], { maxHostsHeld: 2 })).toEqual([
      'a',
      'b',
      'c',
      'b',
    ]);
  });

  it('forgets as many hosts as it must to keep longer rules', async () => {
    const hosts = ['a', 'b', 'c', 'c', 'b', 'a'];
    const hostsRead = await readAll(
      hosts,
      { maxRobotsHeldChars: 120 },
      (host) => `User-agent: *\nDisallow: /${'x'.repeat(host === 'c' ? 60 : 1)}`,
    );
    expect(hostsRead).toEqual(['a', 'b', 'c', 'a']);
  });

  it('does not keep rules that are longer than the limit for all', async () => {
    expect(await readAll(['a', 'a'], { maxRobotsHeldChars: 5 })).toEqual(['a', 'a']);
  });

  it('remembers hosts without a robots.txt', async () => {
    expect(await readAll(['a', 'a'], {}, () => '')).toEqual(['a']);
  });
});

/** Checks the robots.txt of hosts a.example, b.example… and returns the hosts whose file was fetched. */
async function readAll(
  hosts: readonly string[],
  limits: Partial<FetchLimits>,
  text: (host: string) => string = () => 'User-agent: *\nDisallow: /x',
): Promise<string[]> {
  const held = new Robots({ limits: { ...FETCH_LIMITS, ...limits }, now: () => new Date(0) });
  const hostsRead: string[] = [];
  for (const host of hosts) {
    await held.check(new URL(`https://${host}.example/news`), async (url) => {
      hostsRead.push(host);
      return { kind: 'document', status: 200, bytes: Buffer.from(text(host)), url };
    });
  }
  return hostsRead;
}
