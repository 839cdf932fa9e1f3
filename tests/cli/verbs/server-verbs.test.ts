import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { subscriptionKey } from '../../../src/digest/subscription.ts';
import { sourceKey } from '../../../src/ingest/sources/source.ts';
import { buildFeed } from '../../support/build-source.ts';
import { buildSubscription } from '../../support/build-subscription.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { runCli } from '../../support/run-cli.ts';

const GUILD = '100000000000000001';

let folder: string;
let file: string;
let oldHost: { env: Record<string, string> };
let newHost: { env: Record<string, string> };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-server-'));
  file = join(folder, 'server.json');
  oldHost = { env: { STORE_URL: `sqlite:${join(folder, 'old.sqlite')}` } };
  newHost = { env: { STORE_URL: `sqlite:${join(folder, 'new.sqlite')}` } };
  const store = await openTestStore(oldHost.env['STORE_URL']);
  const schedule = buildSubscription({ guildId: GUILD });
  await store.records('subscriptions').put(subscriptionKey(schedule), schedule);
  const feed = buildFeed({ owner: GUILD });
  await store.records('sources').put(sourceKey(feed), feed);
  await store.close();
});
afterEach(() => rm(folder, { recursive: true }));

describe('a server', () => {
  it('is exported by one host and imported by another, any number of times', async () => {
    const exported = await runCli(['export-server', GUILD, file], oldHost);
    expect(exported).toMatchObject({
      out: [`${file}: 0 editions, 1 feed, 0 settings records, 1 schedule`],
      err: [],
      exitCode: 0,
    });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await runCli(['import-server', file], newHost)).out).toEqual([
      `Server ${GUILD}: 0 editions added; 1 feed added; 0 settings records added; 1 schedule added`,
    ]);
    expect((await runCli(['import-server', file], newHost)).out).toEqual([
      `Server ${GUILD}: 0 editions added; 0 feeds added, 1 there already; 0 settings records added; 0 schedules added, 1 there already`,
    ]);
  });

  it('that the store does not know is named, with those that it knows', async () => {
    const { err, exitCode } = await runCli(['export-server', '42', file], oldHost);
    expect(err).toEqual([
      `The store has no schedules, settings, feeds or editions of server 42. It has some of: ${GUILD}.`,
    ]);
    expect(exitCode).toBe(1);
  });

  it('is not written over another file', async () => {
    await writeFile(file, 'precious');
    const { err, exitCode } = await runCli(['export-server', GUILD, file], oldHost);
    expect(err.join('\n')).toContain('exists already');
    expect(exitCode).toBe(1);
    expect(await readFile(file, 'utf8')).toBe('precious');
    expect((await runCli(['export-server', GUILD, file, '--force'], oldHost)).exitCode).toBe(0);
  });

  it('is imported without its bad records, which are named', async () => {
    await runCli(['export-server', GUILD, file], oldHost);
    const exported = JSON.parse(await readFile(file, 'utf8')) as {
      records: { subscriptions: Record<string, unknown> };
    };
    exported.records.subscriptions[`${GUILD}:bad`] = { id: 'bad' };
    await writeFile(file, JSON.stringify(exported));
    const { err, out, exitCode } = await runCli(['import-server', file], newHost);
    expect(err).toEqual([`Not imported: subscriptions ${GUILD}:bad: it cannot be read.`]);
    expect(out.join('\n')).toContain('1 schedule added');
    expect(exitCode).toBe(1);
  });

  it.each([
    ['a file that is not there', ['nowhere.json'], 'There is no file nowhere.json.'],
    ['a folder', ['.'], 'cannot be read (EISDIR)'],
    ['a file of something else', [import.meta.filename], 'is not a file that'],
  ])('is not imported from %s', async (_what, args, message) => {
    const { err, exitCode } = await runCli(['import-server', ...args], newHost);
    expect(err.join('\n')).toContain(message);
    expect(exitCode).toBe(1);
  });

  it('is not imported for what is no server', async () => {
    await runCli(['export-server', GUILD, file], oldHost);
    const { err } = await runCli(['import-server', file, '--server', 'host'], newHost);
    expect(err).toEqual(['host is not the id of a server: 17 to 20 digits.']);
  });
});

describe.each(['backup', 'restore'])('dateline %s', (verb) => {
  it.each([
    [
      'postgres://me:hunter2@db.example/news?password=hunter2&sslmode=require',
      /pg_(?:dump|restore) .*news\?sslmode=require/,
    ],
    ['redis://:hunter2@cache.example:6379', /redis/i],
    ['memory:', /in memory/],
  ])('says what to do for a store on %s', async (url, words) => {
    const { out, err, exitCode } = await runCli([verb, 'my file'], { env: { STORE_URL: url } });
    expect(out).toEqual([]);
    expect(err.join('\n')).toMatch(words);
    expect(err.join('\n')).toMatch(/^Nothing was (?:backed up|restored)/);
    expect(err.join('\n')).not.toContain('hunter2');
    expect(exitCode).toBe(1);
  });
});
