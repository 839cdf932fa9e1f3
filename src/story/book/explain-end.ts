import { UserError } from '../../errors.ts';

/** Does work that ends when the signal aborts. The person who waits for it is then told so. */
export async function explainEnd<T>(
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!signal?.aborted || error !== signal.reason) throw error;
    throw new UserError('not-available', 'I am being stopped. Please ask again when I am back.', {
      cause: error,
    });
  }
}
