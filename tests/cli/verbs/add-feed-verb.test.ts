import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseLines, runCli } from '../../support/run-cli.ts';

const FEED = `<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>Вестник</title>
<item><title>Мост открыт</title><link>/1</link><guid isPermaLink="false">1</guid><description>Мост открыли в понедельник.</description><pubDate>Mon, 06 May 2024 12:00:00 +0300</pubDate></item>
<item><title>Без даты</title><link>/2</link></item></channel></rss>`;

/** In Windows-1251 the Russian letters are in order from 0xC0. */
const BYTES = Buffer.from(
  Array.from(FEED, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return code < 128 ? code : code - 0x0410 + 0xc0;
  }),
);

const line = (fields: object): string => `${JSON.stringify(fields)}\n`;

describe('dateline feed --jsonl', () => {
  it('answers each feed with its articles, in order', async () => {
    const stdin = line({
      id: 'a',
      url: 'https://vestnik.example/feed',
      base64: BYTES.toString('base64'),
    });
    const [answer] = parseLines(await runCli(['feed', '--jsonl'], { stdin }));
    expect(answer).toMatchObject({
      id: 'a',
      feed: { title: 'Вестник', encoding: 'windows-1251' },
      articles: [
        {
          title: 'Мост открыт',
          text: 'Мост открыли в понедельник.',
          url: 'https://vestnik.example/1',
          publishedAt: '2024-05-06T09:00:00.000Z',
          dateBasis: 'header',
          source: 'Вестник',
          guid: '1',
        },
        {
          title: 'Без даты',
          text: '',
          publishedAt: '2024-12-12T08:00:00.000Z',
          dateBasis: 'first-seen',
        },
      ],
    });
  });

  it('answers lines that are not feeds in order, names the feeds of a page, and continues', async () => {
    const page = '<html><head><link rel="alternate" type="application/rss+xml" href="/rss">';
    const stdin =
      line({ id: 1, url: 'https://wire.example/', base64: Buffer.from(page).toString('base64') }) +
      line({ id: 2 }) +
      line({ id: 3, base64: Buffer.from('<rss><channel></channel></rss>').toString('base64') });
    const run = await runCli(['feed', '--jsonl'], { stdin });
    expect(parseLines(run)).toMatchObject([
      { id: 1, error: expect.stringContaining('https://wire.example/rss') as unknown },
      { id: 2, error: '"base64" must be a string' },
      { id: 3, articles: [] },
    ]);
    expect(run.exitCode).toBe(1);
  });
});

describe('a feed that was saved as a file', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-'));
    await writeFile(join(folder, 'feed.xml'), BYTES);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is printed in readable form', async () => {
    const { out } = await runCli([
      'feed',
      join(folder, 'feed.xml'),
      '--url',
      'https://vestnik.example/',
    ]);
    expect(out.join('\n')).toContain(
      'Мост открыт\n  2024-05-06 09:00 · https://vestnik.example/1 · 27 characters, a teaser',
    );
  });

  it('may be compressed', async () => {
    const path = join(folder, 'feed.xml.gz');
    await writeFile(path, gzipSync(BYTES));
    const { out } = await runCli(['feed', path]);
    expect(out[1]).toContain('2 entries');
    await writeFile(path, gzipSync(BYTES).subarray(0, 60));
    const broken = await runCli(['feed', path]);
    expect(broken.err.join('\n')).toContain('cannot be decompressed');
  });

  it('is parsed like any document; an entry without text is dropped', async () => {
    const run = await runCli(['parse', join(folder, 'feed.xml')]);
    expect(run.out[0]).toBe('Мост открыт');
    expect(run.out.at(-1)).toBe('1 article; 1 line dropped (--explain shows them)');
    expect(run.exitCode).toBe(0);
  });

  it('is imported once', async () => {
    const env = { STORE_URL: `sqlite:${join(folder, 'store.sqlite')}` };
    await writeFile(join(folder, 'feed.json'), JSON_FEED);
    const files = [join(folder, 'feed.xml'), join(folder, 'feed.json')];
    const first = await runCli(['import', ...files], { env });
    expect([...first.out, ...first.err].join(' ')).toContain('2 new');
    const second = await runCli(['import', ...files], { env });
    expect([...second.out, ...second.err].join(' ')).toContain('2 unchanged');
  });
});

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Island Post',
  items: [
    { id: '1', url: 'https://island.example/1', title: 'Sold', content_text: 'It was sold.' },
  ],
});
