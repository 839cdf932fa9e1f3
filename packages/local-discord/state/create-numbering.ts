import { listComponents, type ComponentNode } from './component-tree.ts';

/**
 * Creates a function that returns a component's own id. Components without one get the numbers from 1 on, in the
 * order of the calls, without the ids that other components have.
 */
export function createNumbering(components: readonly unknown[]): (node: ComponentNode) => number {
  const taken = new Set(listComponents(components).map(ownIdOf));
  let last = 0;
  return (node) => {
    const ownId = ownIdOf(node);
    if (ownId !== 0) return ownId;
    do last += 1;
    while (taken.has(last));
    return last;
  };
}

/** Returns 0 for a component without an id, as Discord treats the id 0. */
function ownIdOf({ id }: ComponentNode): number {
  return typeof id === 'number' && id > 0 ? id : 0;
}
