import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, type TestContext } from 'vitest';
import type { ViewMessages } from '@dateline/local-discord';
import { openSite, type Site, type SiteReport } from '../support/open-site.ts';
import { mountSmallDisk, setUnchangeable } from '../support/small-disk.ts';
import { runVerb } from '../support/run-verb.ts';
import { askLocal, startProgram, type Program } from '../support/start-program.ts';

const SAMPLES = join(import.meta.dirname, '../../data/samples');
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How often the running bot is asked, and how long for. It looks every five seconds whether the store takes writes. */
const PATIENCE = { interval: 200, timeout: 45_000 };

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});

/** A bot in a local Discord with one feed, on a store that a test harms. */
async function startBot(folder: string, site: Site) {
  const bot = startProgram({
    LOCAL_PORT: '0',
    STORE_URL: `sqlite:${join(folder, 'store.sqlite')}`,
    HEALTH_ADDRESS: '127.0.0.1:0',
    SOURCES: site.feedUrl,
    ALLOWED_ADDRESSES: site.endpoint,
    // A digest of the day that passes meanwhile is still posted.
    CATCH_UP_MINUTES: '1440',
  });
  undo.push(() => endNow(bot));
  const url = await bot.seeLine(/Discord on this machine: (http:\S+)/);
  const port = await bot.seeLine(/"port":(\d+),"msg":"answering questions about health"/);
  await bot.seeLine(/articles loaded/);
  let minute = 0;
  const command = async (name: string, options: object = {}): Promise<string> =>
    JSON.stringify(await askLocal(url, 'act', { do: 'run-command', name, options }));
  return {
    bot,
    command,
    /** Adds a schedule at a minute of its own. */
    addSchedule: () => {
      minute += 1;
      const time = `0${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
      return command('schedule add', { time, zone: 'UTC', quiet: 'say so' });
    },
    pass: (advanceMs: number) => askLocal(url, 'clock', { advanceMs }),
    async readDigests() {
      const { messages }: ViewMessages = await askLocal(url, 'messages');
      return messages.filter((message) => !message.interaction_metadata);
    },
    async readiness() {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
      return { status: answer.status, text: await answer.text() };
    },
    async writable() {
      const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
      return /dateline_check_ok\{check="store"\} (\d)/.exec(await answer.text())?.[1];
    },
    countLines: (pattern: RegExp) =>
      bot
        .read()
        .split('\n')
        .filter((line) => pattern.test(line)).length,
  };
}

async function endNow({ process, exitCode }: Program): Promise<void> {
  process.kill('SIGKILL');
  await exitCode;
}

function buildReport(name: string, title: string, agoMs: number): SiteReport {
  const sentence = `${title}, the harbour council said on Tuesday after a long meeting.`;
  return {
    path: `/${name}`,
    title,
    at: new Date(Date.now() + agoMs),
    paragraphs: Array.from({ length: 6 }, (_, at) => `${sentence} It was vote number ${at + 1}.`),
  };
}

/** What has to hold while a running bot's store takes no writes, and afterwards. */
async function checkHarm(
  folder: string,
  { harm, mend, logged }: { harm: () => void; mend: () => void; logged: RegExp },
): Promise<Program> {
  const site = await openSite('Harbour Post');
  undo.push(() => site.close());
  site.publish(buildReport('old', 'Harbour bridge is closed for repairs', -HOUR_MS));
  const world = await startBot(folder, site);
  await expect.poll(() => world.command('status'), PATIENCE).toMatch(/54 articles.*1 healthy/);
  expect(await world.addSchedule()).toContain('00:01');
  await expect.poll(() => world.readiness(), PATIENCE).toMatchObject({ status: 200 });
  const digests = (await world.readDigests()).length;

  harm();
  site.publish(buildReport('new', 'Night ferry returns to the island', 0));
  // Some small writes may still fit.
  await expect
    .poll(() => world.addSchedule(), PATIENCE)
    .toContain('Nothing can be saved right now');
  const refused = await world.addSchedule();
  expect(refused).not.toContain(folder);
  expect(await world.command('latest')).toContain('Harbour bridge is closed');
  expect(await world.command('search', { query: 'bridge' })).toContain('Harbour bridge is closed');
  expect(await world.command('status')).toContain('nothing new is read or posted');
  const ill = await world.readiness();
  expect(ill.status).toBe(503);
  expect(JSON.parse(ill.text).checks[0]).toMatchObject({ name: 'store', ok: false });
  expect(await world.writable()).toBe('0');
  // A day of slots and polls is due. Nothing is fetched or posted that could not be recorded.
  const fetched = site.requests.length;
  await world.pass(DAY_MS);
  await world.pass(HOUR_MS);
  expect(await world.readDigests()).toHaveLength(digests);
  await expect.poll(() => world.countLines(logged), PATIENCE).toBeGreaterThan(0);
  expect(site.requests).toHaveLength(fetched);
  // The clock was moved by a day, so the same error may be said again, once for each step.
  expect(world.countLines(/"level":50/)).toBeLessThanOrEqual(5);

  mend();
  await world.bot.seeLine(/the store takes writes again/);
  await expect.poll(() => world.readiness(), PATIENCE).toMatchObject({ status: 200 });
  // The scheduler ticks once a minute.
  const countDigests = async (): Promise<number> => (await world.readDigests()).length;
  await expect.poll(countDigests, { ...PATIENCE, timeout: 90_000 }).toBeGreaterThan(digests);
  await expect.poll(() => world.command('latest'), PATIENCE).toContain('Night ferry returns');
  expect(await world.addSchedule()).toMatch(/UTC/);
  world.bot.process.kill('SIGTERM');
  expect(await world.bot.exitCode).toBe(0);
  return world.bot;
}

describe('a disk that becomes full while the bot runs', () => {
  it('is said to everyone who is concerned, loses nothing, and the bot goes on when there is room', async (context: TestContext) => {
    const disk = mountSmallDisk(8);
    if (!disk) context.skip('no small disk can be mounted here');
    undo.push(() => disk.unmount());
    const bot = await checkHarm(disk.folder, {
      harm: () => disk.fill(),
      mend: () => disk.free(),
      logged: /The disk is full: nothing more can be stored/,
    });
    expect(bot.read()).not.toContain('without having closed everything');
  }, 240_000);
});

describe('a store that becomes read-only while the bot runs', () => {
  it('is said to everyone who is concerned, loses nothing, and the bot goes on when it can write', async (context: TestContext) => {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-read-only-'));
    undo.push(() => rm(folder, { recursive: true }));
    const files = ['store.sqlite', 'store.sqlite-wal'].map((name) => join(folder, name));
    if (!setUnchangeable([folder], true)) context.skip('files cannot be made unchangeable here');
    setUnchangeable([folder], false);
    undo.push(() => setUnchangeable(files, false));
    const bot = await checkHarm(folder, {
      harm: () => setUnchangeable(files, true),
      mend: () => setUnchangeable(files, false),
      logged: /is read-only\. Check that it and its folder may be written to/,
    });
    expect(bot.read()).not.toContain('without having closed everything');
  }, 240_000);
});

describe('a disk that is full before the bot starts', () => {
  it('is named by the bot, by doctor and by a backup to another disk, and is all that was wrong', async (context: TestContext) => {
    const disk = mountSmallDisk(8);
    if (!disk) context.skip('no small disk can be mounted here');
    undo.push(() => disk.unmount());
    const folder = await mkdtemp(join(tmpdir(), 'dateline-full-'));
    undo.push(() => rm(folder, { recursive: true }));
    const path = join(disk.folder, 'store.sqlite');
    const env = { STORE_URL: `sqlite:${path}`, LOCAL_PORT: '0' };
    const backup = ['backup', join(folder, 'other-disk.backup')];
    expect(await runVerb(['import', SAMPLES], env)).toMatchObject({ exitCode: 0 });

    disk.fill();
    const sentence = `The disk is full: nothing more can be stored in ${path}.`;
    for (const verb of [['start'], backup]) {
      const { err, exitCode } = await runVerb(verb, env);
      expect(err.slice(0, sentence.length)).toBe(sentence);
      expect(exitCode).toBe(1);
    }
    expect((await runVerb(['doctor'], env)).out).toContain(`WRONG store: ${sentence}`);

    disk.free();
    const { out, exitCode } = await runVerb(backup, env);
    expect(out).toContain('53 articles');
    expect(exitCode).toBe(0);
  }, 240_000);
});
