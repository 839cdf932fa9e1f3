/** One reason to choose a sentence, or not to. */
export interface SummaryFeature {
  /** What one unit of the feature adds to a sentence's score: a gain in ROUGE-2 + ½ ROUGE-1 F1, 0 to 1. */
  readonly weight: number;
  /** Counted in standard deviations from the article's mean, so that articles of any style compare. */
  readonly standardized: boolean;
  /** Not trained: the development set cannot tell, or tells what readers would not want. */
  readonly byHand?: boolean;
  /** What the feature measures. */
  readonly means: string;
}

/**
 * The linear model that chooses a summary's sentences. `node --import tsx bench/train-summary.ts`
 * writes new weights from the development set and prints how they do on articles left out.
 */
export const SUMMARY_MODEL = {
  lead: { weight: 0.0252, standardized: false, means: 'one of the first three sentences' },
  early: { weight: 0.0394, standardized: false, means: 'e^(−i/8) for the sentence after i others' },
  degree: { weight: 0.0088, standardized: true, means: 'mean cosine to the other sentences' },
  centroid: { weight: 0.0073, standardized: true, means: 'cosine to the whole article' },
  termsAgain: { weight: 0.0061, standardized: true, means: 'share of its terms that other sentences have' },
  pairsAgain: { weight: 0.0101, standardized: true, means: 'share of its word pairs that other sentences have' },
  weightMean: { weight: -0.0039, standardized: true, means: 'mean TF-IDF of its terms' },
  numbers: { weight: 0.0062, standardized: true, means: 'words with a digit first, up to four' },
  quote: { weight: -0.0051, standardized: true, means: 'opens with a quotation mark' },
  openSpeech: { weight: -0.03, standardized: false, byHand: true, means: 'speech in it goes on in the sentence after it' },
  question: { weight: -0.0029, standardized: true, means: 'ends with a question mark' },
  likeness: { weight: -0.0337, standardized: false, means: 'greatest cosine to a sentence chosen before it' },
  covered: { weight: -0.0854, standardized: false, means: 'share of its word pairs that chosen sentences have' },
  title: { weight: 0.05, standardized: false, byHand: true, means: "share of the title's idf that it has; the set has no titles" },
  caption: { weight: -0.04, standardized: false, byHand: true, means: 'reads like a caption: tells what the eye would see' },
  query: { weight: 0.06, standardized: false, byHand: true, means: 'half for any word or phrase asked for, half by their share of its idf; the set asks nothing' },
  answer: { weight: 1, standardized: false, byHand: true, means: 'its query, as far as no sentence chosen before it has the same words; an answer outweighs all else' },
} as const satisfies Record<string, SummaryFeature>; // prettier-ignore

export type SummaryFeatureName = keyof typeof SUMMARY_MODEL;
