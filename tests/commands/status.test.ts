import { describe, expect, it } from 'vitest';
import { status } from '../../commands/status.ts';
import { pauseSubscription } from '../../src/digest/change-subscription.ts';
import type { DeliveryRecord } from '../../src/digest/delivery.ts';
import { subscriptionKey } from '../../src/digest/subscription.ts';
import { buildCoverage } from '../support/build-coverage.ts';
import { buildFailures, buildFeed } from '../support/build-source.ts';
import { buildContext, buildHealth, buildServices, NOW } from '../support/build-services.ts';
import { buildSubscription } from '../support/build-subscription.ts';
import { runCommand } from '../support/run-command.ts';
import { readText } from '../support/shown-text.ts';

const buildDelivery = (outcome: DeliveryRecord['outcome']): DeliveryRecord => ({
  at: '2024-03-14T08:00:01.000Z',
  subscriptionId: 'one',
  channelId: '5',
  slot: '2024-03-14T08:00:00.000Z',
  outcome,
});

describe('/status', () => {
  it('says why nothing can be saved', async () => {
    const health = () => buildHealth({ storeFault: "the disk of the bot's store is full" });
    const services = await buildServices([], { health });
    const shown = readText(await runCommand(status, buildContext(services, { isManager: false })));
    expect(shown).toContain(
      "- **Nothing can be saved**, because the disk of the bot's store is full. Until the person who runs the bot mends that, nothing new is read or posted",
    );
  });

  it('says that no process reads the sources', async () => {
    const services = await buildServices([], { health: () => buildHealth({ lacksIngest: true }) });
    const shown = readText(await runCommand(status, buildContext(services, { isManager: false })));
    expect(shown).toContain('- **Nothing new is read**, because no process of the bot reads');
    expect(shown).toContain('with the role `ingest`');
  });

  it('tells everyone the health of the bot', async () => {
    const health = () =>
      buildHealth({ newestAt: '2024-03-14T09:00:00.000Z', reading: true, gatewayLatencyMs: 41.6 });
    const services = await buildServices([], { health });
    const context = buildContext(services, { isManager: false });
    expect(readText(await runCommand(status, context))).toBe(
      [
        '## Status',
        '- Dateline 1.2.3, running since <t:1710396000:R>',
        '- 3 articles, the newest from <t:1710406800:R>',
        '- Still reading the stored articles; there will be more in a moment',
        '- Store: memory, which keeps articles for 90 days',
        '- Memory: 128 MB',
        '- Discord answers in 42 ms',
        '-# People with Manage Server also see the last digests here.',
      ].join('\n'),
    );
  });

  it.each<[DeliveryRecord['outcome'], string]>([
    [{ kind: 'posted', messageId: '9' }, 'posted'],
    [{ kind: 'quiet' }, 'nothing new, so nothing posted'],
    [{ kind: 'missed' }, 'missed: I was not running then'],
    [
      { kind: 'retry', afterMs: 1000, detail: 'Discord had a fault of its own (503).' },
      'not posted yet; I will try again: Discord had a fault of its own \\(503\\).',
    ],
    [
      { kind: 'given-up', detail: 'It may have been posted.' },
      'I gave up: It may have been posted.',
    ],
    [
      { kind: 'refused', reason: 'channel-gone', detail: 'The channel is gone.' },
      'not posted: the channel is gone; choose another with `/schedule edit`',
    ],
  ])('tells managers the outcome of a digest: %j', async (outcome, words) => {
    const services = await buildServices([], {
      recentDeliveries: async (guildId) =>
        guildId === '100000000000000001' ? [buildDelivery(outcome)] : [],
    });
    const text = readText(await runCommand(status, buildContext(services)));
    expect(text).toContain(`- <t:1710403200:f> in <#5>: ${words}\n`.trimEnd());
    const elsewhere = buildContext(services, { guildId: '100000000000000002' });
    expect(readText(await runCommand(status, elsewhere))).toContain('None yet. `/schedule add`');
  });

  it('says that stories are still being joined, and shows the rest', async () => {
    const storiesOf = () => new Promise<never>(() => undefined);
    const services = await buildServices([], { stories: { storiesOf } });
    const text = readText(await runCommand(status, buildContext(services)));
    expect(text).toContain('- Still joining articles into stories');
    expect(text).toContain('- Store: ');
  });

  it('tells managers which schedule a digest was of, and which are paused', async () => {
    const delivery = buildDelivery({ kind: 'posted', messageId: '9' });
    const services = await buildServices([], {
      recentDeliveries: async () => [
        { ...delivery, name: 'Climate' },
        { ...delivery, name: 'Climate', isAlert: true },
      ],
    });
    const context = buildContext(services);
    const paused = pauseSubscription(
      buildSubscription({ guildId: context.guildId!, topics: ['war'] }),
      'manager',
      'a manager paused it',
      NOW,
    );
    await services.subscriptions.put(subscriptionKey(paused), paused);
    const text = readText(await runCommand(status, context));
    expect(text).toContain('- **Climate**, <t:1710403200:f> in <#5>: posted');
    expect(text).toContain('- Alert, **Climate**, <t:1710403200:f> in <#5>: posted');
    expect(text).toContain('- **war** (`sub-1`) in <#200>, <t:');
  });

  it('tells managers of a server how articles join into stories', async () => {
    const at = (hour: number): string => new Date(NOW.getTime() - hour * 3_600_000).toISOString();
    const flood = buildCoverage('flood', ['Post', 'Wire', 'Courier'], at).map((article) => ({
      ...article,
      place: 'LIMA, Peru',
    }));
    const services = await buildServices([...flood, ...buildCoverage('comet', ['Post'], at)]);
    const line =
      '- 2 stories in the newest 4 articles, the largest has 3; 100 % of their reports agree on a country';
    expect(readText(await runCommand(status, buildContext(services)))).toContain(line);
    const reader = buildContext(services, { isManager: false });
    expect(readText(await runCommand(status, reader))).not.toContain('stories');
  });

  it('tells managers that the network is away, not that each source is', async () => {
    const state = { lastPollAt: NOW.toISOString(), failures: buildFailures('no-such-host') };
    const feeds = Array.from({ length: 6 }, (_, at) => buildFeed({ id: `feed${at}`, state }));
    const text = readText(
      await runCommand(status, buildContext(await buildServices([], { feeds }))),
    );
    expect(text).toContain('6 of 6 sources could not be reached: is there no network?');
    expect(text).not.toContain('It was not found');
  });

  it('tells managers how many sources are in each state, and names those in trouble', async () => {
    const failures = {
      count: 3,
      since: NOW.toISOString(),
      reason: 'dns',
      message: 'its *name* is unknown',
    };
    const feeds = [
      buildFeed(),
      buildFeed({ name: 'Lost', url: 'https://lost.example/rss', state: { failures } }),
      buildFeed({ name: 'Far', url: 'https://far.example/rss', owner: '100000000000000002' }),
    ];
    const services = await buildServices([], { feeds });
    const text = readText(await runCommand(status, buildContext(services)));
    expect(text).toContain(
      '**Sources**\n1 failing, 1 new\n- Lost, failing: its \\*name\\* is unknown',
    );
    expect(text).not.toContain('Far');
    const reader = buildContext(services, { isManager: false });
    expect(readText(await runCommand(status, reader))).not.toContain('Sources');
  });

  it('draws the articles of each source, failing ones first, then the busiest', async () => {
    const feeds = Array.from({ length: 25 }, (_, n) =>
      buildFeed({
        name: `Post ${n}`,
        url: `https://post-${n}.example/rss`,
        state: { recentCounts: [{ day: '2024-03-14', count: 14 * n }] },
      }),
    );
    const failures = { count: 2, since: '2024-03-14T09:00:00.000Z', reason: 'x', message: 'Lost.' };
    const lost = buildFeed({ name: 'Lost', url: 'https://lost.example/rss', state: { failures } });
    const services = await buildServices([], { feeds: [...feeds, lost] });
    const { pictures: [picture] = [] } = await runCommand(status, buildContext(services));
    expect(picture?.description).toMatch(
      /^Small charts of 20 sources over the last 14 days\. Articles a day: Lost \(failing\) 0, Post 24 24, Post 23 23,/u,
    );
    const reader = buildContext(services, { isManager: false });
    expect(await runCommand(status, reader)).not.toHaveProperty('pictures');
  });

  it('draws nothing if no source has brought an article', async () => {
    const services = await buildServices([], { feeds: [buildFeed()] });
    expect(await runCommand(status, buildContext(services))).not.toHaveProperty('pictures');
  });

  it('says nothing about servers in direct messages', async () => {
    const { guildId: _, ...direct } = buildContext(await buildServices());
    expect(readText(await runCommand(status, direct))).not.toContain('digests');
  });

  it('stays within the limits even with many long reasons', async () => {
    const outcome = {
      kind: 'refused',
      reason: 'message-invalid',
      detail: '*'.repeat(5000),
    } as const;
    const services = await buildServices([], {
      recentDeliveries: async () => Array.from({ length: 20 }, () => buildDelivery(outcome)),
    });
    const text = readText(await runCommand(status, buildContext(services)));
    expect(text.match(/^- <t/gmu)).toHaveLength(10);
  });
});
