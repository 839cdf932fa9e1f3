import { UserError } from '../../../errors.ts';
import { splitSentences } from '../../../text/sentences.ts';
import type { Quotation } from '../../../text/quotations.ts';
import { judgeQuotation } from './judge-quotation.ts';
import { pairMarks } from './loose-marks.ts';
import { nameSpeaker } from './name-speaker.ts';
import { readPassage, type Passage } from './passage.ts';
import { speechWordsOf, type SpeechWords } from './speech-words.ts';

/** One line for scripts: a sentence with a marked quotation and what stands around it. */
export interface QuotationLine {
  readonly key?: unknown;
  readonly text: string;
  readonly quote_span: readonly [number, number];
  readonly before?: string;
  readonly after?: string;
  readonly lang?: string;
}

export interface QuotationAnswer {
  readonly key: unknown;
  readonly is_speech: boolean;
  readonly speaker: string | null;
}

/** Says whether a marked quotation is speech, and whose. */
export function answerQuotation(line: QuotationLine): QuotationAnswer {
  const { key, text: sentence, quote_span: span, before = '', after = '', lang = 'en' } = line;
  const [from, to] = span;
  if (!(from >= 0 && from < to && to <= sentence.length)) {
    throw new UserError('bad-input', '"quote_span" must be a range of "text"');
  }
  const text = before + sentence + after;
  const words = speechWordsOf(lang);
  const start = before.length;
  const own = ownMarks(text, start, start + sentence.length, start + from, start + to);
  const passage = readPassage(text, start, start + sentence.length, own.quotations, words);
  const at = passage.tokens.findIndex(
    ({ kind, start: offset }) => kind === 'quotation' && offset === own.start,
  );
  const governing = passage.governing.get(at);
  const kind = judgeQuotation(passage, at, sentence.slice(from, to), governing);
  if (kind !== 'speech') return { key, is_speech: false, speaker: null };
  const speaker = nameSpeaker(text, passage, at, governing, {
    before: neighbour(text, splitSentences(before, lang).at(-1), 0, words),
    after: neighbour(text, splitSentences(after, lang)[0], start + sentence.length, words),
  });
  return { key, is_speech: true, speaker: speaker ? text.slice(speaker.start, speaker.end) : null };
}

function neighbour(
  text: string,
  sentence: { readonly start: number; readonly end: number } | undefined,
  offset: number,
  words: SpeechWords,
): Passage | undefined {
  if (!sentence) return undefined;
  const start = offset + sentence.start;
  const end = offset + sentence.end;
  return readPassage(text, start, end, pairMarks(text, start, end), words);
}

/** Pairs the marks before and after the marked quotation, whose own marks are known. */
function ownMarks(
  text: string,
  start: number,
  end: number,
  from: number,
  to: number,
): { readonly start: number; readonly quotations: Quotation[] } {
  let opening = from;
  let closing = to;
  while (opening > start && /[\s"'`“„«‘]/u.test(text.charAt(opening - 1))) opening -= 1;
  while (closing < end && /[\s"'”»’]/u.test(text.charAt(closing))) closing += 1;
  return {
    start: opening,
    quotations: [
      ...pairMarks(text, start, opening),
      { start: opening, end: closing },
      ...pairMarks(text, closing, end),
    ],
  };
}
