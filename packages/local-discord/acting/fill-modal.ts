import type { APIModalInteractionResponseCallbackData, Snowflake } from 'discord-api-types/v10';
import { listComponents, type ComponentNode } from '../state/component-tree.ts';
import { createNumbering } from '../state/create-numbering.ts';
import { fillField, type FieldFilling, type ModalValue } from './fill-field.ts';
import { Refused } from './refused.ts';
import { namedByMenu, type NamedKind } from './resolve-values.ts';

/** The values of a modal's fields, by custom id. */
export type ModalValues = Readonly<Record<string, ModalValue>>;

/** A modal as it is sent to the bot. */
export interface FilledModal {
  readonly custom_id: string;
  readonly components: readonly object[];
}

/** Fills in a modal as Discord's client does. Throws Refused for a value that the client would not send. */
export function fillModal(
  modal: APIModalInteractionResponseCallbackData,
  values: ModalValues,
  filling: FieldFilling,
): FilledModal {
  const known = listComponents(modal.components).flatMap((node) => node['custom_id'] ?? []);
  for (const customId of Object.keys(values)) {
    if (!known.includes(customId)) throw new Refused(`The modal has no field "${customId}".`);
  }
  const idOf = createNumbering(modal.components);
  const fill = (node: ComponentNode): object => {
    const head = { type: node.type, id: idOf(node) };
    if (Array.isArray(node['components'])) {
      return { ...head, components: node['components'].map((child: ComponentNode) => fill(child)) };
    }
    if (node['component']) return { ...head, component: fill(node['component'] as ComponentNode) };
    const customId = node['custom_id'];
    if (typeof customId !== 'string') return head;
    return { ...head, custom_id: customId, ...fillField(node, values[customId], filling) };
  };
  return {
    custom_id: modal.custom_id,
    components: modal.components.map((component) => fill({ ...component })),
  };
}

/** Lists the users, roles and channels that were chosen in a filled-in modal. */
export function listNamedInModal({ components }: FilledModal): [NamedKind, Snowflake][] {
  return listComponents(components).flatMap(({ type, values }): [NamedKind, Snowflake][] => {
    const kind = namedByMenu[type];
    return kind === undefined ? [] : (values as string[]).map((id) => [kind, id]);
  });
}
