/** Waits until a condition is true. Rejects after `withinMs`, half a minute by default; `what` names the condition. */
export async function until(
  condition: () => unknown,
  what: string,
  withinMs = 30_000,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`Timed out waiting until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
