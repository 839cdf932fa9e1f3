import { attributeQuotations } from '../../../../src/story/facts/quotations/attribute-quotations.ts';
import { buildReading } from '../../../../src/summary/reading/build-reading.ts';

/** The quotations of a text, each as "kind: words" or "kind: words – speaker", "(near)" if a neighbour names him. */
export function quotationsOf(text: string, lang = 'en'): string[] {
  const reading = buildReading({ title: '', text, lang });
  return attributeQuotations(text, reading).map(({ start, end, kind, speaker }) => {
    const words = `${kind}: ${text.slice(start, end)}`;
    if (!speaker) return words;
    const near = speaker.in === 'neighbour' ? ' (near)' : '';
    return `${words} – ${text.slice(speaker.start, speaker.end)}${near}`;
  });
}
