import { ComponentType, type APIMessageComponent } from 'discord-api-types/v10';

/** A component of any kind with what may stand in it; request bodies are walked in this form. */
export interface ComponentNode {
  readonly type: ComponentType;
  readonly [field: string]: unknown;
}

/** One component and the way to it from the message. */
export interface VisitedComponent {
  readonly node: ComponentNode;
  readonly path: readonly (string | number)[];
}

/** Walks components depth first, each before what it holds; a section's accessory is counted too. */
export function* walkComponents(
  components: readonly unknown[],
  path: readonly (string | number)[] = ['components'],
): Generator<VisitedComponent> {
  for (const [index, component] of components.entries()) {
    yield* walkComponent(component, [...path, index]);
  }
}

/** Lists a message's components of every depth. */
export function listComponents(components: readonly unknown[]): ComponentNode[] {
  return Array.from(walkComponents(components), (visited) => visited.node);
}

/** Joins the text displays of every depth, which is where a Components V2 message has its words. */
export function componentText(components: readonly unknown[]): string {
  return listComponents(components)
    .filter((node) => node.type === ComponentType.TextDisplay)
    .map((node) => (typeof node['content'] === 'string' ? node['content'] : ''))
    .join('\n');
}

/** Finds the component of a message that a user would touch. */
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
  for (const slot of ['accessory', 'component']) {
    if (component[slot]) yield* walkComponent(component[slot], [...path, slot]);
  }
}

function isNode(value: unknown): value is ComponentNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}
