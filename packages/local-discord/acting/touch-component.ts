import {
  ButtonStyle,
  ComponentType,
  type APIMessage,
  type APIStringSelectComponent,
} from 'discord-api-types/v10';
import { findInteractive } from '../state/component-tree.ts';
import type { World } from '../state/world.ts';
import { Refused } from './refused.ts';
import { namedByMenu, resolveIds } from './resolve-values.ts';
import type { Actor } from './send-interaction.ts';

/**
 * Builds the interaction data for a button that is pressed (`values` undefined) or a choice from a menu.
 * Throws Refused if the component does not exist, is disabled or does not offer these values.
 */
export function touchComponent(
  world: World,
  actor: Actor,
  message: APIMessage,
  customId: string,
  values: readonly string[] | undefined,
): object {
  const component = findInteractive(message.components ?? [], customId);
  if (!component) throw new Refused(`The message has no component "${customId}".`);
  if ('disabled' in component && component.disabled) {
    throw new Refused(`The component "${customId}" is disabled.`);
  }
  const touched = {
    custom_id: customId,
    component_type: component.type,
    id: component.id,
  };
  if (component.type === ComponentType.Button) {
    if (values) throw new Refused('A button takes no values.');
    if (component.style === ButtonStyle.Link) throw new Refused('A link button opens its URL.');
    return touched;
  }
  const kind = namedByMenu[component.type];
  if (component.type !== ComponentType.StringSelect && kind === undefined) {
    throw new Refused(`The component "${customId}" cannot be used by itself.`);
  }
  const { min_values: min = 1, max_values: max = 1 } = component as APIStringSelectComponent;
  const chosen = [...(values ?? [])];
  if (chosen.length < min || chosen.length > max) {
    throw new Refused(`Choose ${min} to ${max} values.`);
  }
  if (component.type === ComponentType.StringSelect) {
    const offered = component.options.map((option) => option.value);
    const unknown = chosen.find((value) => !offered.includes(value));
    if (unknown !== undefined) throw new Refused(`The menu does not offer "${unknown}".`);
    return { ...touched, values: chosen };
  }
  const named = kind === undefined ? [] : chosen.map((id) => [kind, id] as const);
  const resolved = resolveIds(world, actor, named);
  return { ...touched, values: chosen, resolved: resolved ?? {} };
}
