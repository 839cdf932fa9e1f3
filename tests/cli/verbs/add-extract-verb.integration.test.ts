import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseLines, runCli } from '../../support/run-cli.ts';

const SENTENCE = 'The council of the old port said on Monday that the bridge would stay shut. ';
const PAGE = `<!doctype html><html lang="en"><head><title>Bridge Shut</title><meta name="author" content="By Ana Renn"></head><body><h1>Bridge Shut</h1><p>${SENTENCE.repeat(6)}</p></body></html>`;
const URL_OF_PAGE = 'https://meridian.example/2024/03/11/bridge';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('dateline extract', () => {
  it('--jsonl answers each page in order, even after one without an article', async () => {
    const lines = [
      { id: 'a', url: URL_OF_PAGE, html: PAGE },
      { id: 'b', html: '<p>Hi' },
      { id: 'c' },
      {
        html: PAGE.replace(
          '<body>',
          '<body><script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>',
        ),
      },
    ];
    const stdin = lines.map((line) => JSON.stringify(line)).join('\n');
    const run = await runCli(['extract', '--jsonl'], { stdin });
    expect(parseLines(run)).toMatchObject([
      {
        id: 'a',
        article: {
          id: expect.stringMatching(/^[0-9a-f]{16}$/),
          title: 'Bridge Shut',
          text: SENTENCE.repeat(6).trim(),
          url: URL_OF_PAGE,
          author: 'Ana Renn',
          publishedAt: '2024-03-11T00:00:00.000Z',
          lang: 'en',
          captions: [],
        },
      },
      { id: 'b', error: expect.stringContaining('too short') },
      { id: 'c', error: '"html" must be a string' },
      { article: { title: 'Bridge Shut' }, error: expect.stringContaining('subscribe') },
    ]);
    expect(run.exitCode).toBe(1);
  });

  it('prints the article of a file in readable form', async () => {
    const file = join(folder, 'page.html');
    await writeFile(file, PAGE);
    const { out, exitCode } = await runCli(['extract', file, '--url', URL_OF_PAGE]);
    expect(out.slice(0, 2)).toEqual([
      'Bridge Shut',
      `  2024-03-11T00:00:00.000Z · Ana Renn · ${URL_OF_PAGE}`,
    ]);
    expect(exitCode).toBe(0);
  });

  it('explains why a page has no article', async () => {
    expect(await runCli(['extract', '-'], { stdin: '%PDF-1.7' })).toMatchObject({
      out: [],
      err: ['This is a PDF document, and only web pages can be read.'],
      exitCode: 1,
    });
  });
});

describe('dateline parse', () => {
  it('reads saved pages next to other files, in their declared encoding', async () => {
    const page = PAGE.replace('<head>', '<head><meta charset="windows-1251">').replaceAll(
      'port',
      'Мир',
    );
    const letters = Array.from(page, (sign) =>
      sign >= 'А' && sign <= 'я' ? sign.charCodeAt(0) - 0x350 : sign.charCodeAt(0),
    );
    await writeFile(join(folder, 'page.html'), Uint8Array.from(letters));
    const [article] = parseLines(await runCli(['parse', '--jsonl', folder]));
    expect(article).toMatchObject({
      title: 'Bridge Shut',
      text: expect.stringContaining('old Мир said'),
    });
  });
});
