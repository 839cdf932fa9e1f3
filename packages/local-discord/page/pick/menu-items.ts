import type { APISelectMenuOption, ComponentType, Snowflake } from 'discord-api-types/v10';
import { COMPONENT } from '../discord-numbers.ts';
import { emojiText } from './emoji-text.ts';
import type { PickItem } from './pick-items.ts';
import {
  channelItems,
  memberItems,
  mentionableItems,
  roleItems,
  type People,
} from './place-items.ts';

/** A select menu of a message or modal. Which fields it has depends on its type. */
export interface Menu {
  readonly type: ComponentType;
  readonly options?: readonly APISelectMenuOption[];
  readonly channel_types?: readonly number[];
  readonly default_values?: readonly { readonly id: Snowflake }[];
}

/** Lists the items of a menu; undefined if the type isn't a menu's. */
export function menuItems(menu: Menu, people: People): PickItem[] | undefined {
  return lists[menu.type]?.(menu, people);
}

const lists: Partial<Record<ComponentType, (menu: Menu, people: People) => PickItem[]>> = {
  [COMPONENT.stringSelect]: listOptions,
  [COMPONENT.userSelect]: (_, people) => memberItems(people),
  [COMPONENT.roleSelect]: (_, people) => roleItems(withoutEveryone(people)),
  [COMPONENT.mentionableSelect]: (_, people) => mentionableItems(withoutEveryone(people)),
  [COMPONENT.channelSelect]: ({ channel_types: types = [] }, people) => channelItems(people, types),
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
function withoutEveryone(people: People): People {
  return { ...people, roles: people.roles.filter(({ name }) => name !== '@everyone') };
}
