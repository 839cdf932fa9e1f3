import type { OptionSpec } from './option-spec.ts';
import type { PickItem } from '../pick/pick-items.ts';
import {
  channelItems,
  memberItems,
  mentionableItems,
  roleItems,
  type Directory,
} from '../pick/directory-items.ts';

/**
 * Lists the items that can be picked for an option. `undefined` if any text can be typed or the bot
 * makes suggestions. The values of users, roles and channels are their ids.
 */
export function optionItems(
  option: OptionSpec,
  directory: Directory,
): readonly PickItem[] | undefined {
  switch (option.kind) {
    case 'boolean':
      return [
        { value: 'true', label: 'True' },
        { value: 'false', label: 'False' },
      ];
    case 'user':
      return memberItems(directory);
    case 'role':
      return roleItems(directory);
    case 'mentionable':
      return mentionableItems(directory);
    case 'channel':
      return channelItems(directory, option.channelTypes);
    case 'string':
    case 'integer':
    case 'number':
      return option.choices.length > 0 ? option.choices : undefined;
    case 'attachment':
    default:
      return undefined;
  }
}

/**
 * Finds the item that a typed or pasted text means: by its label, its value, or a mention of its
 * id.
 */
export function findMeant(items: readonly PickItem[], text: string): PickItem | undefined {
  const wanted = text.trim().toLowerCase();
  const id = /^<(?:@[!&]?|#)(\d+)>$/.exec(wanted)?.[1];
  return (
    items.find((item) => item.label.toLowerCase() === wanted) ??
    items.find((item) => item.value.toLowerCase() === (id ?? wanted)) ??
    items.find((item) => item.label.toLowerCase() === wanted.replace(/^[@#]/, ''))
  );
}

/** Converts a picked item's value to the type that the option takes. */
export function itemValue(option: OptionSpec, value: string): string | number | boolean {
  if (option.kind === 'boolean') return value === 'true';
  return option.kind === 'integer' || option.kind === 'number' ? Number(value) : value;
}
