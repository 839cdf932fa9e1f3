import { describe, expect, it } from 'vitest';
import type { Sent, Usage } from '../../view/view.ts';
import { ask } from '../../testing/ask.ts';
import { openWorld } from '../../testing/open-world.ts';
import { askView } from '../../testing/view-reader.ts';

const row = { type: 1, components: [{ type: 2, style: 1, label: 'Again', custom_id: 'again' }] };

describe('what the bot sent for a message', () => {
  it('has every request that created or changed it, unchanged except for tokens', async () => {
    await using world = await openWorld({}, async (interaction) => {
      if (interaction.isButton()) await interaction.update('pressed');
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply({ content: 'first', components: [row] });
    });
    await world.client.application.commands.set([{ name: 'echo', description: 'd' }]);
    const { discord } = world;
    const user = discord.asUser(discord.memberId);
    const outcome = await user.runCommand('echo');
    const message = outcome.kind === 'replied' ? outcome.message.id : '';
    await user.pressButton(message, 'again');
    const { json } = await askView<Sent>(discord, `sent?as=member&message=${message}`);
    const app = discord.applicationId;
    expect(json.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      expect.stringMatching(/^POST \/interactions\/\d+\/:token\/callback\?with_response=false$/),
      `PATCH /webhooks/${app}/:token/messages/@original`,
      expect.stringMatching(/^POST \/interactions\/\d+\/:token\/callback\?with_response=false$/),
    ]);
    expect(json.requests[0]?.body).toEqual({ type: 5, data: { flags: 0 } });
    expect(json.requests[1]?.body).toMatchObject({ content: 'first', components: [row] });
    expect(json.requests[2]?.body).toMatchObject({ type: 7, data: { content: 'pressed' } });
  });

  it('lists its files', async () => {
    await using world = await openWorld();
    const { discord } = world;
    const form = new FormData();
    const body = { content: 'x', attachments: [{ id: '0', description: 'A map' }] };
    form.set('payload_json', JSON.stringify(body));
    form.set('files[0]', new File(['12345'], 'map.txt', { type: 'text/plain' }));
    const { json: posted } = await ask(
      discord,
      `POST /channels/${discord.channelId}/messages`,
      form,
    );
    const { json } = await askView<Sent>(discord, `sent?message=${posted.id}`);
    expect(json.requests).toMatchObject([
      { body, files: [{ name: 'map.txt', contentType: 'text/plain', bytes: 5 }] },
    ]);
    expect(json.usage).toContainEqual({ what: 'Files', used: 1, limit: 10 });
    expect(json.usage).toContainEqual({
      what: 'Characters of the longest alt text',
      used: 5,
      limit: 1_024,
    });
  });

  it('has the first and the newest requests if there are many', async () => {
    await using world = await openWorld({ rateLimits: false });
    const { discord } = world;
    const at = `/channels/${discord.channelId}/messages`;
    const { json: posted } = await ask(discord, `POST ${at}`, { content: '0' });
    for (let i = 1; i < 70; i += 1)
      await ask(discord, `PATCH ${at}/${posted.id}`, { content: `${i}` });
    const { json } = await askView<Sent>(discord, `sent?message=${posted.id}`);
    expect(json.requests).toHaveLength(50);
    expect(json.requests[0]).toMatchObject({ method: 'POST', body: { content: '0' } });
    expect(json.requests.at(-1)).toMatchObject({ method: 'PATCH', body: { content: '69' } });
  });

  it('is hidden from users who do not see the message', async () => {
    await using world = await openWorld({}, async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'for you', flags: 'Ephemeral' });
    });
    await world.client.application.commands.set([{ name: 'secret', description: 'd' }]);
    const { discord } = world;
    const outcome = await discord.asUser(discord.memberId).runCommand('secret');
    const message = outcome.kind === 'replied' ? outcome.message.id : '';
    const statusFor = async (as: string) =>
      (await askView(discord, `sent?as=${as}&message=${message}`)).status;
    expect([await statusFor('member'), await statusFor('owner')]).toEqual([200, 404]);
  });
});

describe('the limits shown for a message', () => {
  async function usageOf(body: object): Promise<Record<string, Usage>> {
    await using world = await openWorld();
    const at = `POST /channels/${world.discord.channelId}/messages`;
    const { json: posted } = await ask(world.discord, at, body);
    const { json } = await askView<Sent>(world.discord, `sent?message=${posted.id}`);
    return Object.fromEntries(json.usage.map((one) => [one.what, one]));
  }

  it('are only those that it uses', async () => {
    expect(Object.values(await usageOf({ content: 'hello' }))).toEqual([
      { what: 'Characters of the content', used: 5, limit: 2_000 },
    ]);
  });

  it('count all text displays together, and nested components', async () => {
    const text = { type: 10, content: 'abc' };
    const usage = await usageOf({
      flags: 1 << 15,
      components: [{ type: 17, components: [text, text, row] }],
    });
    expect(usage['Characters in all text displays']).toMatchObject({ used: 6, limit: 4_000 });
    expect(usage['Components, nested ones too']).toMatchObject({ used: 5, limit: 40 });
    expect(usage['Buttons of one row']).toMatchObject({ used: 1, limit: 5 });
    expect(usage['Characters of the longest custom id']).toMatchObject({ used: 5, limit: 100 });
    expect(usage['Rows of buttons and menus']).toBeUndefined();
  });

  it('count each embed and all together', async () => {
    const usage = await usageOf({
      embeds: [
        { title: 'ab', fields: [{ name: 'n', value: 'vv' }] },
        { description: 'abc', footer: { text: 'f' } },
      ],
    });
    expect(usage['Embeds']).toMatchObject({ used: 2, limit: 10 });
    expect(usage['Characters in all embeds']).toMatchObject({ used: 9, limit: 6_000 });
    expect(usage['Characters of the longest embed description']).toMatchObject({ used: 3 });
  });

  it('count the options of menus', async () => {
    const options = [{ label: 'One', value: '1', description: 'The first' }];
    const menu = { type: 3, custom_id: 'menu', placeholder: 'Choose', options };
    const usage = await usageOf({ content: 'x', components: [{ type: 1, components: [menu] }] });
    expect(usage['Options of one menu']).toMatchObject({ used: 1, limit: 25 });
    expect(usage['Characters of the longest option description']).toMatchObject({ used: 9 });
    expect(usage['Characters of the longest placeholder']).toMatchObject({ used: 6, limit: 150 });
    expect(usage['Rows of buttons and menus']).toMatchObject({ used: 1, limit: 5 });
  });
});
