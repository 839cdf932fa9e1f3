import { ComponentType, type APIMessageComponent } from 'discord-api-types/v10';

/** A component of any kind, with any fields. */
export interface ComponentNode {
  readonly type: ComponentType;
  readonly [field: string]: unknown;
}

/** A component and its path in the request's body. */
export interface VisitedComponent {
  readonly node: ComponentNode;
  readonly path: readonly (string | number)[];
}

/** Walks components depth first, parents before their children. Accessories of sections are included. */
export function* walkComponents(
  components: readonly unknown[],
  path: readonly (string | number)[] = ['components'],
): Generator<VisitedComponent> {
  for (const [index, component] of components.entries()) {
    yield* walkComponent(component, [...path, index]);
  }
}

/** Lists components and their descendants. */
export function listComponents(components: readonly unknown[]): ComponentNode[] {
  return Array.from(walkComponents(components), (visited) => visited.node);
}

/** Lists the texts of all text displays, in which a Components V2 message has its content. */
export function listTexts(components: readonly unknown[]): string[] {
  return listComponents(components)
    .filter((node) => node.type === ComponentType.TextDisplay)
    .map((node) => (typeof node['content'] === 'string' ? node['content'] : ''));
}

/** Counts the characters of all text displays towards Discord's limit for a message. */
export function countTextChars(components: readonly unknown[]): number {
  return listTexts(components).reduce((sum, text) => sum + text.length, 0);
}

/** Finds the component with a custom id. */
export function findInteractive(
  components: readonly unknown[],
  customId: string,
): APIMessageComponent | undefined {
  const found = listComponents(components).find((node) => node['custom_id'] === customId);
  return found as APIMessageComponent | undefined;
}

function* walkComponent(
  component: unknown,
  path: readonly (string | number)[],
): Generator<VisitedComponent> {
  if (!isNode(component)) return;
  yield { node: component, path };
  if (Array.isArray(component['components'])) {
    yield* walkComponents(component['components'], [...path, 'components']);
  }
  for (const field of ['accessory', 'component']) {
    if (component[field]) yield* walkComponent(component[field], [...path, field]);
  }
}

function isNode(value: unknown): value is ComponentNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}
