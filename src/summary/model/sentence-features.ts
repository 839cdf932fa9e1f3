import { measureRecurrence, type Recurrence } from './measure-recurrence.ts';
import { reserveFloats } from '../reading/reserve-floats.ts';
import type { WeightedReading } from '../weigh-reading.ts';
import { SUMMARY_MODEL, type SummaryFeatureName } from './summary-model.ts';
import { tabulate } from './tabulate.ts';

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

const STANDARDIZED = (Object.keys(SUMMARY_MODEL) as SummaryFeatureName[]).filter(
  (name): name is OwnFeatureName => SUMMARY_MODEL[name].standardized,
);

/** Measures each sentence of a reading, in time linear in its length. */
export function measureSentences(reading: WeightedReading): FeatureColumns {
  const columns = measureSurface(reading, measureRecurrence(reading));
  for (const name of STANDARDIZED) standardize(columns[name]);
  return columns;
}

const decays = tabulate((i) => Math.exp(-i / SHAPE.earlyDecay));

/** Adds to what is measured what each sentence shows by itself. */
function measureSurface(
  { sentences, answers }: WeightedReading,
  recurrence: Recurrence,
): FeatureColumns {
  const n = sentences.length;
  const take = reserveFloats(8 * n);
  const [lead, early, numbers, quote] = [take(n), take(n), take(n), take(n)];
  const [openSpeech, question, caption, query] = [take(n), take(n), take(n), take(n)];
  const { leadSentences, maxNumbers } = SHAPE;
  const decay = decays(n);
  for (let i = 0; i < n; i++) {
    const { text, numberCount, speechGoesOn, isCaption, pointsAtPicture } = sentences[i]!;
    lead[i] = i < leadSentences ? 1 : 0;
    early[i] = decay[i]!;
    numbers[i] = numberCount < maxNumbers ? numberCount : maxNumbers;
    quote[i] = /^["“„«'‘]/.test(text) ? 1 : 0;
    openSpeech[i] = speechGoesOn ? 1 : 0;
    question[i] = /[?？؟]["”’'»]?$/.test(text.slice(-2)) ? 1 : 0;
    caption[i] = isCaption || pointsAtPicture ? 1 : 0;
    query[i] = answers?.scores[i] ?? 0;
  }
  return { lead, early, numbers, quote, openSpeech, question, caption, query, ...recurrence };
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
