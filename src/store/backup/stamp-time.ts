/** An instant as a part of a file's name: "2026-11-29T171234Z". Such names sort by time, on every system. */
export function stampTime(now: Date): string {
  return `${now.toISOString().slice(0, 19).replaceAll(':', '')}Z`;
}
