import { UserError } from '../../../errors.ts';
import type { Quotation } from '../../../text/quotations.ts';
import { splitSentences, type Sentence } from '../../../text/sentences.ts';
import { judgeQuotation } from './judge-quotation.ts';
import { pairMarks } from './loose-marks.ts';
import { nameSpeaker } from './name-speaker.ts';
import { readPassage } from './passage.ts';
import { speechWordsOf } from './speech-words-of.ts';

/** A sentence with one quotation marked, and what stands around the sentence. */
interface MarkedQuotation {
  readonly before: string;
  readonly sentence: string;
  readonly after: string;
  readonly from: number;
  readonly to: number;
  readonly lang: string;
}

/** What `facts.mjs score` reads. */
export interface QuotationAnswer {
  readonly key: unknown;
  readonly is_speech: boolean;
  readonly speaker: string | null;
}

/**
 * Answers one line of kind "quotations": {key, text, quote_span, before?, after?, lang?}. Such texts
 * are often tokenized, so marks are paired by their order instead of the white space around them.
 */
export function answerQuotation(line: Readonly<Record<string, unknown>>): QuotationAnswer {
  const { key } = line;
  const { before, sentence, after, from, to, lang } = parseLine(line);
  const text = before + sentence + after;
  const words = speechWordsOf(lang);
  const start = before.length;
  const end = start + sentence.length;
  const own = withMarks(text, start, end, start + from, start + to);
  const quotations = [...pairMarks(text, start, own.start), own, ...pairMarks(text, own.end, end)];
  const passage = readPassage(text, { start, end, quotations }, words);
  const at = passage.tokens.findIndex(
    (token) => token.kind === 'quotation' && token.start === own.start,
  );
  const governing = passage.governing.get(at);
  if (judgeQuotation(passage, at, sentence.slice(from, to), governing) !== 'speech') {
    return { key, is_speech: false, speaker: null };
  }
  const neighbour = (found: Sentence | undefined, offset: number) => {
    if (!found) return undefined;
    const range = { start: offset + found.start, end: offset + found.end };
    return readPassage(
      text,
      { ...range, quotations: pairMarks(text, range.start, range.end) },
      words,
    );
  };
  const speaker = nameSpeaker(text, passage, at, governing, {
    before: neighbour(splitSentences(before, lang).at(-1), 0),
    after: neighbour(splitSentences(after, lang)[0], end),
  });
  return { key, is_speech: true, speaker: speaker ? text.slice(speaker.start, speaker.end) : null };
}

function parseLine(line: Readonly<Record<string, unknown>>): MarkedQuotation {
  const { text, quote_span: span, before, after, lang } = line;
  if (typeof text !== 'string') throw new UserError('bad-input', '"text" must be a string');
  const [from, to]: readonly unknown[] = Array.isArray(span) ? span : [];
  if (!isPosition(from) || !isPosition(to) || from >= to || to > text.length) {
    throw new UserError('bad-input', '"quote_span" must be [start, end] within "text"');
  }
  return {
    sentence: text,
    from,
    to,
    before: typeof before === 'string' ? before : '',
    after: typeof after === 'string' ? after : '',
    lang: typeof lang === 'string' ? lang : 'en',
  };
}

function isPosition(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

/** The marked words with the marks around them. */
function withMarks(text: string, start: number, end: number, from: number, to: number): Quotation {
  let opening = from;
  let closing = to;
  while (opening > start && /[\s"'`“”„«»‘「『]/u.test(text.charAt(opening - 1))) opening -= 1;
  while (closing < end && /[\s"'“”«»’」』]/u.test(text.charAt(closing))) closing += 1;
  return { start: opening, end: closing };
}
