type Explain = (error: unknown) => unknown;

/**
 * The same functions, with each error passed through `explain` first: what a person can fix becomes a
 * UserError, whichever of the functions trips over it. Functions return promises or async iterables.
 */
export function explainErrors<T extends object>(functions: T, explain: Explain): T {
  const wrapped = Object.entries(functions).map(([name, run]) => [
    name,
    (...values: unknown[]): unknown => {
      const result: unknown = (run as (...values: unknown[]) => unknown)(...values);
      return isIterable(result) ? explainEach(result, explain) : explainOne(result, explain);
    },
  ]);
  return Object.fromEntries(wrapped) as T;
}

async function explainOne(result: unknown, explain: Explain): Promise<unknown> {
  try {
    return await result;
  } catch (error) {
    throw explain(error);
  }
}

async function* explainEach(results: AsyncIterable<unknown>, explain: Explain): AsyncGenerator {
  try {
    yield* results;
  } catch (error) {
    throw explain(error);
  }
}

function isIterable(result: unknown): result is AsyncIterable<unknown> {
  return typeof result === 'object' && result !== null && Symbol.asyncIterator in result;
}
