import { ButtonStyle, ComponentType as Kind } from 'discord-api-types/v10';
import { limits, specifiedLimits as specified } from '../limits.ts';
import type { ComponentNode } from '../state/component-tree.ts';
import { childrenOf, longest, most, type Measure } from './measure.ts';

/** Measures buttons and menus. */
export function measureInteractive(nodes: readonly ComponentNode[]): Measure[] {
  const ofKind = (kind: Kind): ComponentNode[] => nodes.filter(({ type }) => type === kind);
  const buttons = ofKind(Kind.Button);
  const options = ofKind(Kind.StringSelect).map(childrenOf);
  return [
    most('Buttons of one row', ofKind(Kind.ActionRow).map(countButtons), limits.buttonsInRow),
    field('button label', 'label', buttons, specified.buttonLabelChars),
    field('link of a button', 'url', buttons.filter(isLink), specified.urlChars),
    most(
      'Options of one menu',
      options.map((list) => list.length),
      specified.selectOptions,
    ),
    field('option label', 'label', options.flat(), specified.optionChars),
    field('option value', 'value', options.flat(), specified.optionChars),
    field('option description', 'description', options.flat(), specified.optionChars),
    field('placeholder', 'placeholder', nodes, specified.placeholderChars),
    field('custom id', 'custom_id', nodes, specified.customIdChars),
  ];
}

function countButtons(row: ComponentNode): number {
  return childrenOf(row).filter(({ type }) => type === Kind.Button).length;
}

function isLink(button: ComponentNode): boolean {
  return button['style'] === ButtonStyle.Link;
}

function field(what: string, name: string, nodes: readonly object[], limit: number): Measure {
  const texts = nodes.map((node) => (node as Readonly<Record<string, unknown>>)[name]);
  return longest(`Characters of the longest ${what}`, texts, limit);
}
