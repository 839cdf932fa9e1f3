import { PermissionFlagsBits, type APIMessage } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { defineAction, type Command } from '../../src/command/command.ts';
import { editionKey } from '../../src/digest/edition.ts';
import type { RenderPng } from '../../src/discord/pictures/render-png.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import { sourceKey } from '../../src/ingest/sources/source.ts';
import { buildPanel, buildRow, buildButton, buildText } from '../../src/render/components.ts';
import { buildGallery } from '../../src/render/picture/picture.ts';
import { buildDigest, buildDigestStory } from '../support/build-digest.ts';
import { buildFeed } from '../support/build-source.ts';
import { buildEdition } from '../support/build-subscription.ts';
import { openDeliveryWorld, SLOT, type DeliveryWorld } from '../support/open-delivery-world.ts';
import { openTestBot, type TestBot } from '../support/open-test-bot.ts';
import { buttonId, messageOf, textOf } from '../support/read-outcome.ts';
import { runBot, type RunningBot } from '../support/run-bot.ts';

/** A digest whose stories happen in Japan and at an unknown place. */
const DIGEST = buildDigest({
  stories: [buildDigestStory({ places: [{ country: 'JP' }] }), buildDigestStory({ storyId: 'b' })],
});
const MAP_IN_WORDS =
  'A map of where the stories happen. Story 1: Japan. 1 of 2 stories names no country.';

const POST = 'POST /channels/:id/messages';
const EDIT = 'PATCH /webhooks/:id/:token/messages/:id';

/** Reads the first bytes of a message's only file. */
async function readFile({ attachments }: APIMessage): Promise<string> {
  expect(attachments).toHaveLength(1);
  const answer = await fetch(attachments[0]!.url);
  return Buffer.from(await answer.arrayBuffer())
    .subarray(1, 4)
    .toString('latin1');
}

describe('a scheduled digest', () => {
  let world: DeliveryWorld;
  afterEach(() => world.close());

  /** Delivers a digest that is pending and not posted. */
  async function deliver(given: Partial<Subscription> = {}): Promise<APIMessage> {
    const subscription = await world.subscribe(given);
    const { id: subscriptionId, guildId, channelId } = subscription;
    const edition = buildEdition({
      subscriptionId,
      guildId,
      channelId,
      slot: SLOT,
      digest: DIGEST,
      state: { kind: 'pending', since: SLOT, attempts: 1, retryAt: SLOT },
    });
    await world.editions.put(editionKey(edition), edition);
    await world.tickAt('2024-03-14T08:00:30Z');
    const [message] = world.messages();
    return message!;
  }

  it('shows its map as a file with a description, below its heading', async () => {
    world = await openDeliveryWorld();
    const message = await deliver();
    expect(message.attachments).toMatchObject([
      { filename: 'map.png', content_type: 'image/png', description: MAP_IN_WORDS },
    ]);
    expect(await readFile(message)).toBe('PNG');
    const shown = JSON.stringify(message.components);
    expect(shown.indexOf(MAP_IN_WORDS)).toBeGreaterThan(shown.indexOf('News digest'));
    expect(shown.indexOf(MAP_IN_WORDS)).toBeLessThan(shown.indexOf('###'));
  });

  it('has no map if its subscription has no pictures', async () => {
    world = await openDeliveryWorld();
    const plain = await deliver({ pictures: false });
    expect(plain.attachments).toEqual([]);
    expect(textOf(plain)).toContain('News digest');
    expect(JSON.stringify(plain.components)).not.toContain('attachment');
  });

  it('is posted without its map if the bot may not attach files', async () => {
    world = await openDeliveryWorld();
    const { state, channelId, guildId } = world.discord;
    state.setOverwrite(channelId, guildId, { deny: PermissionFlagsBits.AttachFiles });
    const bot = world.bot.client.user.id;
    state.setOverwrite(channelId, bot, { deny: PermissionFlagsBits.AttachFiles });
    await expect
      .poll(() => world.bot.client.channels.cache.has(channelId) && mayAttach(channelId))
      .toBe(false);
    const message = await deliver();
    expect(message.attachments).toEqual([]);
    expect(textOf(message)).toContain('News digest');
  });

  it.each([
    ['a form that Discord refuses', { status: 400, code: 50_035 }],
    ['more bytes than Discord takes', { status: 413, code: 40_005 }],
    ['a permission that was removed a moment ago', { status: 403, code: 50_013 }],
  ])('is posted once, without its map, if its file is %s', async (_what, refusal) => {
    world = await openDeliveryWorld();
    world.discord.faults.next(POST, { kind: 'status', ...refusal });
    const message = await deliver();
    expect(message.attachments).toEqual([]);
    expect(textOf(message)).toContain('News digest');
    expect(JSON.stringify(message.components)).not.toContain('attachment');
    expect(world.messages()).toHaveLength(1);
    expect((await world.readEditions())[0]?.state).toMatchObject({ messageId: message.id });
  });

  it('fails if its text is refused as well', async () => {
    world = await openDeliveryWorld();
    world.discord.faults.next(POST, { kind: 'status', status: 400, code: 50_035 }, 2);
    // Only the managers are told.
    expect(textOf(await deliver())).toContain('is paused: Discord refused the message itself.');
    expect((await world.readEditions())[0]?.state).toMatchObject({
      outcome: { kind: 'refused', reason: 'message-invalid' },
    });
  });

  it('is posted once, without its map, after an attempt has failed', async () => {
    world = await openDeliveryWorld();
    // discord.js itself sends a request four times, at once.
    world.discord.faults.next(POST, { kind: 'status', status: 500 }, 4);
    expect(await deliver()).toBeUndefined();
    await world.tickAt('2024-03-14T08:01:30Z');
    expect(world.messages()).toMatchObject([{ attachments: [] }]);
    expect(textOf(world.messages()[0]!)).toContain('News digest');
    await world.tickAt('2024-03-14T08:03:00Z');
    expect(world.messages()).toHaveLength(1);
  });

  it('is not posted again without its map if Discord had accepted it', async () => {
    world = await openDeliveryWorld();
    world.discord.faults.next(POST, { kind: 'drop', when: 'after' });
    await deliver();
    await world.tickAt('2024-03-14T08:01:30Z');
    expect(world.messages()).toMatchObject([{ attachments: [{ filename: 'map.png' }] }]);
  });

  function mayAttach(channelId: string): boolean {
    const channel = world.bot.client.channels.cache.get(channelId);
    if (!channel || channel.isDMBased()) return false;
    return (
      channel.permissionsFor(world.bot.client.user)?.has(PermissionFlagsBits.AttachFiles) ?? false
    );
  }
});

describe('pictures of the real commands', () => {
  const NOW = new Date('2025-02-01T09:00:00.000Z');
  let world: RunningBot;
  beforeAll(async () => {
    world = await runBot({ now: () => NOW });
  });
  afterAll(() => world.close());
  const reader = () => world.discord.asUser(world.discord.memberId);

  it('show the coverage of a search, on its first page only', async () => {
    const first = messageOf(await reader().runCommand('search', { query: 'earthquake' }));
    expect(first.attachments).toMatchObject([
      { filename: 'coverage.png', description: expect.stringMatching(/^A chart of articles per /) },
    ]);
    expect(await readFile(first)).toBe('PNG');
    const next = messageOf(await reader().pressButton(first.id, buttonId(first, 'Next')));
    expect(next.attachments).toEqual([]);
    const back = messageOf(await reader().pressButton(first.id, buttonId(next, 'Previous')));
    expect(back.attachments.map(({ filename }) => filename)).toEqual(['coverage.png']);
    expect(textOf(back)).toBe(textOf(first));
  });

  it('show the dates of a story and who reports it, as an answer for one person too', async () => {
    const digest = messageOf(await reader().runCommand('digest now', { topic: 'earthquake' }));
    const values = JSON.stringify(digest.components).match(/timeline:[0-9a-f]+/gu) ?? [];
    const opened = await reader().select(digest.id, 'story:show:1', [values[0] ?? '']);
    expect(opened).toMatchObject({ kind: 'replied', ephemeral: true });
    const dates = messageOf(opened);
    expect(dates.attachments).toMatchObject([
      { filename: 'timeline.png', description: expect.stringMatching(/^A line of time with /) },
    ]);
    expect(await readFile(dates)).toBe('PNG');
    const story = values[0]?.replace('timeline:', '') ?? '';
    const coverage = messageOf(await reader().runCommand('story', { story, view: 'coverage' }));
    expect(coverage.attachments).toMatchObject([
      {
        filename: 'story-coverage.png',
        description: expect.stringMatching(/^A chart of who reports the story, and when, /),
      },
    ]);
    const [menu] = JSON.stringify(coverage.components).match(/story:view:[0-9a-f]+/u) ?? [];
    const brief = messageOf(await reader().select(coverage.id, menu ?? '', ['brief']));
    expect(brief.attachments).toEqual([]);
    expect(JSON.stringify(brief.components)).not.toContain('attachment');
  });

  it('show the articles of the sources to managers only', async () => {
    const source = buildFeed({
      name: 'Harbour Post',
      state: {
        lastSuccessAt: '2025-02-01T08:00:00.000Z',
        recentCounts: [
          { day: '2025-01-30', count: 14 },
          { day: '2025-02-01', count: 14 },
        ],
      },
    });
    await world.app.sources.put(sourceKey(source), source);
    const manager = world.discord.asUser(world.discord.managerId);
    const seen = messageOf(await manager.runCommand('status'));
    expect(seen.attachments).toMatchObject([
      {
        filename: 'sources.png',
        description:
          'Small charts of 1 source over the last 14 days. Articles a day: Harbour Post 2.',
      },
    ]);
    expect(messageOf(await reader().runCommand('status')).attachments).toEqual([]);
  });

  it('show where the current stories happen', async () => {
    const shown = messageOf(await reader().runCommand('digest now', { stories: 3 }));
    expect(shown.attachments).toMatchObject([{ filename: 'map.png' }]);
    expect(shown.attachments[0]?.description).toMatch(/^A map .* Story \d: /u);
  });

  it('are drawn again when a past digest is shown', async () => {
    const { channelId, guildId } = world.discord;
    const edition = buildEdition({ channelId, guildId, digest: DIGEST });
    await world.app.services.editions.put(editionKey(edition), edition);
    const shown = messageOf(await reader().runCommand('digest show', { edition: edition.id }));
    expect(shown.attachments).toMatchObject([{ description: MAP_IN_WORDS }]);
  });
});

describe('an answer whose picture is late or refused', () => {
  const picture = { name: 'map.png', svg: '<svg/>', description: 'A map' };
  const illustrated: Command = {
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
      run: async () => ({
        ...buildPanel(
          [buildText('Words'), buildGallery(picture)],
          [buildRow([buildButton('Again', 'atlas:again')])],
        ),
        pictures: [picture],
      }),
    }),
    components: { again: async () => buildPanel([buildText('Other words')]) },
  };
  let world: TestBot;
  afterEach(() => world.close());

  it.each<[string, RenderPng]>([
    ['hangs', () => new Promise(() => {})],
    ['throws', () => Promise.reject(new Error('no fonts'))],
  ])('is sent as text if the renderer %s', async (_how, renderPng) => {
    world = await openTestBot([illustrated], { renderPng, pictureWaitMs: 400 });
    const member = world.discord.asUser(world.discord.memberId);
    const message = messageOf(await member.runCommand('atlas'));
    expect(textOf(message)).toBe('Words');
    expect(message.attachments).toEqual([]);
  });

  it.each([
    ['400', 1],
    ['413', 1],
    ['500', 4],
  ])('is sent once, as text, if Discord answers the files with %s', async (status, times) => {
    world = await openTestBot([illustrated], { renderPng: async () => new Uint8Array([1]) });
    const fault = { kind: 'status', status: Number(status) } as const;
    world.discord.faults.next(EDIT, fault, times);
    const member = world.discord.asUser(world.discord.memberId);
    const message = messageOf(await member.runCommand('atlas'));
    expect(textOf(message)).toBe('Words');
    expect(message.attachments).toEqual([]);
    expect(world.lines.map(({ msg }) => msg)).toContain(
      'an answer with pictures failed and goes without',
    );
    // The next answer has its picture again.
    expect(messageOf(await member.runCommand('atlas')).attachments).toHaveLength(1);
  });

  it('is replaced by an apology if its text is refused as well', async () => {
    world = await openTestBot([illustrated], { renderPng: async () => new Uint8Array([1]) });
    world.discord.faults.next(EDIT, { kind: 'status', status: 400, code: 50_035 }, 2);
    const member = world.discord.asUser(world.discord.memberId);
    await member.runCommand('atlas');
    await expect.poll(() => world.lines.map(({ msg }) => msg)).toContain('an interaction failed');
  });

  it('is sent without drawing if the bot may not attach files', async () => {
    let drawn = 0;
    world = await openTestBot([illustrated], {
      renderPng: async () => new Uint8Array([(drawn += 1)]),
    });
    const { state, channelId, memberId } = world.discord;
    const bot = world.bot.client.user.id;
    state.setOverwrite(channelId, bot, { deny: PermissionFlagsBits.AttachFiles });
    const message = messageOf(await world.discord.asUser(memberId).runCommand('atlas'));
    expect(textOf(message)).toBe('Words');
    expect(message.attachments).toEqual([]);
    expect(drawn).toBe(0);
  });

  it('loses its file when it is changed into one without pictures', async () => {
    world = await openTestBot([illustrated], { renderPng: async () => new Uint8Array([1]) });
    const member = world.discord.asUser(world.discord.memberId);
    const message = messageOf(await member.runCommand('atlas'));
    expect(message.attachments).toMatchObject([{ filename: 'map.png', description: 'A map' }]);
    const changed = messageOf(await member.pressButton(message.id, buttonId(message, 'Again')));
    expect(changed.attachments).toEqual([]);
    expect(textOf(changed)).toBe('Other words');
  });
});
