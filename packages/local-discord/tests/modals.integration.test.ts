import {
  ChannelSelectMenuBuilder,
  CheckboxBuilder,
  CheckboxGroupBuilder,
  ComponentType,
  FileUploadBuilder,
  LabelBuilder,
  MentionableSelectMenuBuilder,
  ModalBuilder,
  RadioGroupBuilder,
  RoleSelectMenuBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
  type Interaction,
  type ModalSubmitInteraction,
} from 'discord.js';
import { InteractionType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { ModalValues } from '../acting/fill-modal.ts';
import type { Outcome } from '../acting/outcome.ts';
import { openWorld, type World } from '../testing/open-world.ts';

const options = ['a', 'b', 'c'].map((value) => ({ label: value.toUpperCase(), value }));

function label(name: string): LabelBuilder {
  return new LabelBuilder().setLabel(name);
}

/** Together these have every kind of component that a modal can have, with at most five in each. */
const forms: readonly (() => ModalBuilder)[] = [
  () =>
    form('first')
      .addTextDisplayComponents((text) => text.setContent('**Read** this'))
      .addLabelComponents(
        label('Text').setTextInputComponent(
          new TextInputBuilder().setCustomId('text').setStyle(TextInputStyle.Short).setMinLength(3),
        ),
        label('Menu').setStringSelectMenuComponent(
          new StringSelectMenuBuilder().setCustomId('menu').addOptions(options).setMaxValues(2),
        ),
        label('User').setUserSelectMenuComponent(new UserSelectMenuBuilder().setCustomId('user')),
        label('Role').setRoleSelectMenuComponent(new RoleSelectMenuBuilder().setCustomId('role')),
      ),
  () =>
    form('second').addLabelComponents(
      label('Any').setMentionableSelectMenuComponent(
        new MentionableSelectMenuBuilder().setCustomId('any').setRequired(false),
      ),
      label('Channel').setChannelSelectMenuComponent(
        new ChannelSelectMenuBuilder().setCustomId('channel').setChannelTypes(0),
      ),
      label('Radio').setRadioGroupComponent(
        new RadioGroupBuilder().setCustomId('radio').addOptions(options),
      ),
      label('Boxes').setCheckboxGroupComponent(
        new CheckboxGroupBuilder().setCustomId('boxes').addOptions(options).setMaxValues(2),
      ),
      label('Box').setCheckboxComponent(new CheckboxBuilder().setCustomId('box')),
    ),
  () =>
    form('third').addLabelComponents(
      label('Files').setFileUploadComponent(
        new FileUploadBuilder().setCustomId('files').setMinValues(1).setMaxValues(2),
      ),
      label('Radio').setRadioGroupComponent(
        new RadioGroupBuilder().setCustomId('radio').addOptions(options).setRequired(false),
      ),
      label('Boxes').setCheckboxGroupComponent(
        new CheckboxGroupBuilder()
          .setCustomId('boxes')
          .addOptions(options.map((one, index) => ({ ...one, default: index < 2 }))),
      ),
      label('Box').setCheckboxComponent(new CheckboxBuilder().setCustomId('box').setDefault(true)),
    ),
];

function form(customId: string): ModalBuilder {
  return new ModalBuilder().setCustomId(customId).setTitle('Form');
}

/** Opens one of the forms and collects its submissions. */
async function openForm(at: number): Promise<{
  readonly world: World;
  readonly submitted: ModalSubmitInteraction[];
  readonly submit: (values: ModalValues) => Promise<Outcome>;
}> {
  const submitted: ModalSubmitInteraction[] = [];
  const world = await openWorld({}, async (interaction: Interaction) => {
    const build = forms[at];
    if (interaction.isChatInputCommand() && build) await interaction.showModal(build());
    if (!interaction.isModalSubmit()) return;
    submitted.push(interaction);
    await interaction.reply('received');
  });
  await world.client.application.commands.set([{ name: 'form', description: 'd' }]);
  const user = world.discord.asUser(world.discord.managerId);
  const shown = await user.runCommand('form');
  if (shown.kind !== 'modal') throw new Error(`no modal, but ${JSON.stringify(shown)}`);
  const submit = (values: ModalValues) => user.submitModal(shown.interactionId, values);
  return { world, submitted, submit };
}

describe('a modal', () => {
  it('sends text and the choices of menus', async () => {
    const { world, submitted, submit } = await openForm(0);
    await using _ = world;
    const { managerId, guildId } = world.discord;
    const outcome = await submit({
      text: 'words',
      menu: ['a', 'c'],
      user: [managerId],
      role: [guildId],
    });
    expect(outcome).toMatchObject({ kind: 'replied', message: { content: 'received' } });
    const fields = submitted[0]?.fields;
    expect(fields?.getTextInputValue('text')).toBe('words');
    expect(fields?.getStringSelectValues('menu')).toEqual(['a', 'c']);
    expect(fields?.getSelectedUsers('user')?.map(({ username }) => username)).toEqual(['manager']);
    expect(fields?.getSelectedMembers('user')?.size).toBe(1);
    expect(fields?.getSelectedRoles('role')?.map((role) => role?.name)).toEqual(['@everyone']);
    expect(submitted[0]?.components[0]).toEqual({ type: ComponentType.TextDisplay, id: 1 });
  });

  it('sends radio buttons, boxes and channels, and leaves an optional field empty', async () => {
    const { world, submitted, submit } = await openForm(1);
    await using _ = world;
    const { channelId } = world.discord;
    await submit({ channel: [channelId], radio: 'b', boxes: ['a', 'c'] });
    const fields = submitted[0]?.fields;
    expect(fields?.getSelectedMentionables('any')).toBeNull();
    expect([...(fields?.getSelectedChannels('channel')?.keys() ?? [])]).toEqual([channelId]);
    expect(fields?.getRadioGroup('radio')).toBe('b');
    expect(fields?.getCheckboxGroup('boxes')).toEqual(['a', 'c']);
    expect(fields?.getCheckbox('box')).toBe(false);
  });

  it('sends files with their content, and the initial values of untouched fields', async () => {
    const { world, submitted, submit } = await openForm(2);
    await using _ = world;
    const png = { filename: 'dot.png', content: 'iVBORw0KGgo=', encoding: 'base64' } as const;
    await submit({ files: [{ filename: 'a.txt', content: 'Ünder' }, png] });
    const fields = submitted[0]?.fields;
    const files = [...(fields?.getUploadedFiles('files')?.values() ?? [])];
    expect(files.map(({ name, size, ephemeral }) => [name, size, ephemeral])).toEqual([
      ['a.txt', 6, true],
      ['dot.png', 8, true],
    ]);
    expect(await (await fetch(files[0]?.url ?? '')).text()).toBe('Ünder');
    expect(fields?.getRadioGroup('radio')).toBeNull();
    expect(fields?.getCheckboxGroup('boxes')).toEqual(['a', 'b']);
    expect(fields?.getCheckbox('box')).toBe(true);
  });

  it.each<[number, string, ModalValues, RegExp]>([
    [0, 'text that is too short', { text: 'ab' }, /"text" must have 3 to 4000 characters/],
    [0, 'no text', {}, /"text" is required/],
    [0, 'a list as text', { text: ['abc'] }, /"text" must be text/],
    [0, 'a choice that is not offered', { text: 'abc', menu: ['x'] }, /does not offer "x"/],
    [0, 'too many choices', { text: 'abc', menu: ['a', 'b', 'c'] }, /must have 1 to 2 values/],
    [0, 'one choice twice', { text: 'abc', menu: ['a', 'a'] }, /cannot have a choice twice/],
    [0, 'an unknown user', { text: 'abc', menu: ['a'], user: ['1'], role: ['1'] }, /the id 1/],
    [0, 'an unknown field', { gone: 'x' }, /no field "gone"/],
    [1, 'an unknown channel', { channel: ['0'] }, /"channel" does not accept this kind/],
    [2, 'no file', {}, /"files" is required/],
    [2, 'text as a file', { files: 'words' }, /"files" must be a list of files/],
    [2, 'no box', { files: [{ filename: 'a', content: '' }], boxes: [] }, /"boxes" is required/],
    [2, 'text for a box', { files: [{ filename: 'a', content: '' }], box: 'yes' }, /true or/],
  ])('%i is not sent with %s', async (at, _what, values, reason) => {
    const { world, submitted, submit } = await openForm(at);
    await using _ = world;
    expect(await submit(values)).toEqual({
      kind: 'refused',
      reason: expect.stringMatching(reason),
    });
    expect(submitted).toEqual([]);
  });

  it('numbers its components in order, and keeps the ids that the bot set', async () => {
    const components: unknown[] = [];
    await using world = await openWorld({}, async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const text = new TextInputBuilder().setCustomId('t').setStyle(TextInputStyle.Short);
        await interaction.showModal(
          form('ids').addLabelComponents(
            label('One').setId(2).setTextInputComponent(text.setRequired(false)),
            label('Two').setCheckboxComponent(new CheckboxBuilder().setCustomId('c')),
          ),
        );
      }
      if (interaction.isModalSubmit()) {
        components.push(...interaction.components);
        await interaction.reply('received');
      }
    });
    await world.client.application.commands.set([{ name: 'form', description: 'd' }]);
    const user = world.discord.asUser(world.discord.memberId);
    const shown = await user.runCommand('form');
    if (shown.kind !== 'modal') throw new Error('no modal');
    const outcome = await user.submitModal(shown.interactionId, {});
    expect(components).toMatchObject([
      { id: 2, component: { id: 1, value: '' } },
      { id: 3, component: { id: 4, value: false } },
    ]);
    expect(outcome).toMatchObject({
      message: {
        interaction_metadata: {
          type: InteractionType.ModalSubmit,
          triggering_interaction_metadata: { id: shown.interactionId },
        },
      },
    });
  });
});
