import { CHANNEL, isThread } from '../discord-numbers.ts';
import type { Lookup } from '../lookup.ts';
import { nameOf } from '../selectors/name-of.ts';
import type { PickItem } from './pick-items.ts';

/** Who and what is there to be picked. */
export type People = Pick<Lookup, 'members' | 'roles' | 'channels'>;

/** Signs of the channels that show another one than `#`. */
const signs: Readonly<Record<number, string>> = {
  [CHANNEL.voice]: '🔊',
  [CHANNEL.category]: '▾',
  [CHANNEL.announcement]: '📣',
  [CHANNEL.stage]: '🎙',
  [CHANNEL.forum]: '💬',
};

/** Members as items, by the names that the server shows. */
export function memberItems({ members }: People): PickItem[] {
  return members.map((member) => {
    const { user } = member;
    const label = nameOf(member);
    return {
      value: user.id,
      label,
      description: user.bot ? `${user.username} · App` : user.username,
      icon: String.fromCodePoint(label.codePointAt(0) ?? 0x3f).toUpperCase(),
    };
  });
}

/** Roles as items, the highest first. */
export function roleItems({ roles }: People): PickItem[] {
  return roles
    .toSorted((a, b) => b.position - a.position)
    .map(({ id, name }) => ({ value: id, label: name, icon: '@' }));
}

/** Members, then roles, each under a heading. */
export function mentionableItems(people: People): PickItem[] {
  return [
    ...memberItems(people).map((item) => ({ ...item, group: 'Members' })),
    ...roleItems(people).map((item) => ({ ...item, group: 'Roles' })),
  ];
}

/** Channels as items, of the given types or of all. */
export function channelItems({ channels }: People, types: readonly number[]): PickItem[] {
  return channels
    .filter(({ type }) => types.length === 0 || types.includes(type))
    .map((channel) => ({
      value: channel.id,
      label: channel.name,
      description: channel.topic,
      icon: isThread(channel) ? '🧵' : (signs[channel.type] ?? '#'),
    }));
}
