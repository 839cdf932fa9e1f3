import { measureRecurrence, type Recurrence } from './measure-recurrence.ts';
import { reserveFloats } from '../reading/reserve-floats.ts';
import type { WeightedReading } from '../weigh-reading.ts';
import { SUMMARY_MODEL, type SummaryFeatureName } from './summary-model.ts';

/** Features of a sentence by itself; the others depend on what is chosen already. */
type OwnFeatureName = Exclude<SummaryFeatureName, 'likeness' | 'covered' | 'answer'>;

/** By feature, its values by sentence, standardized if the model says so. */
export type FeatureColumns = Readonly<Record<OwnFeatureName, Float64Array>>;

/** Shapes of the features. */
const SHAPE = {
  leadSentences: 3,
  earlyDecay: 8,
  maxNumbers: 4,
} as const;

/** Measures each sentence of a reading, in time linear in its length. */
export function measureSentences(reading: WeightedReading): FeatureColumns {
  const columns = { ...measureSurface(reading), ...measureRecurrence(reading) };
  for (const [name, values] of Object.entries(columns)) {
    if (SUMMARY_MODEL[name as OwnFeatureName].standardized) standardize(values);
  }
  return columns;
}

function measureSurface({
  sentences,
  answers,
}: WeightedReading): Record<Exclude<OwnFeatureName, keyof Recurrence>, Float64Array> {
  const take = reserveFloats(8 * sentences.length);
  const column = (measure: (i: number) => number): Float64Array => {
    const values = take(sentences.length);
    for (let i = 0; i < values.length; i++) values[i] = measure(i);
    return values;
  };
  const { leadSentences, earlyDecay, maxNumbers } = SHAPE;
  return {
    lead: column((i) => Number(i < leadSentences)),
    early: column((i) => Math.exp(-i / earlyDecay)),
    numbers: column((i) => Math.min(maxNumbers, sentences[i]!.numberCount)),
    quote: column((i) => Number(/^["“„«'‘]/.test(sentences[i]!.text))),
    openSpeech: column((i) => Number(sentences[i]!.speechGoesOn)),
    question: column((i) => Number(/[?？؟]["”’'»]?$/.test(sentences[i]!.text.slice(-2)))),
    caption: column((i) => Number(sentences[i]!.isCaption || sentences[i]!.pointsAtPicture)),
    query: column((i) => answers?.scores[i] ?? 0),
  };
}

/** Standard scores in place; all 0 where nothing varies. */
function standardize(values: Float64Array): void {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  const mean = sum / values.length;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - mean) ** 2;
  const deviation = Math.sqrt(squares / values.length);
  for (let i = 0; i < values.length; i++) {
    values[i] = deviation < 1e-9 ? 0 : (values[i]! - mean) / deviation;
  }
}
