import { CHANNEL, isThread } from '../discord-numbers.ts';
import type { Lookup } from '../lookup.ts';
import { nameOf } from '../selectors/name-of.ts';
import type { PickItem } from './pick-items.ts';

/** The members, roles and channels that can be picked. */
export type Directory = Pick<Lookup, 'members' | 'roles' | 'channels'>;

/** Icons of channel types that don't show `#`. */
const icons: Readonly<Record<number, string>> = {
  [CHANNEL.voice]: '🔊',
  [CHANNEL.category]: '▾',
  [CHANNEL.announcement]: '📣',
  [CHANNEL.stage]: '🎙',
  [CHANNEL.forum]: '💬',
};

/** Lists members as items, by their names in the server. */
export function memberItems({ members }: Directory): PickItem[] {
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

/** Lists roles as items, the highest first. */
export function roleItems({ roles }: Directory): PickItem[] {
  return roles
    .toSorted((a, b) => b.position - a.position)
    .map(({ id, name }) => ({ value: id, label: name, icon: '@' }));
}

/** Lists members and then roles, each under a heading. */
export function mentionableItems(directory: Directory): PickItem[] {
  return [
    ...memberItems(directory).map((item) => ({ ...item, group: 'Members' })),
    ...roleItems(directory).map((item) => ({ ...item, group: 'Roles' })),
  ];
}

/** Lists channels as items: those of the given types, or all if none is given. */
export function channelItems({ channels }: Directory, types: readonly number[]): PickItem[] {
  return channels
    .filter(({ type }) => types.length === 0 || types.includes(type))
    .map((channel) => ({
      value: channel.id,
      label: channel.name,
      description: channel.topic,
      icon: isThread(channel) ? '🧵' : (icons[channel.type] ?? '#'),
    }));
}
