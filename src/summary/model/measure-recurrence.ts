import type { Numbered } from '../reading/numbering.ts';
import { reserveFloats } from '../reading/reserve-floats.ts';
import type { WeightedReading } from '../weigh-reading.ts';

/** By sentence, what it has in common with the rest of the report and with its title. */
export interface Recurrence {
  readonly degree: Float64Array;
  readonly centroid: Float64Array;
  readonly termsAgain: Float64Array;
  readonly pairsAgain: Float64Array;
  readonly weightMean: Float64Array;
  readonly title: Float64Array;
}

/**
 * Measures every sentence against all others in time linear in the report: the sum of a sentence's
 * cosines to all others is its product with the sum of their directions.
 */
export function measureRecurrence(reading: WeightedReading): Recurrence {
  const { sentences, terms, pairs, idf, norms, titleWeight } = reading;
  const take = reserveFloats(3 * idf.length + 6 * sentences.length);
  const weights = weighTerms(reading, take(idf.length));
  const articleNorm = measureNorm(weights);
  const direction = sumDirections(reading, take(idf.length));
  // 1 for a term of the title, else 0.
  const inTitle = take(idf.length);
  for (const term of reading.titleTerms) inTitle[term] = 1;
  const found = {
    degree: take(sentences.length),
    centroid: take(sentences.length),
    termsAgain: take(sentences.length),
    pairsAgain: take(sentences.length),
    weightMean: take(sentences.length),
    title: take(sentences.length),
  };
  for (let i = 0; i < sentences.length; i++) {
    const from = terms.starts[i]!;
    const to = terms.starts[i + 1]!;
    let weight = 0;
    let toArticle = 0;
    let toAll = 0;
    let inCommon = 0;
    for (let at = from; at < to; at++) {
      const term = terms.ids[at]!;
      const termIdf = idf[term]!;
      weight += weights[term]!;
      toArticle += termIdf * weights[term]!;
      toAll += termIdf * direction[term]!;
      inCommon += termIdf * inTitle[term]!;
    }
    found.termsAgain[i] = shareAgain(terms, i);
    found.pairsAgain[i] = shareAgain(pairs, i);
    found.weightMean[i] = weight / Math.max(1, to - from);
    if (titleWeight > 0) found.title[i] = inCommon / titleWeight;
    if (norms[i] === 0) continue;
    found.centroid[i] = toArticle / (norms[i]! * articleNorm);
    found.degree[i] = (toAll / norms[i]! - 1) / sentences.length;
  }
  return found;
}

/** By term, its idf × (1 + ln(count)). */
function weighTerms(
  { terms: { counts }, idf }: WeightedReading,
  weights: Float64Array,
): Float64Array {
  for (let term = 0; term < weights.length; term++) {
    const count = counts[term]!;
    // Most terms occur once.
    weights[term] = count === 1 ? idf[term]! : idf[term]! * (1 + Math.log(count));
  }
  return weights;
}

function measureNorm(weights: Float64Array): number {
  let squares = 0;
  for (let term = 0; term < weights.length; term++) squares += weights[term]! * weights[term]!;
  return Math.sqrt(squares);
}

/** By term, the sum of the sentences' vectors, each of length 1. */
function sumDirections(
  { sentences, terms, idf, norms }: WeightedReading,
  sum: Float64Array,
): Float64Array {
  for (let i = 0; i < sentences.length; i++) {
    for (let at = terms.starts[i]!; at < terms.starts[i + 1]!; at++) {
      const term = terms.ids[at]!;
      if (norms[i]! > 0) sum[term]! += idf[term]! / norms[i]!;
    }
  }
  return sum;
}

/** The share of a sentence's things that other sentences have as well. */
function shareAgain({ ids, starts, spreads }: Numbered, sentence: number): number {
  const from = starts[sentence]!;
  const to = starts[sentence + 1]!;
  let again = 0;
  for (let at = from; at < to; at++) if (spreads[ids[at]!]! > 1) again += 1;
  return again / Math.max(1, to - from);
}
