import type { APISelectMenuComponent } from 'discord-api-types/v10';
import type { PickItem } from '../../pick/pick-items.ts';
import type { Lookup } from '../../lookup.ts';
import { COMPONENT } from '../component-types.ts';
import { authorOf } from '../head/author.ts';
import { emojiText } from './emoji-text.ts';

/** Lists what can be picked from a menu. */
export function selectItems(menu: APISelectMenuComponent, lookup: Lookup): readonly PickItem[] {
  switch (menu.type) {
    case COMPONENT.stringSelect:
      return menu.options.map(({ value, label, description, emoji }) => ({
        value,
        label,
        ...(description === undefined ? {} : { description }),
        ...(emoji === undefined ? {} : { icon: emojiText(emoji) }),
      }));
    case COMPONENT.userSelect:
      return userItems(lookup);
    case COMPONENT.roleSelect:
      return roleItems(lookup);
    case COMPONENT.mentionableSelect:
      return [
        ...userItems(lookup).map((item) => ({ ...item, group: 'Members' })),
        ...roleItems(lookup).map((item) => ({ ...item, group: 'Roles' })),
      ];
    case COMPONENT.channelSelect:
      return lookup.channels
        .filter(({ type }) => !menu.channel_types || menu.channel_types.includes(type as never))
        .map(({ id, name }) => ({ value: id, label: name, icon: '#' }));
    default:
      return menu satisfies never;
  }
}

/** Returns what is picked before anybody picks. */
export function defaultValues(menu: APISelectMenuComponent): readonly string[] {
  return menu.type === COMPONENT.stringSelect
    ? menu.options.filter((option) => option.default === true).map(({ value }) => value)
    : (menu.default_values ?? []).map(({ id }) => id);
}

function userItems(lookup: Lookup): readonly PickItem[] {
  return lookup.members.map(({ user }) => ({
    value: user.id,
    label: authorOf(user, lookup).name,
    description: user.username,
    icon: '@',
  }));
}

function roleItems(lookup: Lookup): readonly PickItem[] {
  return lookup.roles
    .filter(({ name }) => name !== '@everyone')
    .map(({ id, name }) => ({ value: id, label: name, icon: '@' }));
}
