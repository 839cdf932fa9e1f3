import { describe, expect, it } from 'vitest';
import { buildLookup } from '../../../page/selectors/build-lookup.ts';
import { growChannelTree } from '../../../page/selectors/channel-tree.ts';
import { groupMembers } from '../../../page/selectors/group-members.ts';
import { colorOf } from '../../../page/selectors/role-color.ts';
import { initialsOf } from '../../../page/selectors/initials.ts';
import { textOfMessage } from '../../../page/selectors/text-of-message.ts';
import {
  buildChannel,
  buildGuild,
  buildMember,
  buildMessage,
  buildRole,
  buildUser,
  buildView,
} from '../build-page.ts';

describe('channels', () => {
  const channels = [
    buildChannel('1'),
    buildChannel('2', { parentId: '1' }),
    buildChannel('3', { parentId: '1', archived: true }),
    buildChannel('4'),
  ];
  const ids = (openId?: string) =>
    growChannelTree(channels, openId).map(({ channel, threads }) => [
      channel.id,
      ...threads.map(({ id }) => id),
    ]);

  it('are followed by their threads, archived ones only while they are open', () => {
    expect(ids()).toEqual([['1', '2'], ['4']]);
    expect(ids('3')).toEqual([['1', '2', '3'], ['4']]);
  });
});

describe('members', () => {
  const roles = [buildRole('1', 0), buildRole('2', 1, { color: 0xff }), buildRole('3', 2)];
  const members = [
    buildMember(buildUser('5', 'zoe'), ['2', '3']),
    buildMember(buildUser('6', 'ann')),
    buildMember(buildUser('7', 'bob'), ['2']),
  ];

  it('are grouped by their highest role', () => {
    const groups = groupMembers(buildGuild({ roles, members }));
    expect(groups.map(({ name, members: held }) => [name, held.map((one) => one.user.id)])).toEqual(
      [
        ['role-3', ['5']],
        ['role-2', ['7']],
        ['Members', ['6']],
      ],
    );
  });

  it('have the colour of their highest coloured role', () => {
    expect(colorOf(['2', '3'], roles)).toBe('#0000ff');
    expect(colorOf(['3'], roles)).toBeUndefined();
  });

  it.each([
    ['The Reading Room', 'TR'],
    ['world-news', 'WN'],
    ['𝒜lice', '𝒜'],
    ['…', ''],
  ])('named %s have the initials %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('a lookup', () => {
  const bot = buildMember(buildUser('9', 'bot'));
  const guild = buildGuild({ members: [bot, buildMember(buildUser('6'))] });
  const view = buildView({ guilds: [guild] });
  const lookUp = (id: string) =>
    buildLookup({
      view,
      channel: buildChannel(id),
      commands: [{ id: '44', name: 'schedule' } as never],
      locale: 'en',
      zone: 'UTC',
      now: () => 0,
    });

  it('finds the members of the open server', () => {
    expect(lookUp('100').member('6')?.user.id).toBe('6');
    expect(lookUp('100').commandId('schedule add')).toBe('44');
  });

  it('finds only the viewer and the bot in a DM channel', () => {
    expect(lookUp('300').members.map(({ user }) => user.id)).toEqual(['5', '9']);
  });
});

describe('the text of a message', () => {
  it('contains its content, embeds and components', () => {
    const components = [
      { type: 17 as const, components: [{ type: 10 as const, content: 'deep' }] },
    ];
    const message = buildMessage('1', {
      content: 'plain',
      embeds: [{ title: 'title', fields: [{ name: 'name', value: 'value' }] }],
      components,
    });
    expect(textOfMessage(message)).toBe('plain\ntitle\nname\nvalue\ndeep');
  });
});
