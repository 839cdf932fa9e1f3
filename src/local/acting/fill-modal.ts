import { ComponentType, type APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { listComponents, type ComponentNode } from '../state/component-tree.ts';
import { Refused } from './refused.ts';

/** What is written or chosen in a modal's fields, by custom id. */
export type ModalValues = Readonly<Record<string, string | readonly string[]>>;

/** Fills in a modal as Discord's client does. Throws Refused for what the client would not send. */
export function fillModal(
  modal: APIModalInteractionResponseCallbackData,
  values: ModalValues,
): { custom_id: string; components: object[] } {
  const known = listComponents(modal.components).flatMap((node) => node['custom_id'] ?? []);
  for (const customId of Object.keys(values)) {
    if (!known.includes(customId)) throw new Refused(`The modal has no field "${customId}".`);
  }
  let lastId = 0;
  const fill = (node: ComponentNode): object => {
    lastId += 1;
    const head = { type: node.type, id: Number(node['id'] ?? 0) || lastId };
    if (Array.isArray(node['components'])) {
      return { ...head, components: node['components'].map((child: ComponentNode) => fill(child)) };
    }
    if (node['component']) return { ...head, component: fill(node['component'] as ComponentNode) };
    const customId = node['custom_id'];
    if (typeof customId !== 'string') return head;
    return { ...head, custom_id: customId, ...fillField(node, customId, values[customId]) };
  };
  return {
    custom_id: modal.custom_id,
    components: modal.components.map((component) => fill({ ...component })),
  };
}

function fillField(
  node: ComponentNode,
  customId: string,
  given: string | readonly string[] | undefined,
): object {
  if (node.type === ComponentType.TextInput) {
    const value = typeof given === 'string' ? given : textOf(node['value']);
    const min = Number(node['min_length'] ?? 0);
    const max = Number(node['max_length'] ?? 4_000);
    if (value === '' && node['required'] !== false) {
      throw new Refused(`The field "${customId}" is required.`);
    }
    if (value.length > max || (value !== '' && value.length < min)) {
      throw new Refused(`The field "${customId}" takes ${min} to ${max} characters.`);
    }
    return { value };
  }
  const chosen = typeof given === 'string' ? [given] : [...(given ?? [])];
  if (chosen.length === 0 && node['required'] !== false) {
    throw new Refused(`The field "${customId}" is required.`);
  }
  return { values: chosen };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
