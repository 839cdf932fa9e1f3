import type { ComponentNode } from '../state/component-tree.ts';
import type { Usage } from './view.ts';

/** A usage that may be 0. */
export type Measure = Usage;

/** Measures the largest of some numbers. */
export function most(what: string, used: readonly number[], limit: number): Measure {
  return { what, used: Math.max(0, ...used), limit };
}

/** Measures the longest of some texts in UTF-16 code units, as Discord does. */
export function longest(what: string, texts: readonly unknown[], limit: number): Measure {
  const lengths = texts.map((text) => (typeof text === 'string' ? text.length : 0));
  return most(what, lengths, limit);
}

/** Lists the direct children of a row, section, gallery or menu. */
export function childrenOf(node: ComponentNode): Readonly<Record<string, unknown>>[] {
  const children = node['components'] ?? node['items'] ?? node['options'];
  return Array.isArray(children) ? children : [];
}
