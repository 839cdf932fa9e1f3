/** One line of a terminal that is written over again and again. */
export interface Progress {
  /** Draws how much of the whole is done, at most ten times a second. */
  show(done: number, total: number, label: string): void;
  /** Takes the line away, so that what is printed next stands at its place. */
  clear(): void;
}

/** Creates a bar that writes to `write`, or one that draws nothing where there is no terminal. */
export function createProgress(
  write: (text: string) => void,
  isTerminal: boolean,
  now: () => number = () => performance.now(),
): Progress {
  let shownAt = -Infinity;
  let isDrawn = false;
  return {
    show(done, total, label) {
      if (!isTerminal || now() - shownAt < 100) return;
      shownAt = now();
      isDrawn = true;
      write(`\r\u001B[K${renderBar(done, total)} ${label}`);
    },
    clear() {
      if (isDrawn) write('\r\u001B[K');
      isDrawn = false;
    },
  };
}

const WIDTH = 24;

/** "[########----------------]  33 %" */
export function renderBar(done: number, total: number): string {
  const share = total > 0 ? Math.min(1, done / total) : 1;
  const filled = Math.floor(share * WIDTH);
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${percent} %`;
}
