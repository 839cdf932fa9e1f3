import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'vitest';
import type { ViewMessages } from '@dateline/local-discord';
import { openDatabaseOn, setReadOnly } from '../support/harm-postgres.ts';
import { postgresIsHere } from '../support/local-postgres.ts';
import { openSite, type Site, type SiteReport } from '../support/open-site.ts';
import { mountSmallDisk, setUnchangeable, type SmallDisk } from '../support/small-disk.ts';
import { runVerb } from '../support/run-verb.ts';
import { askLocal, startProgram, type Program } from '../support/start-program.ts';
import { openStorePlace, usesPostgres } from '../support/store-place.ts';

const SAMPLES = join(import.meta.dirname, '../../data/samples');
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** How often the running bot is asked, and how long for. It looks every five seconds whether the store takes writes. */
const PATIENCE = { interval: 200, timeout: 45_000 };

/** A bot in a local Discord with one feed, on a store that a test harms. */
async function startBot(storeUrl: string, site: Site, { onTestFinished }: TestContext) {
  const bot = startProgram({
    LOCAL_PORT: '0',
    STORE_URL: storeUrl,
    HEALTH_ADDRESS: '127.0.0.1:0',
    SOURCES: site.feedUrl,
    ALLOWED_ADDRESSES: site.endpoint,
    // A digest of the day that passes meanwhile is still posted.
    CATCH_UP_MINUTES: '1440',
  });
  onTestFinished(() => endNow(bot));
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

/** How a store is harmed. */
interface Harm {
  readonly storeUrl: string;
  readonly harm: () => unknown;
  readonly mend: () => unknown;
  readonly logged: RegExp;
}

/** What has to hold while a running bot's store takes no writes, and afterwards. Returns what the bot wrote. */
async function checkHarm(
  { storeUrl, harm, mend, logged }: Harm,
  context: TestContext,
): Promise<string> {
  const { expect } = context;
  const site = await openSite('Harbour Post');
  context.onTestFinished(() => site.close());
  site.publish(buildReport('old', 'Harbour bridge is closed for repairs', -HOUR_MS));
  const world = await startBot(storeUrl, site, context);
  await expect.poll(() => world.command('status'), PATIENCE).toMatch(/54 articles.*1 healthy/);
  expect(await world.addSchedule()).toContain('00:01');
  await expect.poll(() => world.readiness(), PATIENCE).toMatchObject({ status: 200 });
  const digests = (await world.readDigests()).length;

  await harm();
  site.publish(buildReport('new', 'Night ferry returns to the island', 0));
  // Some small writes may still fit.
  await expect
    .poll(() => world.addSchedule(), PATIENCE)
    .toContain('Nothing can be saved right now');
  const refused = await world.addSchedule();
  expect(refused).not.toContain(new URL(storeUrl).pathname);
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

  await mend();
  await world.bot.seeLine(/the store takes writes again/);
  await expect.poll(() => world.readiness(), PATIENCE).toMatchObject({ status: 200 });
  await world.pass(MINUTE_MS);
  const countDigests = async (): Promise<number> => (await world.readDigests()).length;
  await expect.poll(countDigests, PATIENCE).toBeGreaterThan(digests);
  await expect.poll(() => world.command('latest'), PATIENCE).toContain('Night ferry returns');
  expect(await world.addSchedule()).toMatch(/UTC/);
  world.bot.process.kill('SIGTERM');
  expect(await world.bot.exitCode).toBe(0);
  return world.bot.read();
}

/** A disk that is unmounted after the test. */
function mountDisk(context: TestContext, megabytes = 8): SmallDisk {
  const disk = mountSmallDisk(megabytes);
  if (!disk) context.skip('no small disk can be mounted here');
  context.onTestFinished(() => disk.unmount());
  return disk;
}

async function makeFolder({ onTestFinished }: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-unwritable-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

const sqliteIn = (folder: string): string => `sqlite:${join(folder, 'store.sqlite')}`;

/** A store on a disk of its own. */
async function openOnDisk(context: TestContext): Promise<Harm> {
  const { skip, onTestFinished } = context;
  if (usesPostgres() && !postgresIsHere) skip('the PostgreSQL server is not on this machine');
  const disk = mountDisk(context, usesPostgres() ? 32 : 8);
  const harm = { harm: () => disk.fill(), mend: () => disk.free() };
  if (!usesPostgres()) {
    const logged = /The disk is full: nothing more can be stored/;
    return { ...harm, storeUrl: sqliteIn(disk.folder), logged };
  }
  const place = await openDatabaseOn(disk.folder);
  onTestFinished(() => place.remove());
  return { ...harm, storeUrl: place.url, logged: /The disk of PostgreSQL at \S+ is full/ };
}

/** A store that can be made read-only. */
async function openReadOnly(context: TestContext): Promise<Harm> {
  const { skip, onTestFinished } = context;
  if (usesPostgres()) {
    const place = await openStorePlace();
    const { url } = place;
    onTestFinished(() => place.remove());
    return {
      storeUrl: url,
      harm: () => setReadOnly(url, true),
      mend: () => setReadOnly(url, false),
      logged: /PostgreSQL at \S+ is read-only, perhaps a replica/,
    };
  }
  const folder = await makeFolder(context);
  const files = ['store.sqlite', 'store.sqlite-wal'].map((name) => join(folder, name));
  if (!setUnchangeable([folder], true)) skip('files cannot be made unchangeable here');
  setUnchangeable([folder], false);
  onTestFinished(() => void setUnchangeable(files, false));
  return {
    storeUrl: sqliteIn(folder),
    harm: () => setUnchangeable(files, true),
    mend: () => setUnchangeable(files, false),
    logged: /is read-only\. Check that it and its folder may be written to/,
  };
}

// They wait for the bot to look, most of the time.
describe.concurrent('a disk that becomes full while the bot runs', () => {
  it('is said to everyone who is concerned, loses nothing, and the bot goes on when there is room', async (context) => {
    const { expect } = context;
    const written = await checkHarm(await openOnDisk(context), context);
    expect(written).not.toContain('without having closed everything');
  }, 240_000);
});

describe.concurrent('a store that becomes read-only while the bot runs', () => {
  it('is said to everyone who is concerned, loses nothing, and the bot goes on when it can write', async (context) => {
    const { expect } = context;
    const written = await checkHarm(await openReadOnly(context), context);
    expect(written).not.toContain('without having closed everything');
  }, 240_000);
});

describe.concurrent('a disk that is full before the bot starts', () => {
  it('is named by the bot, by doctor and by a backup to another disk, and is all that was wrong', async (context) => {
    if (usesPostgres()) context.skip('a start on a full PostgreSQL server succeeds and only reads');
    const { expect } = context;
    const disk = mountDisk(context);
    const folder = await makeFolder(context);
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
