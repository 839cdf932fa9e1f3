import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseLines, runCli } from '../../support/run-cli.ts';

const TEXT = [
  'Bridge Opens Over the Gap',
  '',
  'The first train, June 1, 2024. (Gap Wire/Pool)',
  'TT',
  '',
  'Bridge Opens Over the Gap',
  '',
  'DUBAI: It opened on Saturday.',
  "'Applause'",
  'Nobody fell.',
  '',
].join('\n');

let folder = '';
let good = '';
let bad = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  good = join(folder, 'gap-wire.txt');
  bad = join(folder, 'empty.txt');
  await writeFile(good, TEXT);
  await writeFile(bad, '');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('dateline parse', () => {
  it('--jsonl prints one article per line', async () => {
    const run = await runCli(['parse', good, '--jsonl']);
    expect(run).toMatchObject({ err: [], exitCode: 0 });
    expect(parseLines(run)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
        title: 'Bridge Opens Over the Gap',
        text: 'DUBAI: It opened on Saturday.\n\nNobody fell.',
        publishedAt: '2024-06-01T00:00:00.000Z',
        dayOnly: true,
        dateBasis: 'caption',
        place: 'DUBAI',
        source: 'Gap Wire',
        captions: [{ text: 'The first train, June 1, 2024.', credit: 'Gap Wire/Pool' }],
        subheads: [{ text: "'Applause'", start: 31 }],
        lang: 'en',
      },
    ]);
  });

  it('--json prints an array, even if it is empty', async () => {
    const array = async (path: string): Promise<unknown> =>
      JSON.parse((await runCli(['parse', path, '--json'])).out.join('\n'));
    expect(await array(folder)).toHaveLength(1);
    expect(await array(bad)).toEqual([]);
  });

  it('--explain says what happened to every line', async () => {
    const run = await runCli(['parse', good, '--explain']);
    expect(run.out.map((line) => line.replaceAll(/ {2,}/g, ' '))).toEqual([
      good,
      expect.stringMatching(/^ 1 article [0-9a-f]{16}, 2024-06-01 \(caption\), lines 1–10$/),
      ' 1 title Bridge Opens Over the Gap',
      ' 3 caption The first train, June 1, 2024. (Gap Wire/Pool)',
      ' 4 dropped (label of a text-size button) TT',
      ' 6 dropped (repeated headline) Bridge Opens Over the Gap',
      ' 8 body DUBAI: It opened on Saturday.',
      " 9 subhead 'Applause'",
      ' 10 body Nobody fell.',
    ]);
  });

  it('prints a readable listing', async () => {
    const run = await runCli(['parse', good, '--source', 'Another Wire']);
    expect(run.out[0]).toBe('Bridge Opens Over the Gap');
    expect(run.out[1]).toContain('2024-06-01 (caption) · Another Wire · DUBAI');
    expect(run.out.at(-1)).toBe('1 article; 2 lines dropped (--explain shows them)');
  });

  it('names file, line and reason of what it cannot read, and continues', async () => {
    const run = await runCli(['parse', folder, '--jsonl']);
    expect(run.err).toEqual([`${bad}:1: the file is empty`]);
    expect(run.exitCode).toBe(1);
    expect(run.out).toHaveLength(1);
  });

  it('asks for a path', async () => {
    expect((await runCli(['parse'])).exitCode).toBe(2);
  });
});
