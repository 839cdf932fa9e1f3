import { ComponentType, type APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { limits } from '../limits.ts';
import { walkComponents } from '../state/component-tree.ts';
import { checkUnique } from './check-components.ts';
import { checkModalField } from './check-modal-field.ts';
import { createFieldErrors } from './field-errors.ts';

/** Throws 50035 for a modal that the specification accepts but Discord refuses. */
export function checkModal(modal: APIModalInteractionResponseCallbackData): void {
  const errors = createFieldErrors();
  const path = ['data', 'components'];
  if (modal.components.length > limits.modalRows) {
    const message = `Must be between 1 and ${limits.modalRows} in length.`;
    errors.add(path, 'BASE_TYPE_BAD_LENGTH', message);
  }
  const visited = [...walkComponents(modal.components, path)];
  checkUnique(errors, visited, 'custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED');
  checkUnique(errors, visited, 'id', 'COMPONENT_ID_DUPLICATED');
  for (const { node, path: at } of visited) {
    const inside = node['components'];
    if (node.type === ComponentType.ActionRow && Array.isArray(inside) && inside.length > 1) {
      const message = 'The specified component exceeds the maximum width';
      errors.add([...at, 'components'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message);
    }
    checkModalField(errors, node, at);
  }
  errors.throwIfAny();
}
