/** A line of a terminal that is redrawn again and again. */
export interface Progress {
  /** Draws the progress, at most ten times a second. */
  show(done: number, total: number, label: string): void;
  /** Removes the line, so that the next output takes its position. */
  clear(): void;
}

/** Creates a progress bar that writes to `write`. Without a terminal it draws nothing. */
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
