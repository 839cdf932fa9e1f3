import { WORD_LEXICON } from './word-lexicon.ts';
import {
  PAIR_FEATURES,
  WORD_FEATURES,
  type PairFeatureName,
  type WordFeatureName,
} from './word-table.ts';

/** What a word of the lexicon adds by itself, as the first and as the second of a pair. */
export type LexiconWeights = readonly [word: number, first: number, second: number];

/** Two logistic regressions: of a word, and of a pair of neighbouring words. */
export interface WordModel {
  readonly words: Readonly<Record<WordFeatureName, number>>;
  readonly pairs: Readonly<Record<PairFeatureName, number>>;
  /** By the key of a word. */
  readonly lexicon: ReadonlyMap<string, LexiconWeights>;
}

let shipped: WordModel | undefined;

/** The model that comes with the project, trained on English news. */
export function shippedWordModel(): WordModel {
  shipped ??= {
    words: weightsOf(WORD_FEATURES),
    pairs: weightsOf(PAIR_FEATURES),
    lexicon: parseLexicon(WORD_LEXICON),
  };
  return shipped;
}

function weightsOf<Name extends string>(
  features: Readonly<Record<Name, { readonly weight: number }>>,
): Record<Name, number> {
  const names = Object.keys(features) as Name[];
  return Object.fromEntries(names.map((name) => [name, features[name].weight])) as Record<
    Name,
    number
  >;
}

/** Lines "word own first second", the weights in tenths. */
function parseLexicon(lines: string): Map<string, LexiconWeights> {
  const lexicon = new Map<string, LexiconWeights>();
  for (const line of lines.split('\n')) {
    const [word = '', ...tenths] = line.split(' ');
    const [own = 0, first = 0, second = 0] = tenths.map((weight) => Number(weight) / 10);
    lexicon.set(word, [own, first, second]);
  }
  return lexicon;
}
