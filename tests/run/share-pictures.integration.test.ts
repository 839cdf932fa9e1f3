import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { defineAction, type Command } from '../../src/command/command.ts';
import { editionKey } from '../../src/digest/edition.ts';
import { subscriptionKey } from '../../src/digest/subscription.ts';
import { createAttachPictures } from '../../src/discord/pictures/attach-pictures.ts';
import type { RenderPng } from '../../src/discord/pictures/render-png.ts';
import { buildPanel, buildText } from '../../src/render/components.ts';
import { buildGallery } from '../../src/render/picture/picture.ts';
import { scheduleDigests } from '../../src/run/schedule-digests.ts';
import { createLocks } from '../../src/store/locks.ts';
import { buildDigest, buildDigestStory } from '../support/build-digest.ts';
import { buildGuilds, buildPort } from '../support/build-port.ts';
import { buildEdition, buildSubscription } from '../support/build-subscription.ts';
import { collectLog } from '../support/collect-log.ts';
import { openNews } from '../support/open-news.ts';
import { openTestBot } from '../support/open-test-bot.ts';
import { messageOf } from '../support/read-outcome.ts';

const SLOT = '2024-03-14T08:00:00.000Z';
/** Each answer has a map of its own: one drawing is rendered once for all who ask at one moment. */
let maps = 0;
const drawMap = () => ({
  name: 'map.png',
  svg: `<svg id="${(maps += 1)}"/>`,
  description: 'A map',
});
const atlas: Command = {
  kind: 'slash',
  name: 'atlas',
  description: 'Shows a map',
  access: 'everyone',
  contexts: ['guild'],
  action: defineAction({
    description: 'Shows a map',
    options: {},
    audience: 'channel',
    example: '/atlas',
    run: async () => {
      const map = drawMap();
      return { ...buildPanel([buildText('Map'), buildGallery(map)]), pictures: [map] };
    },
  }),
};

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** A bot and a scheduler that share one `AttachPictures`, as in the program. */
async function openBoth(render: RenderPng) {
  const { log } = collectLog();
  const attachPictures = createAttachPictures(render, log);
  const bot = await openTestBot([atlas], { attachPictures, pictureWaitMs: 400 });
  const { discord } = bot;
  const news = await openNews();
  closers.push(
    () => bot.close(),
    () => news.close(),
  );
  const subscriptions = news.store.records('subscriptions');
  const editions = news.store.records('editions');
  const subscription = buildSubscription({ changedAt: '2024-03-13T20:00:00.000Z' });
  await subscriptions.put(subscriptionKey(subscription), subscription);
  const state = { kind: 'pending', since: SLOT, attempts: 1, retryAt: SLOT } as const;
  const digest = buildDigest({ stories: [buildDigestStory({ places: [{ country: 'JP' }] })] });
  const edition = buildEdition({ slot: SLOT, digest, state });
  await editions.put(editionKey(edition), edition);
  const files: number[] = [];
  const progress = { isDrawing: false };
  const scheduler = scheduleDigests({
    locks: createLocks({}),
    port: buildPort({
      async post(_channel, message) {
        files.push(message.files?.length ?? 0);
        return { kind: 'posted', messageId: '1' };
      },
    }),
    guilds: buildGuilds({
      async mayAttachFiles() {
        // Next, its pictures are attached.
        progress.isDrawing = true;
        return true;
      },
    }),
    attachPictures,
    subscriptions,
    editions,
    alertClaims: news.store.records('alert-claims'),
    news,
    clock: () => new Date('2024-03-14T08:00:30.000Z'),
    graceMs: 3_600_000,
    log,
  });
  closers.push(() => scheduler.stop());
  const ask = () => discord.asUser(discord.memberId).runCommand('atlas');
  return { ask, scheduler, files, progress };
}

describe('answers and editions', () => {
  it('together render no more than two pictures at a time', async () => {
    const releases: (() => void)[] = [];
    const { ask, scheduler, files, progress } = await openBoth(async () => {
      await new Promise<void>((resolve) => releases.push(resolve));
      return new Uint8Array([1]);
    });
    const answers = [ask(), ask()];
    await expect.poll(() => releases.length).toBe(2);
    const ticking = scheduler.tick();
    await expect.poll(() => progress.isDrawing).toBe(true);
    // Both answers were sent without their pictures, which are still being drawn.
    for (const outcome of await Promise.all(answers))
      expect(messageOf(outcome).attachments).toEqual([]);
    expect(releases).toHaveLength(2);
    releases[0]?.();
    await expect.poll(() => releases.length).toBe(3);
    releases[2]?.();
    await ticking;
    expect(files).toEqual([1]);
    releases[1]?.();
  });

  it('share one limiter in the program', () => {
    const root = join(import.meta.dirname, '../../src');
    const creators = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .filter((file) => readFileSync(join(root, file), 'utf8').includes('= createAttachPictures('));
    expect(creators).toEqual(['run/open-at-discord.ts']);
  });
});
