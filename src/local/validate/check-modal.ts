import { ComponentType, type APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { limits } from '../limits.ts';
import { walkComponents } from '../state/component-tree.ts';
import { checkUnique } from './check-components.ts';
import { createFieldErrors } from './field-errors.ts';

/** Refuses a modal that the specification lets pass and Discord does not. */
export function checkModal(modal: APIModalInteractionResponseCallbackData): void {
  const errors = createFieldErrors();
  const path = ['data', 'components'];
  if (modal.components.length > limits.modalRows) {
    const message = `Must be between 1 and ${limits.modalRows} in length.`;
    errors.add(path, 'BASE_TYPE_BAD_LENGTH', message);
  }
  const visited = [...walkComponents(modal.components, path)];
  checkUnique(errors, visited, 'custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED');
  for (const { node, path: at } of visited) {
    const inside = node['components'];
    if (node.type === ComponentType.ActionRow && Array.isArray(inside) && inside.length > 1) {
      const message = 'The specified component exceeds the maximum width';
      errors.add([...at, 'components'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message);
    }
    if (node.type !== ComponentType.TextInput) continue;
    const isInRow = at.at(-2) === 'components';
    if (isInRow && !node['label']) {
      errors.add([...at, 'label'], 'BASE_TYPE_REQUIRED', 'This field is required');
    }
    if (!isInRow && node['label']) {
      const message = 'A text input inside a label cannot have a label of its own';
      errors.add([...at, 'label'], 'TEXT_INPUT_LABEL_FORBIDDEN', message);
    }
    if (Number(node['min_length'] ?? 0) > Number(node['max_length'] ?? 4_000)) {
      const message = 'min_length must be less than or equal to max_length';
      errors.add([...at, 'min_length'], 'TEXT_INPUT_MIN_LENGTH_INVALID', message);
    }
  }
  errors.throwIfAny();
}
