import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Digest } from '../../src/digest/digest.ts';
import { subscriptionKey } from '../../src/digest/subscription.ts';
import { RECORDS } from '../../src/run/records.ts';
import { openStore } from '../../src/store/open-store.ts';
import { buildSubscription } from '../support/build-subscription.ts';
import { runCli } from '../support/run-cli.ts';

const SAMPLES = join(import.meta.dirname, '../../data/samples');
const RELEASED = join(import.meta.dirname, '../store/released/0.1.0.sqlite');

let folder: string;
let env: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-'));
  env = {
    STORE_URL: `sqlite:${join(folder, 'store.sqlite')}`,
    ARTICLE_FOLDERS: SAMPLES,
    SOURCES: 'none',
  };
  await runCli(['import', SAMPLES], { env });
});
afterAll(() => rm(folder, { recursive: true }));

describe('dateline ask', () => {
  const question = 'How many people died in the Lahaina fire?';

  it('prints sentences that answer, each with its article', async () => {
    const { out, exitCode } = await runCli(['ask', question], { env });
    const text = out.join('\n');
    expect(text).toMatch(/killed at least 93 people[\s\S]+rose to 53/u);
    expect(text).toMatch(/ {4}Tamarind Gazette · 2023-08-13 · https/u);
    expect(exitCode).toBe(0);
  });

  it('prints offsets into the text as JSON', async () => {
    const args = ['ask', ...question.split(' '), '--since', '2023-08-12', '--json'];
    const [json = ''] = (await runCli(args, { env })).out;
    const found = JSON.parse(json) as { text: string; start: number; end: number }[];
    expect(found).toMatchObject([{ source: 'Tamarind Gazette', also: [], isOnly: false }]);
    expect(found[0]!.end - found[0]!.start).toBe(found[0]!.text.length);
  });

  it('says that nothing answers', async () => {
    const { out, exitCode } = await runCli(['ask', 'Who won the Tour de France?'], { env });
    expect(out).toEqual(['Nothing in the store answers this.']);
    expect(exitCode).toBe(0);
  });
});

describe('dateline search', () => {
  it('prints articles with the sentence that matches', async () => {
    const { out, exitCode } = await runCli(['search', 'Chandrayaan-3'], { env });
    expect(out[0]).toMatch(/^[1-9]\d* articles?$/);
    expect(out.join('\n')).toMatch(/Chandrayaan-3/);
    expect(exitCode).toBe(0);
  });

  it('accepts a phrase, an exclusion and a publisher', async () => {
    const query = '"Notre-Dame" -nonsense source:"Lanternfish News"';
    const args = ['search', query, '--json'];
    const [json = ''] = (await runCli(args, { env })).out;
    const found = JSON.parse(json) as { source: string; sentence: string }[];
    expect(found.length).toBeGreaterThan(0);
    for (const { source } of found) expect(source).toBe('Lanternfish News');
  });

  it('prints where an article was written', async () => {
    const { out } = await runCli(['search', 'convoy', 'idlib'], { env });
    expect(out.join('\n')).toMatch(/Saltpan Observer · IDLIB · 2023-02-07/);
  });

  it('narrows to a language', async () => {
    const all = await runCli(['search', 'flood', '--lang', 'English'], { env });
    expect(all.out[0]).toMatch(/^[1-9]\d* articles?$/);
    const none = await runCli(['search', 'flood', '--lang', 'fr'], { env });
    expect(none.out[0]).toBe('0 articles');
    const unknown = await runCli(['search', 'flood', '--lang', 'Klingonese'], { env });
    expect(unknown.err[0]).toContain('I do not know the language "Klingonese".');
    expect(unknown.exitCode).toBe(1);
  });

  it('says what it did not understand', async () => {
    const { err } = await runCli(['search', 'flood', 'since:blue'], { env });
    expect(err).toEqual(['Not understood: since:blue']);
  });
});

describe('dateline digest', () => {
  it('prints the stories of the day before, word for word', async () => {
    const args = ['digest', '--at', '2024-03-27T12:00:00Z', '--json'];
    const [json = ''] = (await runCli(args, { env })).out;
    const digest = JSON.parse(json) as Digest;
    expect(digest.stories[0]?.headline).toMatch(/bridge/i);
    const store = await openStore(env['STORE_URL'] ?? '');
    for (const { articleId, start, end, text } of digest.stories.flatMap((s) => s.sentences)) {
      const article = await store.articles.get(articleId);
      expect(article?.text.slice(start, end)).toBe(text);
    }
    await store.close();
  });

  it('shows the latest stories if nothing is new, and says so', async () => {
    const { out } = await runCli(['digest'], { env, now: new Date('2026-01-01T00:00:00Z') });
    expect(out[0]).toBe('No news since 2024-12-10; the latest stories:');
    expect(out.join('\n')).toMatch(/publishers · \d+ articles/);
  });

  it('rejects an invalid time', async () => {
    const { err, exitCode } = await runCli(['digest', '--at', 'noonish'], { env });
    expect(err.join()).toMatch(/"noonish" is not a time such as/);
    expect(exitCode).toBe(1);
  });
});

describe('dateline stories and sources', () => {
  it('reports an empty store', async () => {
    const empty = { STORE_URL: 'memory:', ARTICLE_FOLDERS: SAMPLES };
    const { out } = await runCli(['stories'], { env: empty });
    expect(out).toEqual(['No articles yet: import articles first.']);
  });

  it('joins the publishers of one event', async () => {
    const [json = ''] = (await runCli(['stories', '--json'], { env })).out;
    const stories = JSON.parse(json) as { headline: string; gist: string; sources: string[] }[];
    const bridge = stories.find(({ headline }) => /bridge/i.test(headline));
    expect(bridge?.sources.length).toBeGreaterThan(2);
    expect(bridge?.gist).toMatch(/\w{3,}.*\.$/);
    for (const { gist } of stories) expect(gist.length).toBeLessThan(300);
  });

  it('lists each publisher with its number of articles', async () => {
    const { out } = await runCli(['sources'], { env });
    expect(out).toHaveLength(8);
    expect(out).toContainEqual(expect.stringMatching(/^Meridian Wire: \d+ articles, newest 2024-/));
  });

  it('gives advice if the store is empty', async () => {
    const { out } = await runCli(['sources'], { env: { ...env, STORE_URL: 'memory:' } });
    expect(out).toEqual(['No publishers yet: import articles or set SOURCES first.']);
  });
});

describe('dateline sources with feeds', () => {
  const feeds = () => ({ ...env, SOURCES: 'https://a.example/rss, https://b.example/rss' });

  it('shows the health of each source and when it is polled', async () => {
    const { out } = await runCli(['sources'], { env: feeds() });
    expect(out.slice(0, 4)).toEqual([
      'SOURCE     OWNER  HEALTH  A DAY  LAST READ  NEXT              WHAT IS WRONG',
      'a.example  host   new     –      –          2024-12-12 08:00',
      'b.example  host   new     –      –          2024-12-12 08:00',
      '',
    ]);
  });

  it('pauses and resumes a source', async () => {
    const paused = await runCli(['sources', '--pause', 'a.example'], { env: feeds() });
    expect(paused.out[1]).toMatch(/^a\.example +host +paused .* paused by a manager$/);
    const { out } = await runCli(['sources', '--resume', 'a.example', '--json'], { env: feeds() });
    const listed = JSON.parse(out[0] ?? '') as { name: string; feed?: { health: string } }[];
    expect(listed.find(({ name }) => name === 'a.example')?.feed).toMatchObject({
      url: 'https://a.example/rss',
      health: 'new',
      nextPollAt: '2024-12-12T08:00:00.000Z',
    });
    expect(listed.some(({ feed }) => feed === undefined)).toBe(true);
  });

  it('forgets feeds that were removed from the configuration', async () => {
    const { out } = await runCli(['sources'], {
      env: { ...env, SOURCES: 'https://b.example/rss' },
    });
    expect(out.join('\n')).not.toContain('a.example');
    await runCli(['sources'], { env });
  });
});

describe('dateline doctor', () => {
  it('finds everything in order', async () => {
    const { out, exitCode } = await runCli(['doctor'], { env });
    expect(out.every((line) => line.startsWith('ok'))).toBe(true);
    expect(out.join('\n')).toMatch(/SQLite opens; 53 articles, the newest of 2024-12-10/);
    expect(exitCode).toBe(0);
  });

  it('names a missing folder and a file that is not a database', async () => {
    const broken = join(folder, 'broken.sqlite');
    await writeFile(broken, 'This is not a database at all, whatever it is called.'.repeat(40));
    const run = await runCli(['doctor', '--json'], {
      env: { STORE_URL: `sqlite:${broken}`, ARTICLE_FOLDERS: join(folder, 'nowhere') },
    });
    const findings = JSON.parse(run.out[0] ?? '') as { check: string; ok: boolean }[];
    const wrong = findings.filter(({ ok }) => !ok).map(({ check }) => check);
    expect(wrong).toEqual(['store', `folder ${join(folder, 'nowhere')}`]);
    expect(run.exitCode).toBe(1);
  });

  it('names a list of sources that cannot be read', async () => {
    const missing = { ...env, SOURCES: join(folder, 'missing.json') };
    const { out, exitCode } = await runCli(['doctor'], { env: missing });
    expect(out.join('\n')).toMatch(/WRONG sources: .*missing\.json: no such file/);
    expect(exitCode).toBe(1);
  });

  it('leaves a store of an older version as it is', async () => {
    const path = join(folder, 'released.sqlite');
    await copyFile(RELEASED, path);
    const run = await runCli(['doctor'], { env: { ...env, STORE_URL: `sqlite:${path}` } });
    expect(run.out.join('\n')).toMatch(/^ok +store: .*older Dateline \(schema 1, .*next start/mu);
    expect(run.exitCode).toBe(0);
    const { out } = await runCli(['doctor'], { env: { ...env, STORE_URL: `sqlite:${path}` } });
    expect(out).toEqual(run.out);
  });

  it.each([
    ['PST', 'Did you mean America/Los_Angeles'],
    ['EST', 'Did you mean America/New_York'],
    ['Kyiv', 'DEFAULT_ZONE must be an IANA time zone'],
  ])('does not take %s for a zone', async (zone, advice) => {
    const { out, exitCode } = await runCli(['doctor'], { env: { ...env, DEFAULT_ZONE: zone } });
    expect(out.join('\n')).toMatch(/^WRONG configuration: /mu);
    expect(out.join('\n')).toContain(advice);
    expect(exitCode).toBe(1);
  });

  it('names variables that look like settings', async () => {
    const given = { DISCORD_TOKN: 'hunter2', DISCORD_BOT_TOKEN: 'hunter2', STOREURL: 'memory:' };
    const run = await runCli(['doctor'], { env: { ...env, STORE_URL: '', ...given } });
    const wrong = run.out.filter((line) => line.startsWith('WRONG'));
    expect(wrong).toEqual([
      'WRONG DISCORD_BOT_TOKEN: there is no such setting; did you mean DISCORD_TOKEN?',
      'WRONG DISCORD_TOKN: there is no such setting; did you mean DISCORD_TOKEN?',
      'WRONG STOREURL: there is no such setting; did you mean STORE_URL?',
    ]);
    expect(run.out.join('\n')).not.toContain('hunter2');
    expect(run.exitCode).toBe(1);
  });

  it('leaves variables of other programs alone', async () => {
    const others = { OTEL_LOG_LEVEL: 'info', PORT: '80', DISCORD_CLIENT_ID: '1', SHELL: '/bin/sh' };
    const run = await runCli(['doctor'], { env: { ...env, ...others } });
    expect(run.exitCode).toBe(0);
  });

  it('never shows the secrets that it checks', async () => {
    const run = await runCli(['doctor'], {
      env: { STORE_URL: 'postgres://me:hunter2@127.0.0.1:1/news' },
    });
    expect(run.out.join('\n')).not.toContain('hunter2');
    expect(run.exitCode).toBe(1);
  });
});

describe('dateline why', () => {
  const at = ['--at', '2024-12-08T20:00:00Z'];

  it('prints how each stage decided, in order, and which one stopped an article', async () => {
    const { out, exitCode } = await runCli(['why', 'article', 'Chandrayaan-3', ...at], { env });
    expect(out[0]).toMatch(/^passed {3}source {6}\S/);
    expect(out.filter((line) => line.startsWith('failed'))).toHaveLength(1);
    expect(out.join('\n')).toMatch(
      /failed {3}window {6}counted as published at \d{4}-\d\d-\d\d \d\d:\d\d UTC/,
    );
    expect(exitCode).toBe(0);
  });

  it('tells of a shown story that it passes all', async () => {
    const { out, exitCode } = await runCli(['why', 'story', 'Assad', '--json', ...at], { env });
    const stages = JSON.parse(out[0] ?? '') as { outcome: string }[];
    expect(stages.map(({ outcome }) => outcome)).toEqual(stages.map(() => 'passed'));
    expect(exitCode).toBe(0);
  });

  it('says that no source has a link, and that a channel has no digest', async () => {
    const link = 'https://nowhere.example/a';
    const { out } = await runCli(['why', 'article', link], { env });
    expect(out[0]).toBe(
      'failed   source      no source that is read here has pages at nowhere.example',
    );
    const { err, exitCode } = await runCli(['why', 'channel', '42'], { env });
    expect(err).toEqual(['No digest is planned for the channel 42.']);
    expect(exitCode).toBe(1);
  });

  it('prints what keeps the digests of a channel from coming', async () => {
    const store = await openStore(env['STORE_URL']!, { records: RECORDS });
    const subscription = buildSubscription({ channelId: '43' });
    await store.records('subscriptions').put(subscriptionKey(subscription), subscription);
    await store.close();
    const { out } = await runCli(['why', 'channel', '43', ...at], { env });
    expect(out[0]).toBe('passed   schedule    News digest, every day at 08:00, UTC');
    expect(out.at(-1)).toBe('passed   slot        the next one is due at 2024-12-09 08:00 UTC');
  });
});
