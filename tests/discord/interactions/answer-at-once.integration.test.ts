import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildPanel, buildText } from '../../../src/render/components.ts';
import { buildGallery } from '../../../src/render/picture/picture.ts';
import { defineAction, type Command } from '../../../src/command/command.ts';
import { LEVELS } from '../../support/collect-log.ts';
import { openTestBot, type TestBot } from '../../support/open-test-bot.ts';
import { messageOf, settle, textOf } from '../../support/read-outcome.ts';
import { tinyCommands } from '../../support/tiny-commands.ts';

const CALLBACK = 'POST /interactions/:id/:token/callback';
/** However busy the machine is. */
const LONG_MS = 60_000;

const picture = { name: 'map.png', svg: '<svg/>', description: 'A map' };
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
    storesNothing: true,
    example: '/atlas',
    run: async () => ({
      ...buildPanel([buildText('Words'), buildGallery(picture)]),
      pictures: [picture],
    }),
  }),
};

let world: TestBot;
afterEach(() => world.close());

const member = () => world.discord.asUser(world.discord.memberId);
const requests = () => world.discord.faults.requests.map(({ method }) => method);
const loudLines = () => world.lines.filter(({ level }) => level >= LEVELS.warn);

describe('a command that stores nothing', () => {
  beforeEach(async () => {
    const renderPng = async () => new Uint8Array([1]);
    world = await openTestBot([...tinyCommands, atlas], { renderPng, acknowledgeAfterMs: LONG_MS });
    for (const name of ['show all', 'atlas']) await member().runCommand(name);
  });

  it.each([
    ['all', false],
    ['me', true],
  ])('answers in one request: /show %s', async (name, ephemeral) => {
    const before = requests().length;
    const outcome = await member().runCommand(`show ${name}`);
    expect(outcome).toMatchObject({ kind: 'replied', deferred: false, ephemeral });
    expect(messageOf(outcome).content).toBe('shown');
    expect(requests().slice(before)).toEqual(['POST']);
  });

  it('sends its picture with the answer', async () => {
    const outcome = await member().runCommand('atlas');
    expect(outcome).toMatchObject({ kind: 'replied', deferred: false });
    expect(textOf(messageOf(outcome))).toBe('Words');
    expect(messageOf(outcome).attachments).toMatchObject([
      { filename: 'map.png', description: 'A map' },
    ]);
  });

  it.each([
    ['400', 1],
    ['413', 1],
    ['500', 4],
  ])('goes without the picture if Discord answers it with %s', async (status, times) => {
    world.discord.faults.next(CALLBACK, { kind: 'status', status: Number(status) }, times);
    const message = messageOf(await member().runCommand('atlas'));
    expect(textOf(message)).toBe('Words');
    expect(message.attachments).toEqual([]);
  });

  it('is answered once if the connection was cut before Discord’s response', async () => {
    world.discord.faults.next(CALLBACK, { kind: 'drop', when: 'after' });
    const outcome = await member().runCommand('show all');
    expect(outcome).toMatchObject({ kind: 'replied', messages: [{ content: 'shown' }] });
    expect(loudLines()).toEqual([]);
  });

  it('tells only the requester why it failed', async () => {
    const outcome = await member().runCommand('show nothing', { how: 'user' });
    expect(outcome).toMatchObject({ kind: 'replied', deferred: false, ephemeral: true });
    expect(textOf(messageOf(outcome))).toContain('no such article');
  });

  it('tells the requester that Discord refused the answer', async () => {
    const outcome = await member().runCommand('show nothing', { how: 'limit' });
    expect(outcome).toMatchObject({ kind: 'replied', ephemeral: true });
    expect(textOf(messageOf(outcome))).toContain('reference');
  });

  it('does nothing more if something else has answered', async () => {
    world.discord.faults.next(CALLBACK, { kind: 'status', status: 400, code: 40_060 });
    const before = requests().length;
    const answer = member().runCommand('show all');
    await expect
      .poll(() => world.lines.find(({ msg }) => msg.startsWith('something else'))?.level)
      .toBe(LEVELS.info);
    expect(requests().length - before).toBe(1);
    world.passTime(3_200);
    expect((await answer).kind).toBe('failed');
  });
});

describe('a command that stores nothing and takes longer', () => {
  beforeEach(async () => {
    world = await openTestBot(tinyCommands, { acknowledgeAfterMs: 20 });
    await member().runCommand('show all');
  });

  it('is acknowledged meanwhile, then answered', async () => {
    const outcome = await member().runCommand('show all', { ms: 400 });
    expect(outcome).toMatchObject({ kind: 'replied', deferred: true, ephemeral: false });
    expect(messageOf(outcome).content).toBe('shown');
  });

  it('tells only the requester why it failed', async () => {
    const run = await member().runCommand('show nothing', { how: 'user', ms: 400 });
    const outcome = await settle(member(), run);
    expect(outcome).toMatchObject({ deferred: true, ephemeral: true });
    expect(textOf(messageOf(outcome))).toContain('no such article');
  });
});

it('a command is acknowledged before it works for the first time', async () => {
  world = await openTestBot(tinyCommands, { acknowledgeAfterMs: LONG_MS });
  const first = await member().runCommand('show all');
  expect(first).toMatchObject({ kind: 'replied', deferred: true, ephemeral: false });
  expect(messageOf(first).content).toBe('shown');
  expect(await member().runCommand('show all')).toMatchObject({ kind: 'replied', deferred: false });
});
