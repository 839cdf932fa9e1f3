import { MessageFlags, type APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '@dateline/local-discord';
import { LEVELS } from '../../support/collect-log.ts';
import { openTestBot, type TestBot } from '../../support/open-test-bot.ts';
import { lastMessageOf, messageOf, settle } from '../../support/read-outcome.ts';
import { tinyCommands } from '../../support/tiny-commands.ts';

let world: TestBot;
beforeAll(async () => {
  world = await openTestBot(tinyCommands);
});
afterAll(() => world.close());

const asMember = () => world.discord.asUser(world.discord.memberId);
const asManager = () => world.discord.asUser(world.discord.managerId);

describe('a slash command', () => {
  it('is deferred and answered in public', async () => {
    const outcome = await asMember().runCommand('echo', { text: 'hello', times: 2, loud: true });
    expect(outcome).toMatchObject({
      kind: 'replied',
      ephemeral: false,
      deferred: true,
      message: { content: 'HELLO HELLO' },
    });
  });

  it('is answered for the requester only if the action says so', async () => {
    const outcome = await asMember().runCommand('whoami');
    expect(outcome).toMatchObject({ kind: 'replied', ephemeral: true, deferred: true });
  });

  it('knows the requester, the channel, the language and the permissions', async () => {
    const { discord } = world;
    const member = discord.asUser(discord.memberId, { locale: 'fr' as never });
    expect(JSON.parse(textOf(await member.runCommand('whoami')))).toEqual({
      userId: discord.memberId,
      guildId: discord.guildId,
      channelId: discord.channelId,
      locale: 'fr',
      isManager: false,
    });
    expect(JSON.parse(textOf(await asManager().runCommand('whoami')))).toMatchObject({
      isManager: true,
    });
  });

  it('works in a direct message, without a server or managers', async () => {
    const known = JSON.parse(
      textOf(await world.discord.openDirectMessage(world.discord.memberId).runCommand('whoami')),
    ) as Record<string, unknown>;
    expect(known['isManager']).toBe(false);
    expect(known).not.toHaveProperty('guildId');
  });

  it('runs the subcommand that was called, with channels and roles as ids', async () => {
    const role = world.discord.state.addRole(world.discord.guildId, 'Readers');
    const outcome = await asManager().runCommand('settings set', {
      channel: world.discord.channelId,
      role: role.id,
    });
    expect(textOf(outcome)).toBe(
      `set ${JSON.stringify({ channel: world.discord.channelId, role: role.id })}`,
    );
  });

  it('may take longer than the 3 s that Discord gives for a first answer', async () => {
    const slow = asMember().runCommand('slow', { ms: 300 });
    await expect.poll(() => world.discord.faults.requests.at(-1)?.path).toContain('/callback');
    world.passTime(10_000);
    expect(textOf(await slow)).toBe('done');
  });

  it('is answered while other commands are still running', async () => {
    const slow = asMember().runCommand('slow', { ms: 1_500 });
    const quick = await asMember().runCommand('echo', { text: 'quick' });
    expect(textOf(quick)).toBe('quick');
    expect(textOf(await slow)).toBe('done');
  });

  it('never mentions anyone, whatever the answer says', async () => {
    const outcome = await asMember().runCommand('echo', {
      text: `@everyone @here <@${world.discord.managerId}>`,
    });
    expect(outcome).toMatchObject({
      kind: 'replied',
      message: { mention_everyone: false, mentions: [], mention_roles: [] },
    });
  });
});

describe('access', () => {
  it('is checked by the bot itself if a server shows a command to everyone', async () => {
    const options = ['set', 'show'].map((name) => ({ type: 1, name, description: name }));
    await registerAs({ name: 'settings', description: 'Settings', options });
    const outcome = await asMember().runCommand('settings set');
    expect(outcome).toMatchObject({ kind: 'replied', ephemeral: true, deferred: false });
    expect(textOf(outcome)).toContain('Manage Server');
  });

  it('may be limited to managers for one subcommand of a public command', async () => {
    const outcome = await asMember().runCommand('board write');
    expect(outcome).toMatchObject({ kind: 'replied', ephemeral: true, deferred: false });
    expect(textOf(outcome)).toContain('Manage Server permission can use /board write.');
    expect(textOf(await asMember().runCommand('board read'))).toBe('read');
    expect(textOf(await asManager().runCommand('board write'))).toBe('wrote undefined');
    const focused = { option: 'text', value: '' };
    const errors = () => world.lines.filter(({ level }) => level >= LEVELS.error);
    const before = errors().length;
    expect(await asMember().autocomplete('board write', focused)).toMatchObject({ choices: [] });
    // A person who types may not fill the log.
    expect(errors()).toHaveLength(before);
  });

  it('is refused outside the contexts of the command, even if Discord still offers it there', async () => {
    const options = ['set', 'show'].map((name) => ({ type: 1, name, description: name }));
    await registerAs({ name: 'settings', description: 'Settings', options, contexts: [0, 1] });
    const direct = world.discord.openDirectMessage(world.discord.managerId);
    const outcome = await direct.runCommand('settings show');
    expect(outcome).toMatchObject({ kind: 'replied', ephemeral: true, deferred: false });
    expect(textOf(outcome)).toBe('/settings works in a server only.');
  });

  it('is checked again when a button is pressed', async () => {
    const shown = messageOf(await asManager().runCommand('settings show'));
    const own = await asManager().pressButton(shown.id, 'settings:reset');
    expect(own.kind).toBe('updated');
    const posted = await postAsBot(shown.components ?? []);
    const outcome = await asMember().pressButton(posted.id, 'settings:reset');
    expect(lastTextOf(outcome)).toContain('Manage Server');
    expect(lastMessageOf(outcome).flags).toBe(MessageFlags.Ephemeral);
    expect(current(posted.id).components).toEqual(posted.components);
  });
});

describe('a button', () => {
  it('changes its message', async () => {
    const shown = messageOf(await asMember().runCommand('pages'));
    const outcome = await asMember().pressButton(shown.id, 'pages:turn:2');
    expect(outcome).toMatchObject({ kind: 'updated', deferred: true, message: { id: shown.id } });
    expect(JSON.stringify(messageOf(outcome).components)).toContain('Page 2');
  });

  it('works after a restart, from its custom_id alone', async () => {
    const shown = messageOf(await asMember().runCommand('pages'));
    await world.bot.close();
    await world.reopen();
    const outcome = await asMember().pressButton(shown.id, 'pages:turn:2');
    expect(JSON.stringify(messageOf(outcome).components)).toContain('Page 2');
  });

  it('of an older version says so to the user who presses it', async () => {
    const row = { type: 1, components: [{ type: 2, style: 2, label: 'Old', custom_id: 'gone:x' }] };
    const posted = await postAsBot([row]);
    const outcome = await asMember().pressButton(posted.id, 'gone:x');
    expect(lastTextOf(outcome)).toContain('older version');
    expect(lastMessageOf(outcome).flags).toBe(MessageFlags.Ephemeral);
  });

  it('with a forged custom_id does nothing', async () => {
    const forged = ['pages:constructor', 'pages:__proto__', 'constructor:turn', '::', 'pages'];
    const buttons = forged.map((id) => ({ type: 2, style: 2, label: 'X', custom_id: id }));
    const posted = await postAsBot([{ type: 1, components: buttons }]);
    for (const customId of forged) {
      const outcome = await asMember().pressButton(posted.id, customId);
      expect(lastTextOf(outcome), customId).toContain('older version');
    }
    expect(current(posted.id).components).toEqual(posted.components);
  });

  it.each([
    ['fail:user', 'There is no such article'],
    ['fail:bug', 'reference'],
  ])('%s that fails leaves the message as it was', async (customId, text) => {
    const row = { type: 1, components: [{ type: 2, style: 2, label: 'X', custom_id: customId }] };
    const posted = await postAsBot([row]);
    const outcome = await asMember().pressButton(posted.id, customId);
    expect(lastTextOf(outcome)).toContain(text);
    expect(lastMessageOf(outcome).flags).toBe(MessageFlags.Ephemeral);
    expect(current(posted.id).components).toEqual(posted.components);
  });
});

describe('a menu', () => {
  it('passes on the chosen value', async () => {
    const shown = messageOf(await asMember().runCommand('pages'));
    const outcome = await asMember().select(shown.id, 'pages:choose', ['7']);
    expect(JSON.stringify(messageOf(outcome).components)).toContain('Page 7');
  });

  it('that opens something shows it to the requester only, and leaves the message as it is', async () => {
    const shown = messageOf(await asMember().runCommand('pages'));
    const outcome = await asMember().select(shown.id, 'pages:open', ['7']);
    expect(outcome).toMatchObject({ kind: 'replied', ephemeral: true });
    expect(textOf(outcome)).toBe('Opened 7');
    expect(current(shown.id).components).toEqual(shown.components);
    const failed = await asMember().select(shown.id, 'pages:fail', ['7']);
    expect(lastTextOf(failed)).toContain('There is no such article.');
    expect(lastMessageOf(failed).flags).toBe(MessageFlags.Ephemeral);
    expect(current(shown.id).components).toEqual(shown.components);
  });
});

describe('a message command', () => {
  it('gets the message that it was used on', async () => {
    const written = asManager().sendMessage('The bridge reopened on Monday.');
    const outcome = await asMember().runMessageCommand(written.id, 'Read');
    expect(outcome).toMatchObject({ kind: 'replied', ephemeral: true });
    expect(textOf(outcome)).toBe('It says: The bridge reopened on Monday.');
  });
});

describe('autocomplete', () => {
  const suggest = (value: string, others = {}) =>
    asMember().autocomplete('pick', { option: 'what', value }, others);

  it('is answered with at most 25 choices, cut to Discord’s limits', async () => {
    const outcome = await suggest('a', { from: 'b' });
    expect(outcome.kind).toBe('choices');
    if (outcome.kind !== 'choices') return;
    expect(outcome.choices).toHaveLength(25);
    expect(outcome.choices[0]).toMatchObject({ value: 'a-0' });
    expect(outcome.choices[0]?.name).toMatch(/^a 0 en-US b/);
  });

  it.each(['none', 'throw', 'hang'])('is answered without choices for "%s"', async (value) => {
    expect(await suggest(value)).toMatchObject({ kind: 'choices', choices: [] });
  });
});

describe('a failure', () => {
  it.each(['openly', 'quietly'])(
    'that the requester can fix is shown to the requester only, %s',
    async (how) => {
      const outcome = await settled(await asMember().runCommand(`fail ${how}`, { how: 'user' }));
      expect(lastTextOf(outcome)).toBe('There is no such article. Try /search.');
      expect((lastMessageOf(outcome).flags ?? 0) & MessageFlags.Ephemeral).toBeTruthy();
    },
  );

  it.each(['openly', 'quietly'])(
    'that is a bug gets an apology with the reference under which it is logged, %s',
    async (how) => {
      const outcome = await settled(await asMember().runCommand(`fail ${how}`, { how: 'bug' }));
      const text = lastTextOf(outcome);
      expect(text).not.toContain('secret details');
      expect((lastMessageOf(outcome).flags ?? 0) & MessageFlags.Ephemeral).toBeTruthy();
      const reference = /`([0-9A-Z]+)`/.exec(text)?.[1];
      const line = world.lines.find((one) => one['reference'] === reference);
      expect(line).toMatchObject({
        level: LEVELS.error,
        called: 'fail',
        err: { message: 'secret details' },
      });
    },
  );

  it.each(['openly', 'quietly'])(
    'because Discord refuses the answer is reported too, %s',
    async (how) => {
      const outcome = await settled(await asMember().runCommand(`fail ${how}`, { how: 'limit' }));
      expect(lastTextOf(outcome)).toContain('reference');
    },
  );

  it('leaves no "thinking …" in the channel', async () => {
    await settled(await asMember().runCommand('fail openly', { how: 'user' }));
    const shown = world.discord.state.messages(world.discord.channelId);
    expect(shown.filter(({ flags = 0 }) => flags & MessageFlags.Loading)).toEqual([]);
  });

  it('because of an invalid option is the first answer itself', async () => {
    const text = { type: 3, name: 'text', description: 'What to say' };
    const times = { type: 4, name: 'times', description: 'How often' };
    await registerAs({ name: 'echo', description: 'Says', options: [text, times] });
    const outcome = await asMember().runCommand('echo', { text: 'a', times: 99 });
    expect(outcome).toMatchObject({ kind: 'replied', ephemeral: true, deferred: false });
    expect(textOf(outcome)).toContain('times');
  });

  it('because of a command of an earlier version is explained', async () => {
    await registerAs({ name: 'retired', description: 'Of an earlier version' });
    const outcome = await asMember().runCommand('retired');
    expect(outcome).toMatchObject({ kind: 'replied', ephemeral: true });
    expect(textOf(outcome)).toContain('not part of this version');
  });
});

const settled = (outcome: Outcome) => settle(asMember(), outcome);

function textOf(outcome: Outcome): string {
  return messageOf(outcome).content;
}

function lastTextOf(outcome: Outcome): string {
  return lastMessageOf(outcome).content;
}

function current(messageId: string): APIMessage {
  const message = world.discord.state
    .messages(world.discord.channelId)
    .find(({ id }) => id === messageId);
  if (!message) throw new Error('The message is gone.');
  return message;
}

/** Posts components with the bot's token, as an earlier version of the bot would have. */
async function postAsBot(components: object[]): Promise<APIMessage> {
  const flags = JSON.stringify(components).includes('"type":17') ? MessageFlags.IsComponentsV2 : 0;
  return await callDiscord<APIMessage>('POST', `/channels/${world.discord.channelId}/messages`, {
    components,
    ...(flags ? { flags } : { content: 'Press me' }),
  });
}

/** Registers a command that this version of the bot does not have. */
async function registerAs(body: object): Promise<void> {
  await callDiscord('POST', `/applications/${world.discord.applicationId}/commands`, body);
}

async function callDiscord<T>(method: string, path: string, body: object): Promise<T> {
  const response = await fetch(`${world.discord.apiUrl}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${world.discord.token}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return JSON.parse(answer) as T;
}
