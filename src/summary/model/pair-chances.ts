import { buildCorpus } from '../../index/corpus/corpus.ts';
import type { Reading } from '../reading/reading.ts';
import { weighReading } from '../weigh-reading.ts';
import { estimateWords } from './estimate-words.ts';
import { numberPrinted } from './number-printed.ts';
import { measureSentences } from './sentence-features.ts';

/** A reading is weighed by the background alone, so that it means the same for every store. */
const BACKGROUND = buildCorpus([]);

const known = new WeakMap<Reading, Float32Array>();

/**
 * By word of an English article's text, how probable it is that an editor's summary of the article has it right
 * after the word before it: 0 to 1. Outside sentences, and for their first words, 0. Undefined in other languages,
 * for which an editor's words aren't known. Estimated once for each reading.
 */
export function findPairChances(reading: Reading): Float32Array | undefined {
  if (reading.lang !== 'en') return undefined;
  let chances = known.get(reading);
  if (!chances) known.set(reading, (chances = estimateByWord(reading)));
  return chances;
}

function estimateByWord(reading: Reading): Float32Array {
  const weighted = weighReading(reading, BACKGROUND);
  const estimated = estimateWords(weighted, measureSentences(weighted)).pairs;
  const { pairs } = numberPrinted(reading);
  const chances = new Float32Array(pairs.length);
  for (let at = 0; at < pairs.length; at++) {
    if (pairs[at]! >= 0) chances[at] = estimated[pairs[at]!]!;
  }
  return chances;
}
