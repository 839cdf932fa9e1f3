import { setTimeout as sleep } from 'node:timers/promises';
import { openLocalDiscord } from '@dateline/local-discord';
import { subscriptionKey } from '../src/digest/subscription.ts';
import { createAttachPictures } from '../src/discord/pictures/attach-pictures.ts';
import { renderPng } from '../src/discord/pictures/render-png.ts';
import { openSender } from '../src/discord/open-sender.ts';
import { createRequestBudget } from '../src/discord/rest/budget/request-budget.ts';
import { createBudgetedRequest } from '../src/discord/rest/budget/request-within-budget.ts';
import { requestDiscord } from '../src/discord/rest/request-discord.ts';
import { scheduleDigests } from '../src/run/schedule-digests.ts';
import { buildSubscription } from '../tests/support/build-subscription.ts';
import { collectLog, LEVELS } from '../tests/support/collect-log.ts';
import { openNews } from '../tests/support/open-news.ts';
import { buildReport } from '../tests/support/build-news.ts';

/** `SCHEDULES=1000 npm run bench -- schedules` measures fewer. */
const SCHEDULES = Number(process.env['SCHEDULES'] ?? 10_000);
/** How long Discord takes to answer, on top of the loopback. */
const LATENCY_MS = 100;
const SLOT = '2024-03-14T08:00:00.000Z';
const EVENING = '2024-03-13T20:00:00.000Z';
/** https://docs.discord.com/developers/topics/rate-limits#global-rate-limit */
const PER_SECOND = 50;

/**
 * Prints how long digests of many channels take that are due at one minute, from a local Discord with Discord's
 * limits, over real sockets. Without other work, Discord allows 50 a second.
 */
export async function run(): Promise<void> {
  const discord = await openLocalDiscord();
  const news = await openNews();
  await news.add(
    [
      buildReport('flood', 'Harbour Post', '2024-03-14T01:00:00.000Z'),
      buildReport('flood', 'Northlight', '2024-03-14T02:00:00.000Z'),
      buildReport('comet', 'Meridian Wire', '2024-03-14T03:00:00.000Z'),
    ],
    new Date('2024-03-14T03:30:00Z'),
  );
  const subscriptions = news.store.records('subscriptions');
  const channels: string[] = [];
  for (let i = 0; i < SCHEDULES; i++) {
    const channelId = discord.state.addChannel(discord.guildId, `news-${i}`).id;
    channels.push(channelId);
    const subscription = buildSubscription({
      id: `sub-${i}`,
      guildId: discord.guildId,
      channelId,
      changedAt: EVENING,
    });
    await subscriptions.put(subscriptionKey(subscription), subscription);
  }
  const { log, lines } = collectLog();
  const budget = createRequestBudget({
    records: news.store.records('budget'),
    now: () => new Date(),
    onAway: (error) => console.log(String(error)),
    onBack: () => console.log('The store is back.'),
  });
  let limited = 0;
  const sender = await openSender({
    token: discord.token,
    apiUrl: discord.apiUrl,
    makeRequest: createBudgetedRequest(budget, async (...given) => {
      await sleep(LATENCY_MS);
      const response = await requestDiscord(...given);
      if (response.status === 429) limited += 1;
      return response;
    }),
    log,
    signal: new AbortController().signal,
  });
  const scheduler = scheduleDigests({
    port: sender.port,
    guilds: sender.guilds,
    locks: news.store.locks,
    subscriptions,
    editions: news.store.records('editions'),
    alertClaims: news.store.records('alert-claims'),
    news,
    attachPictures: createAttachPictures(renderPng, log),
    clock: () => new Date(SLOT),
    graceMs: 3_600_000,
    log,
  });
  const start = performance.now();
  const cpu = process.cpuUsage();
  await scheduler.tick();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const counts = channels.map((id) => discord.state.messages(id).length);
  const least = SCHEDULES / PER_SECOND;
  console.log(`${SCHEDULES} schedules at one minute, ${LATENCY_MS} ms an answer`);
  console.log(`done in\t${seconds.toFixed(1)} s, ${(seconds / least).toFixed(2)} of ${least} s`);
  console.log(`processor\t${((user + system) / 1e6).toFixed(1)} s, the local Discord included`);
  console.log(`channels with one message\t${counts.filter((count) => count === 1).length}`);
  console.log(`with none\t${counts.filter((count) => count === 0).length}`);
  console.log(`with more\t${counts.filter((count) => count > 1).length}`);
  console.log(`answers 429\t${limited}`);
  console.log(`errors logged\t${lines.filter(({ level }) => level >= LEVELS.error).length}`);
  await scheduler.stop();
  sender.close();
  await news.close();
  await discord.close();
}
