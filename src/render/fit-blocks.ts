/**
 * A block of a message: its head and foot are always shown, its sentences as far as there is room.
 */
export interface Block {
  /** The headline. */
  readonly head: string;
  readonly sentences: readonly string[];
  /** The separator between two sentences. */
  readonly joiner: string;
  /** The small line below. */
  readonly foot: string;
}

/** Writes as much of each block as `countFitting` finds room for. */
export function fitBlocks(blocks: readonly Block[], maxSize: number): string[] {
  const counts = countFitting(blocks, maxSize);
  return blocks
    .slice(0, counts.length)
    .map((block, index) => writeBlock(block, counts[index] ?? 0));
}

/**
 * Counts the sentences of each block that fit into `maxSize` characters. Every headline takes
 * precedence over any sentence, and every block's first sentence over any second one. Sentences are
 * shown whole or not at all. Blocks at the end without room for even the headline have no count.
 */
export function countFitting(blocks: readonly Block[], maxSize: number): number[] {
  let room = maxSize;
  const kept: Block[] = [];
  for (const block of blocks) {
    const size = writeBlock(block, 0).length;
    if (size > room) break;
    kept.push(block);
    room -= size;
  }
  const shown = kept.map(() => 0);
  const rounds = Math.max(0, ...kept.map(({ sentences }) => sentences.length));
  for (let round = 0; round < rounds; round++) {
    for (const [index, block] of kept.entries()) {
      const grown = writeBlock(block, round + 1).length - writeBlock(block, round).length;
      if (shown[index] !== round || round >= block.sentences.length || grown > room) continue;
      shown[index] = round + 1;
      room -= grown;
    }
  }
  return shown;
}

/** Writes a block with its first `count` sentences. Default: all. */
export function writeBlock({ head, sentences, joiner, foot }: Block, count?: number): string {
  // Nothing is left of a sentence that consists of control characters.
  const body = sentences.slice(0, count).filter(isShown).join(joiner);
  return [head, body, foot].filter(isShown).join('\n');
}

function isShown(text: string): boolean {
  return text.trim() !== '';
}
