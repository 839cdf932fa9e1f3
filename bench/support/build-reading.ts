import { splitSentences } from '../../src/text/sentences.ts';
import { buildNews } from './build-news.ts';
import { readSummaryRecords } from './read-summaries.ts';

/** Real news where the evaluation data is at hand, else made-up: so many texts of about so many characters, or of exactly so many sentences. */
export function buildReading(count: number, characters: number, sentenceCount?: number): string[] {
  const news =
    readSummaryRecords()?.map(({ text }) => text) ??
    Array.from(buildNews(200, 5000), ({ text }) => text);
  if (sentenceCount === undefined) return news.slice(0, count).map((text) => cut(text, characters));
  const sentences = news.flatMap((text) => splitSentences(text).map((sentence) => sentence.text));
  const repeated = Array.from({ length: sentenceCount }, (_, i) => sentences[i % sentences.length]);
  return [repeated.join('\n')];
}

/** The beginning of a text up to the end of a sentence near a length. */
function cut(text: string, characters: number): string {
  const end = text.indexOf('. ', characters);
  return end === -1 ? text : text.slice(0, end + 1);
}
