import { statSync } from 'node:fs';

/** How often a file's size is looked at. */
const INTERVAL_MS = 200;

/** Tells how large `file` has become in proportion to `of`, while `work` writes it in one step. */
export async function watchGrowth(
  file: string,
  of: string,
  work: () => Promise<unknown>,
  onShare: (share: number) => void,
): Promise<void> {
  const watching = setInterval(() => {
    onShare(Math.min(1, sizeOf(file) / Math.max(1, sizeOf(of))));
  }, INTERVAL_MS);
  try {
    await work();
  } finally {
    clearInterval(watching);
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
