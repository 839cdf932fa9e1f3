import { ComponentType as Kind } from 'discord-api-types/v10';
import type { ComponentNode } from '../state/component-tree.ts';
import { checkChosen } from './check-components.ts';
import type { FieldErrors, FieldPath } from './field-errors.ts';

/** Adds errors for a modal's field that the specification accepts but Discord refuses. */
export function checkModalField(errors: FieldErrors, node: ComponentNode, path: FieldPath): void {
  if (node['disabled'] === true) {
    const message = 'A component in a modal cannot be disabled';
    errors.add([...path, 'disabled'], 'MODAL_COMPONENT_DISABLED', message);
  }
  for (const check of checks[node.type] ?? []) check(errors, node, path);
}

type Check = (errors: FieldErrors, node: ComponentNode, path: FieldPath) => void;

const checks: Partial<Record<Kind, readonly Check[]>> = {
  [Kind.TextInput]: [checkTextInput],
  [Kind.StringSelect]: [checkRequired, checkChosen],
  [Kind.CheckboxGroup]: [checkRequired, checkBoxes],
  [Kind.RadioGroup]: [checkChosen],
  [Kind.UserSelect]: [checkRequired, checkRange],
  [Kind.RoleSelect]: [checkRequired, checkRange],
  [Kind.MentionableSelect]: [checkRequired, checkRange],
  [Kind.ChannelSelect]: [checkRequired, checkRange],
  [Kind.FileUpload]: [checkRequired, checkRange],
};

/** By default, all boxes of a group can be checked. */
function checkBoxes(errors: FieldErrors, node: ComponentNode, path: FieldPath): void {
  checkChosen(errors, { ...node, max_values: node['max_values'] ?? countOptions(node) }, path);
}

function checkTextInput(errors: FieldErrors, node: ComponentNode, path: FieldPath): void {
  const isInRow = path.at(-2) === 'components';
  if (isInRow && !node['label']) {
    errors.add([...path, 'label'], 'BASE_TYPE_REQUIRED', 'This field is required');
  }
  if (!isInRow && node['label']) {
    const message = 'A text input inside a label cannot have a label of its own';
    errors.add([...path, 'label'], 'TEXT_INPUT_LABEL_FORBIDDEN', message);
  }
  if (numberOf(node['min_length'], 0) > numberOf(node['max_length'], 4_000)) {
    const message = 'min_length must be less than or equal to max_length';
    errors.add([...path, 'min_length'], 'TEXT_INPUT_MIN_LENGTH_INVALID', message);
  }
}

/** A required field cannot allow zero values. */
function checkRequired(errors: FieldErrors, node: ComponentNode, path: FieldPath): void {
  if (node['required'] === false || node['min_values'] !== 0) return;
  const message = 'min_values must be at least 1 if the field is required';
  errors.add([...path, 'min_values'], 'MODAL_COMPONENT_MIN_VALUES_INVALID', message);
}

function checkRange(errors: FieldErrors, node: ComponentNode, path: FieldPath): void {
  const max = numberOf(node['max_values'], 1);
  if (numberOf(node['min_values'], 1) > max) {
    const message = 'min_values must be less than or equal to max_values';
    errors.add([...path, 'max_values'], 'SELECT_COMPONENT_MAX_VALUES_INVALID', message);
  }
  const chosen = node['default_values'];
  if (Array.isArray(chosen) && chosen.length > max) {
    const message = 'More values are chosen by default than can be chosen.';
    errors.add([...path, 'default_values'], 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', message);
  }
}

function countOptions(node: ComponentNode): number {
  return Array.isArray(node['options']) ? node['options'].length : 0;
}

function numberOf(value: unknown, fallback: number): number {
  return typeof value === 'number' ? value : fallback;
}
