import { PAGE_LIMITS } from '../explain-page.ts';

/**
 * Counts what a page consists of while it is read, and throws `BEYOND_LIMITS` as soon as that is
 * more than any news page has. A tree that exhausts a thread's memory can end the whole process,
 * whatever the thread's own limit is.
 */
export class NodeLimits {
  #nodes = 0;
  #depth = 0;
  #shownChars = 0;
  #isShown = true;

  open(name: string): void {
    this.node();
    this.#depth += 1;
    this.#isShown = name !== 'script' && name !== 'style';
    if (this.#depth > PAGE_LIMITS.maxDepth) throw BEYOND_LIMITS;
  }

  close(): void {
    this.#depth -= 1;
    this.#isShown = true;
  }

  attribute(name: string, value: string): void {
    this.node();
    if (value.length > PAGE_LIMITS.maxValueChars && LIMITED.has(name)) throw BEYOND_LIMITS;
  }

  text(text: string): void {
    this.node();
    if (this.#isShown) this.#shownChars += text.length;
    if (this.#shownChars > PAGE_LIMITS.maxShownChars) throw BEYOND_LIMITS;
  }

  /** Counts a node without content: a comment, a declaration. */
  node(): void {
    this.#nodes += 1;
    if (this.#nodes > PAGE_LIMITS.maxNodes) throw BEYOND_LIMITS;
  }
}

/** Attributes whose words are read. Others, such as a picture's data, are dropped or only kept. */
const LIMITED: ReadonlySet<string> = new Set([
  'content',
  'class',
  'id',
  'title',
  'alt',
  'datetime',
]);

/** Stops the parser from inside, which it has no other way to do. */
const BEYOND_LIMITS = new Error('too many nodes, too deep or too much text');

/** Runs a parser that counts. Undefined if it came to a limit. */
export function withinLimits<T>(run: (limits: NodeLimits) => T): T | undefined {
  try {
    return run(new NodeLimits());
  } catch (error) {
    if (error !== BEYOND_LIMITS) throw error;
    return undefined;
  }
}
