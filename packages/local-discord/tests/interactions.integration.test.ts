import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  MessageFlags,
  MessageType,
  ModalBuilder,
  RoleSelectMenuBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
  type Interaction,
} from 'discord.js';
import {
  ChannelType,
  GatewayDispatchEvents,
  Locale,
  type APIInteraction,
} from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../acting/outcome.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { until } from '../testing/until.ts';

const commands = [
  {
    name: 'echo',
    description: 'Says it again',
    options: [
      { type: 3, name: 'text', description: 'What', required: true, max_length: 20 },
      { type: 4, name: 'times', description: 'How often', min_value: 1, max_value: 3 },
      { type: 7, name: 'channel', description: 'Where', channel_types: [0] },
      { type: 6, name: 'user', description: 'Whom' },
      { type: 8, name: 'role', description: 'Which' },
      { type: 11, name: 'file', description: 'Which file' },
      { type: 3, name: 'tone', description: 'How', choices: [{ name: 'Soft', value: 'soft' }] },
    ],
  },
  {
    name: 'plan',
    description: 'Plans',
    options: [
      {
        type: 1,
        name: 'add',
        description: 'Adds',
        options: [{ type: 3, name: 'zone', description: 'Zone', autocomplete: true }],
      },
    ],
  },
  { name: 'manage', description: 'For managers', default_member_permissions: '32' },
  { name: 'here', description: 'Only in servers', contexts: [0] },
  { name: 'everywhere', description: 'Anywhere', contexts: [0, 1], integration_types: [0, 1] },
  { name: 'Repeat', type: 3 },
];

async function openWithCommands(answer?: (interaction: Interaction) => unknown): Promise<World> {
  const world = await openWorld({}, answer);
  await world.client.application.commands.set(commands);
  return world;
}

function replied(outcome: Outcome): Extract<Outcome, { kind: 'replied' }> {
  if (outcome.kind !== 'replied') throw new Error(`not replied: ${JSON.stringify(outcome)}`);
  return outcome;
}

describe('answering a slash command', () => {
  it('passes the values of the options to the bot', async () => {
    await using world = await openWithCommands(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { options } = interaction;
      await interaction.reply(
        [
          options.getString('text'),
          options.getInteger('times'),
          options.getChannel('channel')?.name,
          options.getUser('user')?.username,
          options.getRole('role')?.name,
        ].join(' '),
      );
    });
    const { discord } = world;
    const [, readers] = discord.state.world.guilds.get(discord.guildId)?.api.roles ?? [];
    const outcome = await discord.asUser(discord.memberId).runCommand('echo', {
      text: 'hi',
      times: 2,
      channel: discord.channelId,
      user: discord.managerId,
      role: readers?.id ?? '',
    });
    expect(replied(outcome).message.content).toBe('hi 2 world-news manager News readers');
    expect(replied(outcome).deferred).toBe(false);
  });

  it('defers, edits, follows up and deletes', async () => {
    await using world = await openWithCommands(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply('first');
      const second = await interaction.followUp('second');
      await interaction.followUp({ content: 'secret', flags: MessageFlags.Ephemeral });
      await interaction.deleteReply(second.id);
      await interaction.editReply('done');
    });
    const { discord } = world;
    const user = discord.asUser(discord.memberId);
    const outcome = replied(await user.runCommand('echo', { text: 'x' }));
    expect(outcome.deferred).toBe(true);
    const now = () => replied(user.look(outcome.interactionId)).messages.map((one) => one.content);
    await until(() => now()[0] === 'done', 'the bot is done');
    expect(now()).toEqual(['done', 'secret']);
    expect(discord.state.messages(discord.channelId).map((one) => one.content)).toEqual(['done']);
  });

  it('makes a follow-up a reply to the first answer unless that is ephemeral', async () => {
    await using world = await openWithCommands(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const flags = interaction.options.getString('text') === 'secret' ? ['Ephemeral'] : [];
      await interaction.reply({ content: 'first', flags: flags as never });
      if (interaction.options.getString('text') === 'gone') await interaction.deleteReply();
      await interaction.followUp('second');
    });
    const { discord } = world;
    const user = discord.asUser(discord.memberId);
    const followUpTo = async (text: string) => {
      const outcome = replied(await user.runCommand('echo', { text }));
      const all = () => replied(user.look(outcome.interactionId)).messages;
      await until(() => all().length === 2, 'the follow-up is there');
      return all();
    };
    const [first, second] = await followUpTo('x');
    expect(second).toMatchObject({
      type: MessageType.Reply,
      message_reference: { message_id: first?.id },
      referenced_message: { id: first?.id, content: 'first' },
      mentions: [],
    });
    const seen = discord.state.messages(discord.channelId).length;
    await user.runCommand('echo', { text: 'gone' });
    const last = () => discord.state.messages(discord.channelId)[seen];
    await until(() => last()?.content === 'second', 'the follow-up is there');
    expect(last()?.referenced_message).toBeNull();
    expect((await followUpTo('secret'))[1]).not.toHaveProperty('referenced_message');
  });

  it('shows "thinking" until a deferral is followed by an answer', async () => {
    await using world = await openWithCommands(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.deferReply();
    });
    const { discord } = world;
    const user = discord.asUser(discord.memberId);
    const outcome = await user.runCommand('echo', { text: 'x' }, { deferredMs: 50 });
    expect(outcome).toMatchObject({ kind: 'deferred', deferred: true });
    const [thinking] = discord.state.messages(discord.channelId);
    expect((thinking?.flags ?? 0) & MessageFlags.Loading).not.toBe(0);
  });

  it('replaces "thinking" with the first follow-up', async () => {
    await using world = await openWithCommands(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.followUp('here');
    });
    const { discord } = world;
    const outcome = await discord.asUser(discord.memberId).runCommand('echo', { text: 'x' });
    expect(replied(outcome)).toMatchObject({ ephemeral: true, message: { content: 'here' } });
    expect(replied(outcome).messages).toHaveLength(1);
  });

  it('hides an ephemeral answer from everyone else', async () => {
    await using world = await openWithCommands(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply({ content: 'psst', flags: MessageFlags.Ephemeral });
    });
    const { discord } = world;
    const requester = discord.asUser(discord.memberId);
    const { message, ephemeral } = replied(await requester.runCommand('echo', { text: 'x' }));
    expect(ephemeral).toBe(true);
    expect(requester.readMessages().map((one) => one.content)).toEqual(['psst']);
    expect(discord.asUser(discord.managerId).readMessages()).toEqual([]);
    expect(discord.state.messages(discord.channelId)).toEqual([]);
    const channel = await world.client.channels.fetch(discord.channelId);
    if (!channel?.isSendable()) throw new Error('no channel');
    await expect(channel.messages.fetch(message.id)).rejects.toMatchObject({ code: 10008 });
  });

  it('returns the message of the callback on request', async () => {
    const seen: unknown[] = [];
    await using world = await openWithCommands(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const response = await interaction.reply({ content: 'yes', withResponse: true });
      seen.push(response.resource?.message?.content, response.interaction.responseMessageId);
    });
    const { discord } = world;
    const outcome = await discord.asUser(discord.memberId).runCommand('echo', { text: 'x' });
    await until(() => seen.length > 0, 'the callback is answered');
    expect(seen).toEqual(['yes', replied(outcome).message.id]);
  });

  it('sends every field that Discord’s interactions have', async () => {
    const raw: APIInteraction[] = [];
    await using world = await openWithCommands();
    world.discord.state.world.feed.subscribe(({ dispatch }) => {
      if (dispatch.t === GatewayDispatchEvents.InteractionCreate) raw.push(dispatch.d);
    });
    const { discord } = world;
    await discord
      .asUser(discord.managerId)
      .runCommand('echo', { text: 'x', user: discord.memberId }, { until: 'acknowledged' })
      .catch(() => {});
    expect(raw[0]).toMatchObject({
      application_id: discord.applicationId,
      type: 2,
      version: 1,
      guild_id: discord.guildId,
      guild: { id: discord.guildId, locale: 'en-US', features: [] },
      guild_locale: 'en-US',
      locale: 'en-US',
      context: 0,
      entitlements: [],
      authorizing_integration_owners: { 0: discord.guildId },
      attachment_size_limit: 10_485_760,
      app_permissions: expect.stringMatching(/^\d+$/),
      channel: { id: discord.channelId, type: 0, permissions: expect.stringMatching(/^\d+$/) },
      channel_id: discord.channelId,
      member: { user: { id: discord.managerId }, permissions: expect.stringMatching(/^\d+$/) },
      data: {
        name: 'echo',
        type: 1,
        options: [
          { name: 'text', type: 3, value: 'x' },
          { name: 'user', type: 6, value: discord.memberId },
        ],
        resolved: {
          users: { [discord.memberId]: { username: 'member' } },
          members: { [discord.memberId]: { permissions: expect.stringMatching(/^\d+$/) } },
        },
      },
    });
  });

  it('sends the user’s language', async () => {
    await using world = await openWithCommands(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(interaction.locale);
    });
    const { discord } = world;
    const user = discord.asUser(discord.memberId, { locale: Locale.French });
    expect(replied(await user.runCommand('echo', { text: 'x' })).message.content).toBe('fr');
  });

  it('works in a DM channel, with a user instead of a member', async () => {
    await using world = await openWithCommands(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply(`${interaction.inGuild()} ${interaction.user.username}`);
    });
    const { discord } = world;
    const user = discord.openDirectMessage(discord.memberId);
    expect(replied(await user.runCommand('everywhere')).message.content).toBe('false member');
  });
});

describe('a file sent with a command', () => {
  it('reaches the bot as a URL that serves its content', async () => {
    await using world = await openWithCommands(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const file = interaction.options.getAttachment('file');
      const content = await (await fetch(file?.url ?? '')).text();
      await interaction.reply(`${file?.name} of ${file?.size} bytes: ${content}`);
    });
    const { discord } = world;
    const options = { text: 'x', file: { filename: 'a b.opml', content: 'Zürich' } };
    const outcome = await discord.asUser(discord.memberId).runCommand('echo', options);
    expect(replied(outcome).message.content).toBe('a b.opml of 7 bytes: Zürich');
  });

  it('is refused if it is larger than Discord allows', async () => {
    await using world = await openWithCommands();
    const { discord } = world;
    const options = { text: 'x', file: { filename: 'a', content: 'x'.repeat(10_485_761) } };
    const outcome = await discord.asUser(discord.memberId).runCommand('echo', options);
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'The file is too large.' });
  });
});

describe('what Discord does not send to the bot', () => {
  it.each([
    ['an unknown command', 'nothing', {}, 'no command "nothing"'],
    ['a missing option', 'echo', {}, 'needs the option "text"'],
    ['an unknown option', 'echo', { text: 'x', nope: 1 }, 'no option "nope"'],
    ['text that is too long', 'echo', { text: 'x'.repeat(21) }, 'at most 20 characters'],
    ['a number out of range', 'echo', { text: 'x', times: 4 }, 'at most 3'],
    ['text for a number', 'echo', { text: 'x', times: 'two' }, 'must be a number'],
    ['a choice that is not offered', 'echo', { text: 'x', tone: 'loud' }, 'one of its choices'],
    ['an unknown id', 'echo', { text: 'x', user: '1' }, 'nothing with the id 1'],
    ['text for a file', 'echo', { text: 'x', file: '1' }, 'must be a file'],
    ['a file for text', 'echo', { text: { filename: 'a', content: 'b' } }, 'takes no file'],
    ['no subcommand', 'plan', {}, 'needs one of its subcommands'],
    ['an unknown subcommand', 'plan drop', {}, 'no subcommand "drop"'],
    ['a command for managers', 'manage', {}, 'do not have the permissions'],
  ] as const)('refuses %s to a member', async (_what, name, options, reason) => {
    await using world = await openWithCommands();
    const { discord } = world;
    expect(await discord.asUser(discord.memberId).runCommand(name, options)).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining(reason),
    });
  });

  it('lets a manager run a command that a member may not', async () => {
    await using world = await openWithCommands(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('managed');
    });
    const { discord } = world;
    const outcome = await discord.asUser(discord.managerId).runCommand('manage');
    expect(replied(outcome).message.content).toBe('managed');
  });

  it('refuses everything in a channel that the user cannot see', async () => {
    await using world = await openWithCommands();
    const { discord } = world;
    const hidden = { kind: 'refused', reason: 'You cannot see this channel.' };
    discord.state.setOverwrite(discord.channelId, discord.guildId, { deny: 1n << 10n });
    const user = discord.asUser(discord.memberId);
    expect(await user.runCommand('echo', { text: 'x' })).toEqual(hidden);
    expect(await user.pressButton('1', 'next')).toEqual(hidden);
    expect(() => user.readMessages()).toThrow(hidden.reason);
    const { channelId } = discord.openDirectMessage(discord.managerId);
    const other = discord.asUser(discord.memberId, { channelId });
    expect(await other.runCommand('everywhere')).toEqual(hidden);
  });

  it('refuses a channel of a kind that the option does not accept', async () => {
    await using world = await openWithCommands();
    const { discord } = world;
    const news = discord.state
      .channels(discord.guildId)
      .find((one) => one.type === ChannelType.GuildAnnouncement);
    const user = discord.asUser(discord.memberId);
    expect(await user.runCommand('echo', { text: 'x', channel: news?.id ?? '' })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('this kind of channel'),
    });
  });

  it('refuses a command outside its contexts', async () => {
    await using world = await openWithCommands();
    const { discord } = world;
    const user = discord.openDirectMessage(discord.memberId);
    expect(await user.runCommand('here')).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('cannot be run in a direct message'),
    });
  });

  it('offers a user-installed command in a server without the bot', async () => {
    await using world = await openWithCommands(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply(JSON.stringify(interaction.authorizingIntegrationOwners));
    });
    const { discord } = world;
    const guild = discord.state.addGuild('Elsewhere', { withBot: false });
    const channel = discord.state.addChannel(guild.api.id, 'talk');
    discord.state.addMember(guild.api.id, discord.memberId);
    const user = discord.asUser(discord.memberId, { channelId: channel.id });
    expect(await user.runCommand('everywhere')).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('not installed'),
    });
    discord.state.installForUser(discord.memberId);
    const outcome = replied(await user.runCommand('everywhere'));
    expect(JSON.parse(outcome.message.content)).toEqual({ 1: discord.memberId });
  });

  it('accepts only five follow-ups if only the user has installed the app', async () => {
    const codes: unknown[] = [];
    await using world = await openWithCommands(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply('0');
      for (let index = 1; index <= 6; index += 1) {
        await interaction
          .followUp(`${index}`)
          .catch((error: { code: number }) => codes.push(error.code));
      }
    });
    const { discord } = world;
    const guild = discord.state.addGuild('Elsewhere', { withBot: false });
    const channel = discord.state.addChannel(guild.api.id, 'talk');
    discord.state.addMember(guild.api.id, discord.memberId);
    discord.state.installForUser(discord.memberId);
    await discord.asUser(discord.memberId, { channelId: channel.id }).runCommand('everywhere');
    await until(() => codes.length > 0, 'one is refused');
    expect(codes).toEqual([40094]);
    expect(discord.state.messages(channel.id)).toHaveLength(6);
  });

  it('says after three seconds that a disconnected bot did not respond', async () => {
    let now = Date.UTC(2024, 0, 1);
    await using world = await openWorld({ now: () => now });
    await world.client.application.commands.set(commands);
    await world.client.destroy();
    const { discord } = world;
    const outcome = discord.asUser(discord.memberId).runCommand('echo', { text: 'x' });
    now += 3_001;
    expect(await outcome).toMatchObject({
      kind: 'failed',
      reason: 'The application did not respond',
    });
  });
});

describe('autocomplete', () => {
  it('sends the bot the option that is being typed', async () => {
    await using world = await openWithCommands(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const { name, value } = interaction.options.getFocused(true);
      await interaction.respond([{ name: `${name}: ${value}`, value: 'Europe/Paris' }]);
    });
    const { discord } = world;
    const user = discord.asUser(discord.memberId);
    expect(await user.autocomplete('plan add', { option: 'zone', value: 'eur' })).toMatchObject({
      kind: 'choices',
      choices: [{ name: 'zone: eur', value: 'Europe/Paris' }],
    });
    expect(await user.autocomplete('echo', { option: 'text', value: '' })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('no suggestions'),
    });
  });

  it('refuses suggestions that are too many, too long, or of the wrong type', async () => {
    const refused: unknown[] = [];
    const wrong = [
      Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` })),
      [{ name: 'long', value: 'x'.repeat(101) }],
      [{ name: 'x'.repeat(101), value: 'long' }],
      [{ name: 'number', value: 1 }],
    ];
    await using world = await openWithCommands(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      for (const choices of wrong) {
        await interaction
          .respond(choices)
          .catch((error: { code: number }) => refused.push(error.code));
      }
      await interaction.respond([]);
    });
    const { discord } = world;
    const user = discord.asUser(discord.memberId);
    expect(await user.autocomplete('plan add', { option: 'zone', value: '' })).toMatchObject({
      choices: [],
    });
    expect(refused).toEqual([50035, 50035, 50035, 50035]);
  });
});

describe('a message command', () => {
  it('receives the whole message, which the bot could not read otherwise', async () => {
    await using world = await openWithCommands(async (interaction) => {
      if (!interaction.isMessageContextMenuCommand()) return;
      await interaction.reply(interaction.targetMessage.content.toUpperCase());
    });
    const { discord } = world;
    const user = discord.asUser(discord.memberId);
    const { id } = discord.asUser(discord.managerId).sendMessage('say it');
    expect(replied(await user.runMessageCommand(id, 'Repeat')).message.content).toBe('SAY IT');
    expect(await user.runMessageCommand('1', 'Repeat')).toMatchObject({ kind: 'refused' });
  });
});

describe('buttons, menus and modals', () => {
  const row = () =>
    new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder().setCustomId('next').setLabel('Next').setStyle(ButtonStyle.Primary),
      new ButtonBuilder()
        .setCustomId('off')
        .setLabel('Off')
        .setStyle(ButtonStyle.Primary)
        .setDisabled(),
    );
  const menu = () =>
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
      new StringSelectMenuBuilder()
        .setCustomId('pick')
        .addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' }),
    );
  const modal = () =>
    new ModalBuilder()
      .setCustomId('form')
      .setTitle('Form')
      .addComponents(
        new ActionRowBuilder<TextInputBuilder>().addComponents(
          new TextInputBuilder()
            .setCustomId('name')
            .setLabel('Name')
            .setStyle(TextInputStyle.Short)
            .setMaxLength(10),
        ),
      );
  const answer = async (interaction: Interaction): Promise<unknown> => {
    if (interaction.isChatInputCommand()) {
      return await interaction.reply({ content: 'page 1', components: [row(), menu()] });
    }
    if (interaction.isButton()) return await interaction.update({ content: 'page 2' });
    if (interaction.isStringSelectMenu()) {
      if (interaction.values[0] === '2') return await interaction.showModal(modal());
      await interaction.deferUpdate();
      return await interaction.editReply({ content: `picked ${interaction.values.join()}` });
    }
    if (interaction.isModalSubmit()) {
      return await interaction.reply(`Hello ${interaction.fields.getTextInputValue('name')}`);
    }
    return undefined;
  };

  it('update the message with the button', async () => {
    await using world = await openWithCommands(answer);
    const { discord } = world;
    const user = discord.asUser(discord.memberId);
    const { message } = replied(await user.runCommand('echo', { text: 'x' }));
    const outcome = await user.pressButton(message.id, 'next');
    expect(outcome).toMatchObject({
      kind: 'updated',
      deferred: false,
      message: { id: message.id, content: 'page 2', edited_timestamp: expect.any(String) },
    });
    expect(discord.state.messages(discord.channelId)).toHaveLength(1);
  });

  it.each([
    ['a disabled button', 'off', 'disabled'],
    ['an unknown button', 'gone', 'no component "gone"'],
  ])('refuse %s', async (_what, customId, reason) => {
    await using world = await openWithCommands(answer);
    const { discord } = world;
    const user = discord.asUser(discord.memberId);
    const { message } = replied(await user.runCommand('echo', { text: 'x' }));
    expect(await user.pressButton(message.id, customId)).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining(reason),
    });
  });

  it('accept a choice that a menu offers, and refuse others', async () => {
    await using world = await openWithCommands(answer);
    const { discord } = world;
    const user = discord.asUser(discord.memberId);
    const { message } = replied(await user.runCommand('echo', { text: 'x' }));
    expect(await user.select(message.id, 'pick', ['1'])).toMatchObject({
      kind: 'updated',
      deferred: true,
      message: { content: 'picked 1' },
    });
    expect(await user.select(message.id, 'pick', ['3'])).toMatchObject({ kind: 'refused' });
    expect(await user.select(message.id, 'pick', ['1', '2'])).toMatchObject({ kind: 'refused' });
  });

  it('open a modal and submit it', async () => {
    await using world = await openWithCommands(answer);
    const { discord } = world;
    const user = discord.asUser(discord.memberId);
    const { message } = replied(await user.runCommand('echo', { text: 'x' }));
    const shown = await user.select(message.id, 'pick', ['2']);
    if (shown.kind !== 'modal') throw new Error('no modal');
    expect(shown.modal.title).toBe('Form');
    const filled = await user.submitModal(shown.interactionId, { name: 'Reader' });
    expect(replied(filled).message.content).toBe('Hello Reader');
    expect(await user.submitModal(shown.interactionId, { name: 'x'.repeat(11) })).toMatchObject({
      kind: 'refused',
    });
    expect(await user.submitModal(shown.interactionId, {})).toMatchObject({ kind: 'refused' });
  });

  it('send the chosen users, roles and channels', async () => {
    const menus = [
      new UserSelectMenuBuilder().setCustomId('user'),
      new RoleSelectMenuBuilder().setCustomId('role'),
      new ChannelSelectMenuBuilder().setCustomId('channel'),
    ];
    await using world = await openWithCommands(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const components = menus.map((one) =>
          new ActionRowBuilder<typeof one>().addComponents(one),
        );
        await interaction.reply({ components });
      }
      if (interaction.isUserSelectMenu())
        await interaction.update(`${interaction.users.first()?.username}`);
      if (interaction.isRoleSelectMenu())
        await interaction.update(`${interaction.roles.first()?.name}`);
      if (interaction.isChannelSelectMenu()) {
        const [channel] = interaction.channels.values();
        await interaction.update(channel && 'name' in channel ? `${channel.name}` : 'none');
      }
    });
    const { discord } = world;
    const user = discord.asUser(discord.memberId);
    const { message } = replied(await user.runCommand('echo', { text: 'x' }));
    const chosen = async (customId: string, id: string) => {
      const outcome = await user.select(message.id, customId, [id]);
      return outcome.kind === 'updated' ? outcome.message.content : outcome;
    };
    expect(await chosen('user', discord.managerId)).toBe('manager');
    expect(await chosen('role', discord.guildId)).toBe('@everyone');
    expect(await chosen('channel', discord.channelId)).toBe('world-news');
    expect(await chosen('user', discord.guildId)).toMatchObject({ kind: 'refused' });
  });

  it('work on an ephemeral message for the user who sees it', async () => {
    await using world = await openWithCommands(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const flags = MessageFlags.Ephemeral;
        await interaction.reply({ content: 'psst', components: [row()], flags });
      }
      if (interaction.isButton()) await interaction.update('pressed');
    });
    const { discord } = world;
    const user = discord.asUser(discord.memberId);
    const { message } = replied(await user.runCommand('echo', { text: 'x' }));
    const other = discord.asUser(discord.managerId);
    expect(await other.pressButton(message.id, 'next')).toMatchObject({ kind: 'refused' });
    expect(await user.pressButton(message.id, 'next')).toMatchObject({
      kind: 'updated',
      ephemeral: true,
      message: { content: 'pressed' },
    });
  });
});

describe('the command named in a reply', () => {
  it('includes its group and subcommand', async () => {
    await using world = await openWorld({}, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('done');
    });
    const leaf = { type: 1, name: 'add', description: 'd' };
    await world.client.application.commands.set([
      { name: 'plan', description: 'd', options: [leaf] },
      {
        name: 'roles',
        description: 'd',
        options: [{ type: 2, name: 'user', description: 'd', options: [leaf] }],
      },
    ]);
    const user = world.discord.asUser(world.discord.memberId);
    const nameOf = async (command: string) =>
      replied(await user.runCommand(command)).message.interaction?.name;
    expect(await nameOf('plan add')).toBe('plan add');
    expect(await nameOf('roles user add')).toBe('roles user add');
  });
});
