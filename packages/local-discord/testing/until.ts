/** Waits until a condition holds; fails after five seconds, or as many as given. */
export async function until(
  condition: () => unknown,
  what: string,
  withinMs = 5_000,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
