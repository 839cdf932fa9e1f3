import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OptionValues } from '@dateline/local-discord';
import { createAttachPictures } from '../../src/discord/pictures/attach-pictures.ts';
import { renderPng } from '../../src/discord/pictures/render-png.ts';
import { scheduleDigests } from '../../src/run/schedule-digests.ts';
import { createLocks } from '../../src/store/locks.ts';
import type { Scheduler } from '../../src/delivery/scheduler.ts';
import { createSourceNotices, type SourceNotices } from '../../src/delivery/source-notices.ts';
import { createFetcher } from '../../src/web/fetch-document.ts';
import { collectLog } from '../support/collect-log.ts';
import { buildReport, type NewsEvent } from '../support/build-news.ts';
import { openSite, type Site, type SiteReport } from '../support/open-site.ts';
import { lastMessageOf, settle, textOf } from '../support/read-outcome.ts';
import { runBot, type RunningBot } from '../support/run-bot.ts';

const HOUR_MS = 3_600_000;

let site: Site;
let world: RunningBot;
let scheduler: Scheduler;
let notices: SourceNotices;
// Discord answers by its own clock, so ours begins at the real time.
let nowMs = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS;

beforeAll(async () => {
  site = await openSite('Harbour Post');
  site.publish(report('/old', 'comet'));
  world = await runBot({
    now: () => new Date(nowMs),
    fetcher: createFetcher({
      allowedAddresses: [site.endpoint],
      limits: { hostSpacingMs: 0, maxPauseMs: 0 },
    }),
    env: {
      SOURCES: site.feedUrl,
      ARTICLE_FOLDERS: 'tests/support/no-such-folder',
    },
  });
  const { subscriptions, editions } = world.app.services;
  const { port, guilds } = world.bot;
  const { log } = collectLog();
  const clock = (): Date => new Date(nowMs);
  scheduler = scheduleDigests({
    locks: createLocks({}),
    port,
    guilds,
    attachPictures: createAttachPictures(renderPng, log),
    subscriptions,
    editions,
    alertClaims: world.app.store.records('alert-claims'),
    news: world.app.news,
    clock,
    graceMs: HOUR_MS,
    log,
  });
  notices = createSourceNotices({
    sources: world.app.sources,
    subscriptions,
    told: world.app.store.records('source-notices'),
    port,
    now: clock,
    log,
  });
});
afterAll(async () => {
  await scheduler.stop();
  await world.close();
  await site.close();
});

/** A report of the night's news as its publisher prints it. */
function report(path: string, event: NewsEvent): SiteReport {
  const { title, text } = buildReport(event, 'Harbour Post', new Date(nowMs).toISOString());
  return { path, title, at: new Date(nowMs - HOUR_MS), paragraphs: text.split('\n\n') };
}

const posted = (): string[] =>
  world.discord.state
    .messages(world.discord.channelId)
    .filter(
      ({ author, interaction_metadata: interaction }) =>
        author.id === world.bot.client.user.id && !interaction,
    )
    .map((message) => JSON.stringify(message));

async function pollAfter(hours: number): Promise<void> {
  nowMs += hours * HOUR_MS;
  await world.app.pollSources();
  await world.app.load();
}

async function ask(command: string, options: OptionValues = {}): Promise<string> {
  const user = world.discord.asUser(world.discord.managerId);
  return textOf(lastMessageOf(await settle(user, await user.runCommand(command, options))));
}

describe('live news', () => {
  it('gets from a feed into the digest of a channel, with summary and link', async () => {
    await pollAfter(0);
    const slot = new Date(nowMs + 3 * HOUR_MS);
    const planned = await ask('schedule add', {
      channel: world.discord.channelId,
      time: slot.toISOString().slice(11, 16),
      zone: 'UTC',
      sources: 'Harbour Post',
    });
    expect(planned).toContain('Digest planned');
    const flood = report('/flood', 'flood');
    site.publish(flood);
    await pollAfter(2);
    nowMs = slot.getTime();
    await scheduler.tick();
    const [digest, ...others] = posted();
    expect(others).toEqual([]);
    expect(digest).toContain(`[${flood.title}](${site.origin}/flood)`);
    const told = flood.paragraphs
      .join(' ')
      .match(/[^.]+\./gu)
      ?.filter((one) => digest?.includes(one));
    expect(told).toHaveLength(2);
  });

  it('is found by /latest, by /search and by the link to its page', async () => {
    expect(await ask('latest')).toContain('River Anse floods');
    expect(await ask('search', { query: 'anse' })).toContain('**Anse**');
    site.publish(report('/pasted', 'strike'));
    const pasted = await ask('summarize', { url: `${site.origin}/pasted` });
    expect(pasted).toContain('Port Ossel');
  });

  it('stops with its feed, which /status says, and finally a message in the channel', async () => {
    site.goDown();
    await pollAfter(24);
    expect(await ask('status')).toMatch(/1 failing\n.*closed the connection before/u);
    await notices.tellDue();
    expect(posted()).toHaveLength(1);
    for (let day = 0; day < 9; day++) await pollAfter(24);
    await notices.tellDue();
    await notices.tellDue();
    expect(posted()).toHaveLength(2);
    expect(posted()[1]).toContain('I no longer read');
    expect(await ask('sources list')).toMatch(/paused/iu);
  });
});
