import type { Lookup } from '../lookup.ts';
import type { PickItem } from './pick-items.ts';

/** Who and what is there to be picked. */
export type People = Pick<Lookup, 'members' | 'roles' | 'channels'>;

/** Discord's numbers of channel types that show another sign than `#`. */
const signs: Readonly<Record<number, string>> = { 2: '🔊', 4: '▾', 5: '📣', 13: '🎙', 15: '💬' };
const threadTypes: readonly number[] = [10, 11, 12];

/** Members as items, by the names that the server shows. */
export function memberItems({ members }: People): PickItem[] {
  return members.map(({ user, nick }) => {
    const label = nick ?? user.global_name ?? user.username;
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

/** Channels as items, of the given types or of all. */
export function channelItems({ channels }: People, types: readonly number[]): PickItem[] {
  return channels
    .filter(({ type }) => types.length === 0 || types.includes(type))
    .map(({ id, name, type, topic }) => ({
      value: id,
      label: name,
      description: topic,
      icon: threadTypes.includes(type) ? '🧵' : (signs[type] ?? '#'),
    }));
}
