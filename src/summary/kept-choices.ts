import type { Corpus } from '../index/corpus/corpus.ts';
import type { Reading } from './reading/reading.ts';

/** How many choices are kept of one reading: those of the queries of one moment. */
const MOST_KEPT = 20;

interface Choices {
  readonly corpus: Corpus;
  readonly version: number;
  readonly byKey: Map<string, unknown>;
}

const choicesOf = new WeakMap<Reading, Choices>();

/**
 * What is chosen from a reading by a corpus: the same again as long as neither changes. It goes when the reading
 * does. Callers share the result and must not change it.
 *
 * @param key All that the choice depends on besides, as plain data; its first part is the name of the choice.
 */
export function keepChoice<T>(
  reading: Reading,
  corpus: Corpus,
  key: readonly unknown[],
  choose: () => T,
): T {
  const { version } = corpus;
  let choices = choicesOf.get(reading);
  if (!choices || choices.corpus !== corpus || choices.version !== version) {
    choices = { corpus, version, byKey: new Map() };
    choicesOf.set(reading, choices);
  }
  const name = JSON.stringify(key);
  if (!choices.byKey.has(name)) {
    if (choices.byKey.size >= MOST_KEPT) choices.byKey.clear();
    choices.byKey.set(name, choose());
  }
  return choices.byKey.get(name) as T;
}
