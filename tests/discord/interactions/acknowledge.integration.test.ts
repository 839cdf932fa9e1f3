import { MessageFlags } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '@dateline/local-discord';
import { LEVELS } from '../../support/collect-log.ts';
import { openTestBot, type TestBot } from '../../support/open-test-bot.ts';
import { tinyCommands } from '../../support/tiny-commands.ts';

const CALLBACK = 'POST /interactions/:id/:token/callback';
const EDIT = 'PATCH /webhooks/:id/:token/messages/:id';
const away = { kind: 'status', status: 503 } as const;
/** discord.js itself sends a request four times in quick succession. */
const SENDS = 4;

let world: TestBot;
beforeEach(async () => {
  world = await openTestBot(tinyCommands);
});
afterEach(() => world.close());

const echo = () => world.discord.asUser(world.discord.memberId).runCommand('echo', { text: 'hi' });

describe('acknowledging', () => {
  it('outlasts an outage that discord.js does not', async () => {
    world.discord.faults.next(CALLBACK, away, SENDS + 1);
    expect(contentOf(await echo())).toBe('hi');
    expect(loudLines()).toEqual([]);
  });

  it('outlasts a connection that is cut before Discord gets the request', async () => {
    world.discord.faults.next(CALLBACK, { kind: 'drop', when: 'before' });
    expect(contentOf(await echo())).toBe('hi');
  });

  it('continues if Discord got the request but the connection was cut before its response', async () => {
    world.discord.faults.next(CALLBACK, { kind: 'drop', when: 'after' });
    expect(contentOf(await echo())).toBe('hi');
    expect(loudLines()).toEqual([]);
  });

  it('that never succeeds is logged, and the work is not done', async () => {
    world.discord.faults.next(CALLBACK, away, 1_000);
    const answer = echo();
    await expect.poll(loudLines).toEqual(['an interaction could not be answered']);
    expect(await failed(answer)).toBe(true);
  });

  it('too late is logged as information with the called command, and the work is not done', async () => {
    const callback = world.discord.faults.hold(CALLBACK, 'before');
    const answer = echo();
    await callback.reached;
    world.passTime(3_200);
    callback.release();
    await expect
      .poll(() => world.lines.find(({ msg }) => msg.startsWith('too late')))
      .toMatchObject({ level: LEVELS.info, called: 'echo' });
    expect(await failed(answer)).toBe(true);
  });

  it('does nothing if something else has acknowledged the interaction', async () => {
    world.discord.faults.next(CALLBACK, { kind: 'status', status: 400, code: 40_060 });
    const answer = echo();
    await expect
      .poll(() => world.lines.find(({ msg }) => msg.startsWith('something else'))?.level)
      .toBe(LEVELS.info);
    expect(loudLines()).toEqual([]);
    expect(await failed(answer)).toBe(true);
  });
});

describe('answering', () => {
  it('outlasts an outage that discord.js does not', async () => {
    world.discord.faults.next(EDIT, away, 2 * SENDS);
    expect(contentOf(await echo())).toBe('hi');
  });

  it('after the token has expired is logged as information', async () => {
    world.discord.faults.next(EDIT, { kind: 'status', status: 401, code: 50_027 });
    await world.discord
      .asUser(world.discord.memberId)
      .runCommand('echo', { text: 'hi' }, { deferredMs: 200 });
    await expect
      .poll(() => world.lines.find(({ msg }) => msg.startsWith('too late'))?.level)
      .toBe(LEVELS.info);
    expect(loudLines()).toEqual([]);
    // That 401 concerned the interaction's token, not the bot's.
    expect(world.fatal).toEqual([]);
    expect(contentOf(await echo())).toBe('hi');
  });

  it('says what went wrong even if somebody deleted the "thinking …"', async () => {
    const { discord } = world;
    const deletion = discord.faults.hold('DELETE /webhooks/:id/:token/messages/:id', 'before');
    const member = discord.asUser(discord.memberId);
    const run = member.runCommand('fail openly', { how: 'user' });
    await deletion.reached;
    discord.state.world.messages.get(discord.channelId)?.clear();
    deletion.release();
    await run;
    await expect
      .poll(() => member.readMessages().map(({ content, flags }) => ({ content, flags })))
      .toEqual([
        { content: expect.stringContaining('no such article'), flags: MessageFlags.Ephemeral },
      ]);
  });
});

/** Tells whether Discord told the requester that the application did not respond, and nothing was sent later. */
async function failed(answer: Promise<Outcome>): Promise<boolean> {
  world.passTime(3_200);
  const { kind } = await answer;
  const edits = world.discord.faults.requests.filter(({ method }) => method === 'PATCH');
  return kind === 'failed' && edits.length === 0;
}

function contentOf(outcome: Outcome): string {
  return 'message' in outcome ? outcome.message.content : JSON.stringify(outcome);
}

function loudLines(): string[] {
  return world.lines.filter(({ level }) => level >= LEVELS.warn).map(({ msg }) => msg);
}
