import type { Block, Inline } from './nodes.ts';

/** Returns the text of inline nodes without styles. Mentions and timestamps stay as written. */
export function textOf(nodes: readonly Inline[]): string {
  return nodes.map(textOfNode).join('');
}

/** Returns the text of blocks without styles, each block on its own lines. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return blocks.map(textOfBlock).join('\n');
}

function textOfNode(node: Inline): string {
  if ('children' in node) return textOf(node.children);
  return 'raw' in node ? node.raw : node.text;
}

function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'quote':
      return textOfBlocks(block.blocks);
    case 'list':
      return block.items.map(textOfBlocks).join('\n');
    case 'code-block':
      return block.text;
    case 'paragraph':
    case 'subtext':
    case 'heading':
      return textOf(block.children);
    default:
      return block satisfies never;
  }
}
