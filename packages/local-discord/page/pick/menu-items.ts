import type { APISelectMenuOption, ComponentType, Snowflake } from 'discord-api-types/v10';
import { COMPONENT } from '../discord-numbers.ts';
import { emojiText } from './emoji-text.ts';
import type { PickItem } from './pick-items.ts';
import {
  channelItems,
  memberItems,
  mentionableItems,
  roleItems,
  type Directory,
} from './directory-items.ts';

/** A select menu of a message or modal. Which fields it has depends on its type. */
export interface Menu {
  readonly type: ComponentType;
  readonly options?: readonly APISelectMenuOption[];
  readonly channel_types?: readonly number[];
  readonly default_values?: readonly { readonly id: Snowflake }[];
}

/** Lists the items of a menu; undefined if the type isn't a menu's. */
export function menuItems(menu: Menu, directory: Directory): PickItem[] | undefined {
  return lists[menu.type]?.(menu, directory);
}

const lists: Partial<Record<ComponentType, (menu: Menu, directory: Directory) => PickItem[]>> = {
  [COMPONENT.stringSelect]: listOptions,
  [COMPONENT.userSelect]: (_, directory) => memberItems(directory),
  [COMPONENT.roleSelect]: (_, directory) => roleItems(withoutEveryone(directory)),
  [COMPONENT.mentionableSelect]: (_, directory) => mentionableItems(withoutEveryone(directory)),
  [COMPONENT.channelSelect]: ({ channel_types: types = [] }, directory) =>
    channelItems(directory, types),
};

/** Lists the options of a string menu, of radio buttons or of checkboxes. */
export function listOptions({ options = [] }: Pick<Menu, 'options'>): PickItem[] {
  return options.map(({ value, label, description, emoji }) => ({
    value,
    label,
    description,
    icon: emoji && emojiText(emoji),
  }));
}

/** Returns the values that are selected at first. */
export function defaultValues({ options = [], default_values: ids = [] }: Menu): string[] {
  const marked = options.filter((option) => option.default === true);
  return [...marked.map(({ value }) => value), ...ids.map(({ id }) => id)];
}

/** Menus don't offer the role @everyone; options of commands do. */
function withoutEveryone(directory: Directory): Directory {
  return { ...directory, roles: directory.roles.filter(({ name }) => name !== '@everyone') };
}
