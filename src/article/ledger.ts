import type { DroppedLine, LineRole, LineUse } from './parsed-item.ts';
import type { TextLine } from './scraped/text-line.ts';

/** Records what became of each line of one article. Every line is entered exactly once. */
export class Ledger {
  readonly #uses: LineUse[] = [];
  readonly #dropped: DroppedLine[] = [];

  use(role: LineRole, lines: readonly TextLine[]): void {
    for (const { number, text } of lines) this.#uses.push({ line: number, text, role });
  }

  drop(reason: string, lines: readonly TextLine[]): void {
    for (const { number, text } of lines) this.#dropped.push({ line: number, text, reason });
  }

  get uses(): readonly LineUse[] {
    return this.#uses.toSorted((a, b) => a.line - b.line);
  }

  get dropped(): readonly DroppedLine[] {
    return this.#dropped.toSorted((a, b) => a.line - b.line);
  }
}
