import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { limits } from '../limits.ts';
import { countTextChars, walkComponents, type ComponentNode } from '../state/component-tree.ts';
import type { FieldErrors, FieldPath } from './field-errors.ts';

/** Adds errors for a message's components: their number, their nesting and their fields. */
export function checkComponents(
  errors: FieldErrors,
  components: readonly unknown[],
  isV2: boolean,
  path: FieldPath,
): void {
  const visited = [...walkComponents(components, [])].map((one) => ({
    node: one.node,
    path: [...path, ...one.path],
  }));
  if (isV2) checkV2(errors, components, visited.length, path);
  else checkLegacyRows(errors, components, path);
  checkUnique(errors, visited, 'custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED');
  checkUnique(errors, visited, 'id', 'COMPONENT_ID_DUPLICATED');
  for (const one of visited) {
    if (one.node.type === ComponentType.ActionRow) checkRow(errors, one);
    if (one.node.type === ComponentType.Button) checkButton(errors, one);
    if (one.node.type === ComponentType.StringSelect) checkChosen(errors, one.node, one.path);
  }
}

/** Adds an error for each component whose value of a field another component already has. */
export function checkUnique(
  errors: FieldErrors,
  visited: readonly { node: ComponentNode; path: FieldPath }[],
  field: 'custom_id' | 'id',
  code: string,
): void {
  const seen = new Set<unknown>();
  for (const { node, path } of visited) {
    const value = node[field];
    if (value === undefined || value === null || value === 0) continue;
    if (seen.has(value)) {
      errors.add(
        [...path, field],
        code,
        `Component ${field.replace('_', ' ')} cannot be duplicated`,
      );
    }
    seen.add(value);
  }
}

function checkV2(
  errors: FieldErrors,
  components: readonly unknown[],
  count: number,
  path: FieldPath,
): void {
  if (count > limits.componentsV2) {
    const message = `Must have ${limits.componentsV2} or fewer components in total.`;
    errors.add(path, 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message);
  }
  if (countTextChars(components) > limits.componentsV2Chars) {
    const message = `The displayable text of all components must be ${limits.componentsV2Chars} or fewer in length.`;
    errors.add(path, 'COMPONENT_MAX_TOTAL_TEXT_EXCEEDED', message);
  }
}

function checkLegacyRows(
  errors: FieldErrors,
  components: readonly unknown[],
  path: FieldPath,
): void {
  if (components.length > limits.actionRows) {
    const message = `Must be between 1 and ${limits.actionRows} in length.`;
    errors.add(path, 'BASE_TYPE_BAD_LENGTH', message);
  }
  for (const [index, component] of components.entries()) {
    if ((component as ComponentNode).type === ComponentType.ActionRow) continue;
    const message = 'Value of field "type" must be one of (1,).';
    errors.add([...path, index, 'type'], 'UNION_TYPE_CHOICES', message);
  }
}

function checkRow(
  errors: FieldErrors,
  { node, path }: { node: ComponentNode; path: FieldPath },
): void {
  const inside = node['components'] as ComponentNode[];
  const width = inside.reduce(
    (sum, child) => sum + (child.type === ComponentType.Button ? 1 : limits.buttonsInRow),
    0,
  );
  if (width > limits.buttonsInRow) {
    const message = 'The specified component exceeds the maximum width';
    errors.add([...path, 'components'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message);
  }
}

function checkButton(
  errors: FieldErrors,
  { node, path }: { node: ComponentNode; path: FieldPath },
): void {
  const isLink = node['style'] === ButtonStyle.Link;
  const isPremium = node['style'] === ButtonStyle.Premium;
  const required = isLink ? 'url' : isPremium ? 'sku_id' : 'custom_id';
  for (const field of ['url', 'sku_id', 'custom_id']) {
    const isPresent = node[field] !== undefined && node[field] !== null;
    if (field === required && !isPresent) {
      errors.add([...path, field], 'BASE_TYPE_REQUIRED', 'This field is required');
    }
    if (field !== required && isPresent) {
      const message = `A button of this style cannot have a ${field}`;
      errors.add([...path, field], 'BUTTON_COMPONENT_FIELD_FORBIDDEN', message);
    }
  }
  if (
    isLink &&
    textOf(node['url']) !== '' &&
    !/^(https?|discord):\/\//i.test(textOf(node['url']))
  ) {
    const message = "Scheme must be one of ('http', 'https', 'discord').";
    errors.add([...path, 'url'], 'URL_TYPE_INVALID_SCHEME', message);
  }
  if (!isPremium && !node['label'] && !node['emoji']) {
    errors.add([...path, 'label'], 'BASE_TYPE_REQUIRED', 'A label or an emoji is required');
  }
}

/** Adds errors for the options of a menu: the minimum and maximum, the number of defaults, and duplicates. */
export function checkChosen(
  errors: FieldErrors,
  node: Omit<ComponentNode, 'type'>,
  path: FieldPath,
): void {
  const options = node['options'] as { value: string; default?: boolean | null }[];
  const min = typeof node['min_values'] === 'number' ? node['min_values'] : 1;
  const max = typeof node['max_values'] === 'number' ? node['max_values'] : 1;
  if (max > options.length || min > max) {
    const message = 'min_values and max_values must fit the number of options.';
    errors.add([...path, 'max_values'], 'SELECT_COMPONENT_MAX_VALUES_INVALID', message);
  }
  if (options.filter((option) => option.default).length > max) {
    const message = 'More options are chosen by default than can be chosen.';
    errors.add([...path, 'options'], 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', message);
  }
  const values = new Set<string>();
  for (const [index, option] of options.entries()) {
    if (values.has(option.value)) {
      const message = 'The specified option value is already used';
      errors.add(
        [...path, 'options', index, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        message,
      );
    }
    values.add(option.value);
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
