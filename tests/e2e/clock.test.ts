import { afterEach, describe, expect, it } from 'vitest';
import type { ViewMessages } from '@dateline/local-discord';
import { openSite } from '../support/open-site.ts';
import { askLocal, startProgram, type Program } from '../support/start-program.ts';
import { openStorePlace, type StorePlace } from '../support/store-place.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let place: StorePlace;
let program: Program | undefined;
afterEach(async () => {
  program?.process.kill('SIGKILL');
  await program?.exitCode;
  await place.remove();
});

async function startBot(env: Record<string, string> = {}) {
  place = await openStorePlace();
  program = startProgram({ LOCAL_PORT: '0', STORE_URL: place.url, ...env });
  const url = await program.seeLine(/(http:\/\/127\.0\.0\.1:\d+)/);
  await program.seeLine(/articles loaded/);
  await program.seeLine(/commands registered/);
  const act = (what: object) => askLocal(url, 'act', what);
  return {
    act,
    pass: (advanceMs: number) => askLocal(url, 'clock', { advanceMs }),
    plan: (options: object) =>
      act({ do: 'run-command', name: 'schedule add', options: { zone: 'UTC', ...options } }),
    async readDigests() {
      const { messages }: ViewMessages = await askLocal(url, 'messages');
      return messages.filter((message) => !message.interaction_metadata);
    },
  };
}

describe('moving the clock forward', () => {
  it('posts each edition that was due in between once, for its own slot', async () => {
    const bot = await startBot();
    const planned = await bot.plan({ time: '08:00', quiet: 'say so' });
    expect(JSON.stringify(planned)).toContain('08:00');
    const before = Date.now();
    const { now } = await bot.pass(2 * DAY_MS);
    expect(now).toBeGreaterThanOrEqual(before + 2 * DAY_MS);
    const digests = await bot.readDigests();
    const hours = digests.map(({ timestamp }) => timestamp.slice(11, 16));
    expect(hours).toEqual(['08:00', '08:00']);
    // Editions that are there are not posted again.
    await bot.pass(HOUR_MS / 60);
    expect(await bot.readDigests()).toHaveLength(2);
  });

  it('does not poll any publisher more often', async () => {
    const site = await openSite('Harbour Post');
    const bot = await startBot({ SOURCES: site.feedUrl, ALLOWED_ADDRESSES: site.endpoint });
    await expect.poll(() => site.requests.length).toBeGreaterThan(0);
    await bot.pass(2 * DAY_MS);
    await bot.act({ do: 'run-command', name: 'status' });
    expect(site.requests.length).toBeLessThanOrEqual(2);
    await site.close();
  });

  it('does not keep the bot from answering', async () => {
    const bot = await startBot();
    const [moved, answer] = await Promise.all([
      bot.pass(DAY_MS),
      bot.act({ do: 'run-command', name: 'status' }),
    ]);
    expect(moved.now).toBeGreaterThan(Date.now());
    expect(answer).toMatchObject({ kind: 'replied' });
    expect(await bot.act({ do: 'run-command', name: 'help' })).toMatchObject({ kind: 'replied' });
  });
});
